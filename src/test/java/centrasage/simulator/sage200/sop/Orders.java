package centrasage.simulator.sage200.sop;

import centrasage.simulator.sage200.data.Company;
import centrasage.simulator.sage200.data.RecordLocks;
import centrasage.simulator.sage200.data.Site;
import centrasage.simulator.sage200.fields.Refused;
import centrasage.simulator.sage200.lookup.LookupRoutes;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The orders of one company and the questions that everyone asks of them. */
public final class Orders {
    public static final String TABLE = "sop_orders";
    public static final String ARCHIVE = "_archived_orders";
    public static final String RECEIPTS = "_receipts_with_order";

    private final Site site;
    private final Company company;

    public Orders(Site site, Company company) {
        this.site = site;
        this.company = company;
    }

    /** The order, or 404. */
    public ObjectNode get(long id) {
        ObjectNode order = company.row(TABLE, id);
        if (order == null) {
            throw LookupRoutes.notThere(TABLE);
        }
        return order;
    }

    /** The order for someone who wants to change it: refused while another has it open. */
    ObjectNode forChange(long id, long lockId) {
        ObjectNode order = get(id);
        mustBeFree(RecordLocks.order(id), lockId);
        String status = order.path("document_status").asText();
        Refused.unless(
                !status.equals("EnumDocumentStatusComplete") && !status.equals("EnumDocumentStatusCancelled"),
                "The order is " + (status.endsWith("Complete") ? "complete" : "cancelled") + " and cannot be changed.");
        return order;
    }

    /** Refuses when another has the record open. */
    public void mustBeFree(String record, long lockId) {
        RecordLocks.Lock lock = company.locks().on(record);
        if (lock != null && lock.id() != lockId) {
            throw site.lockedBy(lock);
        }
    }

    /** Works out the order's values anew, as Sage does after every change. */
    public void recompute(ObjectNode order) {
        new OrderTotals(company, TaxPolicy.of(company, site.options())).compute(order);
    }

    public static ArrayNode lines(ObjectNode order) {
        return order.withArray("/lines");
    }

    static boolean isOpen(ObjectNode order) {
        String status = order.path("document_status").asText();
        return status.equals("EnumDocumentStatusLive") || status.equals("EnumDocumentStatusOnHold");
    }

    static boolean hasMoved(ObjectNode order) {
        for (JsonNode line : order.path("lines")) {
            if (line.path("despatch_receipt_quantity").decimalValue().signum() > 0
                    || line.path("invoice_credit_quantity").decimalValue().signum() > 0) {
                return true;
            }
        }
        return false;
    }

    /** Numbers the lines in the order in which they stand. */
    static void sequence(ObjectNode order) {
        int number = 0;
        for (JsonNode line : lines(order)) {
            ((ObjectNode) line).put("line_number", ++number);
        }
    }
}
