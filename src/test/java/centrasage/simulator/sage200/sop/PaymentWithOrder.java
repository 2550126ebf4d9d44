package centrasage.simulator.sage200.sop;

import centrasage.simulator.http.Json;
import centrasage.simulator.sage200.data.Company;
import centrasage.simulator.sage200.fields.Refused;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A payment recorded with the order: Sage books a receipt of its own for it.
 *
 * <p>An integration that also posts a sales receipt has then taken the money twice, which is why it stays visible here.
 */
final class PaymentWithOrder {
    private final Company company;

    PaymentWithOrder(Company company) {
        this.company = company;
    }

    void check(ObjectNode sent) {
        if (!sent.path("payment_with_order").asBoolean()) {
            return;
        }
        new Permissions(company).mustAllow("allow_payment_with_order", "payment_with_order");
        Refused.unless(sent.has("payment_method_id"), "'payment_method_id' is required for a payment with order.");
        ObjectNode method = company.named(
                "sop_payment_methods", sent.path("payment_method_id").asLong(), "payment_method_id");
        Refused.unless(
                !method.path("card_processing_method").asBoolean(),
                "'payment_method_id': an online card payment cannot be set here.");
        boolean part = sent.path("payment_type").asText().equals("EnumSOPOrderPaymentTypePart");
        Refused.unless(!part || sent.has("payment_value"), "'payment_value' is required for a part payment.");
    }

    /** Books the receipt, once. */
    void book(ObjectNode order) {
        if (!order.path("payment_with_order").asBoolean()
                || order.path("_payment_booked").asBoolean()) {
            return;
        }
        ObjectNode method = company.named(
                "sop_payment_methods", order.path("payment_method_id").asLong(), "payment_method_id");
        ObjectNode receipt = Json.object()
                .put("order_id", order.path("id").asLong())
                .put("document_no", order.path("document_no").asText())
                .put("customer_document_no", order.path("customer_document_no").asText())
                .put("customer_id", order.path("customer_id").asLong())
                .put("bank_id", method.path("bank_account_id").asLong())
                .put("reference", order.path("payment_reference").asText());
        receipt.set(
                "value", order.has("payment_value") ? order.path("payment_value") : order.path("total_gross_value"));
        company.insert(Orders.RECEIPTS, receipt);
        order.put("_payment_booked", true);
    }
}
