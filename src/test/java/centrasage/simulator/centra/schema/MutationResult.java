package centrasage.simulator.centra.schema;

import centrasage.simulator.centra.state.CentraOrder;
import graphql.schema.idl.RuntimeWiring;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a mutation answers: the orders it touched, or why the shop refused. */
record MutationResult(List<CentraOrder> orders, List<Problem> errors) {

    record Problem(String message, List<String> path) {}

    static MutationResult done(CentraOrder order) {
        return new MutationResult(List.of(order), List.of());
    }

    static MutationResult refused(String message, String... path) {
        return new MutationResult(List.of(), List.of(new Problem(message, List.of(path))));
    }

    private @Nullable CentraOrder first() {
        return orders.isEmpty() ? null : orders.get(0);
    }

    static void addTo(RuntimeWiring.Builder wiring) {
        Fields<MutationResult> fields = new Fields<MutationResult>()
                .with("order", MutationResult::first)
                .with("object", MutationResult::first)
                .with("orders", MutationResult::orders)
                .with("objects", MutationResult::orders)
                .with("userErrors", MutationResult::errors)
                .with("userWarnings", result -> List.of());
        fields.addTo(
                wiring,
                "OrderConfirmPayload",
                "DirectToConsumerOrderCancelPayload",
                "DirectToConsumerOrderUpdatePayload",
                "OrdersLockPayload",
                "AttributesAssignPayload",
                "AttributesAssignBatchPayload",
                "IdConversionsPayload");
        new Fields<Problem>()
                .with("message", Problem::message)
                .with("path", Problem::path)
                .addTo(wiring, "UserError", "UserWarning");
    }
}
