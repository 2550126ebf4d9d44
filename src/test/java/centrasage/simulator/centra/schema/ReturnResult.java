package centrasage.simulator.centra.schema;

import centrasage.simulator.centra.shipping.ShippingRefused;
import centrasage.simulator.centra.state.OrderReturn;
import centrasage.simulator.trade.Payment;
import graphql.schema.idl.RuntimeWiring;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a mutation of a return answers. */
record ReturnResult(
        @Nullable OrderReturn made, List<PaymentFields.Entry> entries, List<MutationResult.Problem> errors) {

    static void addTo(RuntimeWiring.Builder wiring) {
        new Fields<ReturnResult>()
                .with("return", ReturnResult::made)
                .with("paymentHistoryEntries", ReturnResult::entries)
                .with(
                        "paymentHistoryEntry",
                        result -> result.entries().isEmpty()
                                ? null
                                : result.entries().get(0))
                .with("userErrors", ReturnResult::errors)
                .with("userWarnings", result -> List.of())
                .addTo(
                        wiring,
                        "ReturnCreatePayload",
                        "ReturnCompletePayload",
                        "ReturnUncompletePayload",
                        "ReturnDeletePayload",
                        "ReturnRefundPayload");
    }

    /** What the shop refuses is an error of the answer, and not one of the query. */
    static ReturnResult of(Supplier<ReturnResult> work) {
        try {
            return work.get();
        } catch (ShippingRefused refused) {
            return new ReturnResult(
                    null, List.of(), List.of(new MutationResult.Problem(refused.message(), refused.path())));
        }
    }

    static ReturnResult done(OrderReturn made) {
        return new ReturnResult(made, List.of(), List.of());
    }

    static ReturnResult refunded(OrderReturn made, List<Payment> entries) {
        return new ReturnResult(
                made,
                entries.stream()
                        .map(entry -> new PaymentFields.Entry(made.order(), entry))
                        .toList(),
                List.of());
    }
}
