package centrasage.simulator.sage200.sop;

import centrasage.simulator.sage200.data.Company;
import centrasage.simulator.sage200.data.Site;
import centrasage.simulator.sage200.fields.Refused;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** {@code DELETE /sop_orders/{id}}: a draft vanishes; an order is cancelled or deleted, as the SOP settings say. */
final class OrderRemoval {
    private final Site site;
    private final Company company;

    OrderRemoval(Site site, Company company) {
        this.site = site;
        this.company = company;
    }

    void remove(long id) {
        ObjectNode order = new Orders(site, company).forChange(id, 0);
        Refused.unless(
                !Orders.hasMoved(order),
                "The order has been despatched or invoiced and cannot be cancelled or deleted.");
        Allocation allocation = new Allocation(company);
        for (JsonNode line : order.path("lines")) {
            allocation.release((ObjectNode) line);
        }
        boolean recorded = new Permissions(company).allows("record_cancelled_order_lines");
        if (recorded && !order.path("is_draft").asBoolean()) {
            order.put("document_status", "EnumDocumentStatusCancelled").put("cancelled_status", "EnumLineStatusFull");
            company.touch(order);
        } else {
            company.table(Orders.TABLE).remove(id);
        }
        new CreditControl(company, site.options()).refresh(order);
    }
}
