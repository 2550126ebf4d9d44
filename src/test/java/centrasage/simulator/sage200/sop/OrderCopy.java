package centrasage.simulator.sage200.sop;

import centrasage.simulator.sage200.data.Company;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;

/** A second order made from a first, with numbers and ids of its own. */
public final class OrderCopy {
    private final Company company;

    public OrderCopy(Company company) {
        this.company = company;
    }

    /** The copy, kept; the customer's order number comes along, which is how duplicates come about. */
    public ObjectNode of(ObjectNode order, boolean asDraft) {
        ObjectNode copy = order.deepCopy();
        copy.put("id", company.newId()).put("document_no", company.newDocumentNo());
        copy.remove(List.of("_payment_booked", Orders.POSTED_GROSS));
        copy.put("invoice_credit_status", "EnumLineStatusNone");
        for (JsonNode line : copy.path("lines")) {
            ((ObjectNode) line)
                    .put("id", company.newId())
                    .put("sop_order_id", copy.path("id").asLong())
                    .put("allocated_quantity", BigDecimal.ZERO.setScale(Scaled.FIVE))
                    .put("allocation_status", "EnumLineStatusNone")
                    .put("invoice_credit_quantity", BigDecimal.ZERO.setScale(Scaled.FIVE))
                    .put("posted_invoice_credit_quantity", BigDecimal.ZERO.setScale(Scaled.FIVE))
                    .put("invoice_credit_status", "EnumLineStatusNone");
        }
        if (copy.path("document_status").asText().equals("EnumDocumentStatusComplete")) {
            copy.put("document_status", "EnumDocumentStatusLive");
        }
        if (asDraft) {
            copy.put("is_draft", true).put("document_status", "EnumDocumentStatusDraft");
        }
        return company.insert(Orders.TABLE, copy);
    }
}
