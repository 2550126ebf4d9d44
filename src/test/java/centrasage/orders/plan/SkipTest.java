package centrasage.orders.plan;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.OrdersFrom;
import centrasage.flow.Plan;
import centrasage.orders.PostAs;
import centrasage.orders.check.GiftCardRules;
import centrasage.orders.check.OrderRules;
import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Orders that are not for Sage 200, now or ever: nobody has to act, so there is no exception. */
class SkipTest {
    private final OrderPlanner planner = new OrderPlanner(document -> "");

    static Stream<Arguments> situations() {
        return Stream.of(
                skipped("pending", "STATUS", draft -> draft.status = "PENDING"),
                skipped("cancelled", "ORDER_CANCELLED", draft -> draft.status = "CANCELLED"),
                skipped("cancelled, and internal by now", "ORDER_CANCELLED", draft -> {
                    draft.status = "CANCELLED";
                    draft.internal = true;
                }),
                skipped("archived", "STATUS", draft -> draft.status = "ARCHIVED"),
                skipped("held by a person", "ON_HOLD", draft -> draft.onHold = true),
                skipped("held: payment mismatch", "ON_HOLD", held("PAYMENT_MISMATCH")),
                skipped("held: payment", "ON_HOLD", held("WAITING_FOR_PAYMENT")),
                skipped("held: fraud check", "ON_HOLD", held("WAITING_FOR_FRAUD_CHECK")),
                skipped("held: stock check", "ON_HOLD", held("WAITING_FOR_CHECK_FIRST_ALLOCATION")),
                skipped("held: gift card", "ON_HOLD", held("WAITING_FOR_GIFT_CARD_AUTHORIZATION")),
                skipped("waiting for payment", "ON_HOLD", draft -> draft.holdReason = "WAITING_FOR_PAYMENT"),
                skipped("internal", "INTERNAL", draft -> draft.internal = true),
                skipped(
                        "before the cut-over",
                        "BEFORE_CUT_OVER",
                        draft -> draft.createdAt = Instant.parse("2026-10-31T23:59:59Z")),
                skipped("pending and otherwise wrong", "STATUS", draft -> {
                    draft.status = "PENDING";
                    draft.withoutAddress = true;
                    draft.holdReason = "SOMETHING_NEW";
                }),
                skipped("old and of an unknown status", "BEFORE_CUT_OVER", draft -> {
                    draft.createdAt = Instant.parse("2020-01-01T12:00:00Z");
                    draft.status = "MELTED";
                }));
    }

    @Test
    void where_invoices_post_from_the_despatch_a_sound_order_is_validated_and_no_more() {
        OrderPlanner validating = new OrderPlanner(document -> "", invoiced -> "", PostAs.of("sales-invoice"));
        OrderDraft draft = OrderDraft.ordinary();

        Plan sound = validating.plan(draft.build(), Samples.mappings(), Samples.site(), Samples.rules());
        assertThat(sound).isInstanceOf(Plan.Skip.class);
        assertThat(((Plan.Skip) sound).reason().code()).isEqualTo("VALIDATED_ONLY");
        assertThat(((Plan.Skip) sound).reason().remedy())
                .isEqualTo("Nothing: each of its shipments is invoiced once it has left");

        draft.withoutAddress = true;
        Plan wanting = validating.plan(draft.build(), Samples.mappings(), Samples.site(), Samples.rules());
        assertThat(wanting)
                .isInstanceOf(Plan.Hold.class)
                .isEqualTo(planner.plan(draft.build(), Samples.mappings(), Samples.site(), Samples.rules()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("situations")
    void is_skipped(String name, String code, Consumer<OrderDraft> change) {
        OrderDraft draft = OrderDraft.ordinary();
        change.accept(draft);

        Plan plan = planner.plan(draft.build(), Samples.mappings(), Samples.site(), Samples.rules());

        assertThat(plan).as(name).isInstanceOf(Plan.Skip.class);
        assertThat(((Plan.Skip) plan).reason().code()).isEqualTo(code);
    }

    @Test
    void a_cancelled_order_is_not_said_to_follow_by_itself() {
        assertThat(remedy("CANCELLED")).isEqualTo("Nothing to do: a cancelled order does not go to Sage 200");
        assertThat(remedy("PENDING")).contains("follows by itself");
    }

    private String remedy(String status) {
        OrderDraft draft = OrderDraft.ordinary();
        draft.status = status;
        Plan plan = planner.plan(draft.build(), Samples.mappings(), Samples.site(), Samples.rules());
        return ((Plan.Skip) plan).reason().remedy();
    }

    @Test
    void a_store_that_is_not_listed_is_skipped() {
        assertThat(planned("Showroom", OrdersFrom.THE_BEGINNING)).isEqualTo("OTHER_STORE");
        assertThat(planned("WEB SHOP", OrdersFrom.THE_BEGINNING)).isEqualTo("posted");
    }

    @Test
    void a_number_from_before_the_cut_over_is_skipped() {
        assertThat(planned("Web shop", OrdersFrom.parse("10235"))).isEqualTo("BEFORE_CUT_OVER");
        assertThat(planned("Web shop", OrdersFrom.parse("10234"))).isEqualTo("posted");
    }

    private String planned(String store, OrdersFrom from) {
        OrderDraft draft = OrderDraft.ordinary();
        draft.store = store;
        OrderRules rules = new OrderRules(
                "33",
                from,
                Set.of("Confirmed"),
                Set.of("Web shop"),
                OrderRules.Allocation.AVAILABLE,
                Samples.TOLERANCE,
                OrderRules.NegativeRounding.HOLD,
                OrderRules.OnDifference.EXCEPTION,
                GiftCardRules.of("", "tender"),
                Samples.LONDON);
        return planner.plan(draft.build(), Samples.mappings(), Samples.site(), rules)
                .match(post -> "posted", skip -> skip.reason().code(), hold -> hold.toString());
    }

    private static Consumer<OrderDraft> held(String reason) {
        return draft -> {
            draft.onHold = true;
            draft.holdReason = reason;
        };
    }

    private static Arguments skipped(String name, String code, Consumer<OrderDraft> change) {
        return Arguments.of(name, code, change);
    }
}
