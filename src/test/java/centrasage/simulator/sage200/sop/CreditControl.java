package centrasage.simulator.sage200.sop;

import centrasage.simulator.sage200.data.Company;
import centrasage.simulator.sage200.data.SiteOptions;
import centrasage.simulator.sage200.fields.Refused;
import centrasage.simulator.sage200.posting.Amounts;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/** Accounts on hold and credit limits. */
final class CreditControl {
    private final Company company;
    private final SiteOptions options;

    CreditControl(Company company, SiteOptions options) {
        this.company = company;
        this.options = options;
    }

    /** Refuses the account, or sets the order's status by its credit limit. */
    void judge(ObjectNode order) {
        ObjectNode customer = customer(order);
        boolean overridden = overrides(order);
        String reference = customer.path("reference").asText();
        Refused.unless(
                !customer.path("on_hold").asBoolean() || overridden,
                "The customer account " + reference + " is on hold.");
        boolean exceeded = exceedsLimit(customer, order);
        Refused.unless(
                !exceeded || overridden || options.is("creditLimitAction", "hold"),
                "The order takes the customer account " + reference + " over its credit limit.");
        order.put("is_credit_limit_exceeded", exceeded);
        order.put("document_status", exceeded && !overridden ? "EnumDocumentStatusOnHold" : "EnumDocumentStatusLive");
    }

    private boolean overrides(ObjectNode order) {
        boolean wanted = order.path("override_on_hold").asBoolean();
        return wanted && new Permissions(company).has("override_credit_holds");
    }

    private boolean exceedsLimit(ObjectNode customer, ObjectNode order) {
        BigDecimal limit = customer.path("credit_limit").decimalValue();
        BigDecimal owed = customer.path("balance")
                .decimalValue()
                .add(openOrders(order, order.path("id").asLong()))
                .add(onOrder(order));
        return limit.signum() > 0 && owed.compareTo(limit) > 0;
    }

    /** Keeps the customer's value of orders in step after an order has come, changed or gone. */
    void refresh(ObjectNode order) {
        customer(order).put("value_of_current_orders_in_sop", openOrders(order, 0));
    }

    private BigDecimal openOrders(ObjectNode order, long except) {
        // Web accounts without a limit collect thousands of orders; nobody reads the sum of theirs.
        if (customer(order).path("credit_limit").decimalValue().signum() == 0) {
            return BigDecimal.ZERO.setScale(Scaled.PENCE);
        }
        return company.table(Orders.TABLE)
                .rows()
                .filter(other -> other.path("customer_id").equals(order.path("customer_id")))
                .filter(other -> other.path("id").asLong() != except && Orders.isOpen(other))
                .map(CreditControl::onOrder)
                .reduce(BigDecimal.ZERO.setScale(Scaled.PENCE), BigDecimal::add);
    }

    private static BigDecimal onOrder(ObjectNode order) {
        return Amounts.of(order, "total_gross_value").subtract(Amounts.of(order, Orders.POSTED_GROSS));
    }

    private ObjectNode customer(ObjectNode order) {
        return company.named("customers", order.path("customer_id").asLong(), "customer_id");
    }
}
