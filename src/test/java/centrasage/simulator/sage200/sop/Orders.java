package centrasage.simulator.sage200.sop;

import centrasage.simulator.sage200.data.Company;
import centrasage.simulator.sage200.data.RecordLocks;
import centrasage.simulator.sage200.data.Site;
import centrasage.simulator.sage200.fields.Refused;
import centrasage.simulator.sage200.lookup.LookupRoutes;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/** The orders of one company and the questions that everyone asks of them. */
public final class Orders {
    public static final String TABLE = "sop_orders";
    public static final String ARCHIVE = "_archived_orders";
    public static final String RECEIPTS = "_receipts_with_order";
    /** What of an order is in the sales ledger already, and no longer on order. */
    public static final String POSTED_GROSS = "_posted_gross_value";

    private static final String FULL = "EnumLineStatusFull";
    private static final String PART = "EnumLineStatusPart";

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

    /** Whether anything of an order, or of a single line, was despatched or invoiced. */
    static boolean hasMoved(ObjectNode orderOrLine) {
        for (JsonNode line : orderOrLine.path("lines")) {
            if (hasMoved((ObjectNode) line)) {
                return true;
            }
        }
        return orderOrLine.path("despatch_receipt_quantity").decimalValue().signum() > 0
                || orderOrLine.path("invoice_credit_quantity").decimalValue().signum() > 0;
    }

    /** Works out how far the order has been despatched from its lines: charges and comments go with the rest. */
    public static void showDespatched(ObjectNode order) {
        boolean full = true;
        boolean part = false;
        for (JsonNode line : lines(order)) {
            BigDecimal despatched = line.path("despatch_receipt_quantity").decimalValue();
            boolean goods = LineTypes.isGoods(line.path("line_type").asText());
            boolean done =
                    !goods || despatched.compareTo(line.path("line_quantity").decimalValue()) >= 0;
            if (goods && despatched.signum() > 0) {
                ((ObjectNode) line).put("despatch_receipt_status", done ? FULL : PART);
                part = true;
            }
            full &= done;
        }
        if (part) {
            order.put("despatch_receipt_status", full ? FULL : PART);
        }
    }

    /**
     * Works out from its lines how far the order has been invoiced; it is complete when all of it was despatched and all the
     * invoices are posted. An invoice that is printed counts as invoiced.
     */
    public static void showInvoiced(ObjectNode order) {
        boolean full = true;
        boolean part = false;
        boolean posted = true;
        for (JsonNode line : lines(order)) {
            BigDecimal whole = invoiceable((ObjectNode) line);
            boolean done = quantity(line, "invoice_credit_quantity").compareTo(whole) >= 0;
            boolean begun = quantity(line, "invoice_credit_quantity").signum() > 0;
            if (begun) {
                ((ObjectNode) line).put("invoice_credit_status", done ? FULL : PART);
            }
            part |= begun;
            full &= done;
            posted &= quantity(line, "posted_invoice_credit_quantity").compareTo(whole) >= 0;
        }
        if (part) {
            order.put("invoice_credit_status", full ? FULL : PART);
        }
        if (part && posted && order.path("document_status").asText().equals("EnumDocumentStatusLive")) {
            order.put("document_status", "EnumDocumentStatusComplete");
        }
    }

    /** How much of a line there is to invoice: a charge is one, a comment nothing. */
    public static BigDecimal invoiceable(ObjectNode line) {
        return switch (line.path("line_type").asText()) {
            case LineTypes.CHARGE -> BigDecimal.ONE.setScale(Scaled.FIVE);
            case LineTypes.COMMENT -> BigDecimal.ZERO.setScale(Scaled.FIVE);
            default -> quantity(line, "line_quantity");
        };
    }

    public static BigDecimal quantity(JsonNode line, String field) {
        return line.path(field).isNumber() ? line.path(field).decimalValue() : BigDecimal.ZERO.setScale(Scaled.FIVE);
    }

    /** Keeps what the customer has on order in step after an order was invoiced. */
    public void refreshCredit(ObjectNode order) {
        new CreditControl(company, site.options()).refresh(order);
    }

    /** Numbers the lines in the order in which they stand. */
    static void sequence(ObjectNode order) {
        int number = 0;
        for (JsonNode line : lines(order)) {
            ((ObjectNode) line).put("line_number", ++number);
        }
    }
}
