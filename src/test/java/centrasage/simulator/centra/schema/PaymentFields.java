package centrasage.simulator.centra.schema;

import centrasage.simulator.centra.state.CentraOrder;
import centrasage.simulator.centra.state.OrderReturn;
import centrasage.simulator.centra.state.TenantOptions;
import centrasage.simulator.trade.Payment;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The payment history of an order. */
final class PaymentFields {
    record Entry(CentraOrder order, Payment payment) {}

    private final Dates dates;
    private final TenantOptions options;

    PaymentFields(Dates dates, TenantOptions options) {
        this.dates = dates;
        this.options = options;
    }

    void addTo(RuntimeWiring.Builder wiring) {
        new Fields<Entry>()
                .with("id", entry -> entry.payment().id())
                .with("createdAt", dates.of(entry -> entry.payment().createdAt()))
                .with("status", entry -> entry.payment().status())
                .with("entryType", entry -> entry.payment().type())
                .with("externalReference", entry -> entry.payment().externalReference())
                .with("externalId", entry -> null)
                .with("value", this::value)
                .with("paymentMethod", entry -> entry.payment().gateway().plugin())
                .with("source", entry -> entry.payment().origin().source())
                .with("currencyBaseRate", entry -> entry.order().currency().baseRate())
                .with("order", Entry::order)
                .with("return", PaymentFields::returned)
                .with("storePlugin", entry -> entry.payment().gateway())
                .with("paramsJSON", PaymentFields::parameters)
                .addTo(wiring, "PaymentHistoryEntry");
    }

    /** Whether the value of a refund has a minus is not documented. */
    private Amount value(Entry entry) {
        boolean minus = entry.payment().type().isOfRefund() && options.is(TenantOptions.Option.NEGATIVE_REFUNDS);
        long minor = entry.payment().minor();
        return Amount.of(entry.order(), minus ? -minor : minor);
    }

    /** Of a refund, the return that it is for, if any. */
    private static @Nullable OrderReturn returned(Entry entry) {
        return entry.order().shipping().returns().stream()
                .filter(made ->
                        Objects.equals(made.id(), entry.payment().origin().returned()))
                .findFirst()
                .map(made -> new OrderReturn(entry.order(), made))
                .orElse(null);
    }

    static @Nullable Entry of(@Nullable CentraOrder order, int id) {
        return order == null
                ? null
                : order.trade().payments().stream()
                        .filter(payment -> payment.id() == id)
                        .findFirst()
                        .map(payment -> new Entry(order, payment))
                        .orElse(null);
    }

    static List<Entry> of(CentraOrder order, DataFetchingEnvironment environment) {
        Map<String, List<String>> where = environment.getArgumentOrDefault("where", Map.of());
        List<String> types = where.get("entryType");
        return order.trade().payments().stream()
                .filter(payment ->
                        types == null || types.contains(payment.type().name()))
                .map(payment -> new Entry(order, payment))
                .toList();
    }

    /** What the payment provider answered, shortened to the two references that integrations dig out of it. */
    private static String parameters(Entry entry) {
        return "{\"pspReference\":\"" + entry.payment().externalReference() + "\",\"merchantReference\":\""
                + entry.order().number() + "\"}";
    }
}
