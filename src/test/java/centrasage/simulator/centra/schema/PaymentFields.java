package centrasage.simulator.centra.schema;

import centrasage.simulator.centra.state.CentraOrder;
import centrasage.simulator.trade.Payment;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import java.util.List;
import java.util.Map;

/** The payment history of an order. */
final class PaymentFields {
    record Entry(CentraOrder order, Payment payment) {}

    private final Dates dates;

    PaymentFields(Dates dates) {
        this.dates = dates;
    }

    void addTo(RuntimeWiring.Builder wiring) {
        new Fields<Entry>()
                .with("id", entry -> entry.payment().id())
                .with("createdAt", dates.of(entry -> entry.payment().createdAt()))
                .with("status", entry -> entry.payment().status())
                .with("entryType", entry -> entry.payment().type())
                .with("externalReference", entry -> entry.payment().externalReference())
                .with("externalId", entry -> null)
                .with("value", entry -> Amount.of(entry.order(), entry.payment().minor()))
                .with("paymentMethod", entry -> entry.payment().gateway().plugin())
                .with("source", entry -> "Checkout API")
                .with("currencyBaseRate", entry -> entry.order().currency().baseRate())
                .with("order", Entry::order)
                .with("return", entry -> null)
                .with("storePlugin", entry -> entry.payment().gateway())
                .with("paramsJSON", PaymentFields::parameters)
                .addTo(wiring, "PaymentHistoryEntry");
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
