package centrasage.simulator.sage200.sop;

import centrasage.simulator.http.Json;
import centrasage.simulator.sage200.data.Company;
import centrasage.simulator.sage200.fields.Refused;
import centrasage.simulator.sage200.ledger.Kind;
import centrasage.simulator.sage200.ledger.MoneyBooking;
import centrasage.simulator.sage200.ledger.SalesLedger;
import centrasage.simulator.sage200.posting.Rates;
import centrasage.simulator.sage200.posting.Value;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;

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
        BigDecimal value = order.path(order.has("payment_value") ? "payment_value" : "total_gross_value")
                .decimalValue();
        ObjectNode receipt = Json.object()
                .put("order_id", order.path("id").asLong())
                .put("document_no", order.path("document_no").asText())
                .put("customer_document_no", order.path("customer_document_no").asText())
                .put("customer_id", order.path("customer_id").asLong())
                .put("bank_id", method.path("bank_account_id").asLong())
                .put("reference", order.path("payment_reference").asText())
                .put("value", value)
                .put("urn", receive(order, method, value));
        company.insert(Orders.RECEIPTS, receipt);
        order.put("_payment_booked", true);
    }

    /** The receipt in the ledgers: it carries the order's own numbers, not those of an integration. */
    private long receive(ObjectNode order, ObjectNode method, BigDecimal value) {
        ObjectNode customer =
                company.named("customers", order.path("customer_id").asLong(), "customer_id");
        ObjectNode bank = company.named("banks", method.path("bank_account_id").asLong(), "bank_account_id");
        long own = customer.path("currency_id").asLong();
        BigDecimal rate = order.path("exchange_rate").decimalValue();
        BigDecimal between =
                new Rates(company).between(own, bank.path("account_currency_id").asLong());
        ObjectNode row = SalesLedger.named(
                Json.object(),
                order.path("document_no").asText(),
                order.path("payment_reference").asText(""));
        row.set("transaction_date", order.path("document_date"));
        return new MoneyBooking(company, customer, bank)
                .book(
                        Kind.RECEIPT,
                        Value.at(rate, value.setScale(Scaled.PENCE)),
                        value.multiply(between).setScale(Scaled.PENCE, RoundingMode.HALF_UP),
                        row)
                .path("urn")
                .asLong();
    }
}
