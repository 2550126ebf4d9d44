package centrasage.console.words;

import static centrasage.console.Situations.NOT_PAID;
import static centrasage.console.Situations.UNKNOWN_SKU;
import static centrasage.console.Situations.exception;
import static org.assertj.core.api.Assertions.assertThat;

import centrasage.console.Situations;
import centrasage.desk.BusinessException;
import centrasage.desk.BusinessException.Kind;
import centrasage.flow.Owner;
import centrasage.flow.Reason;
import centrasage.flow.event.SettlementFinding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AdviceTest {
    private final Amounts amounts = new Amounts();

    @Test
    void every_remedy_is_a_step_once_and_planning_again_is_the_last() {
        Advice advice = Advice.of(exception(1, Kind.HELD, "54", "GBP", UNKNOWN_SKU, NOT_PAID, UNKNOWN_SKU), amounts);
        assertThat(advice.plannable()).isTrue();
        assertThat(advice.steps())
                .hasSize(3)
                .startsWith(UNKNOWN_SKU.remedy(), NOT_PAID.remedy())
                .last()
                .asString()
                .startsWith("Press Plan again");
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"HELD", "REFUSED", "CHANGED_AFTER_POSTING", "DUPLICATE"})
    void of_a_payment_it_says_what_is_wrong_with_the_money(Kind kind) {
        assertThat(Advice.of(Situations.about(kind, "10234/P55"), amounts).why())
                .contains("clearing bank")
                .doesNotContain("order");
    }

    @Test
    void what_has_no_rule_is_entered_by_hand_and_then_resolved() {
        Reason bundle = new Reason("PRICE_NOT_EXACT", Owner.FINANCE, "No price is exact", "Enter it by hand");
        Advice alone = Advice.of(exception(1, Kind.HELD, "54", "GBP", bundle), amounts);
        assertThat(alone.byHand()).isTrue();
        assertThat(alone.steps()).hasSize(2);
        assertThat(alone.steps().get(0)).startsWith("Enter the order in Sage 200 by hand, with C10001 as its");
        assertThat(alone.steps().get(1)).startsWith("Press Resolve");

        Advice more = Advice.of(exception(1, Kind.HELD, "54", "GBP", bundle, UNKNOWN_SKU), amounts);
        assertThat(more.steps()).hasSize(3).startsWith(UNKNOWN_SKU.remedy());
        assertThat(Advice.of(exception(1, Kind.HELD, "54", "GBP", UNKNOWN_SKU), amounts)
                        .byHand())
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {
                "DUPLICATE",
                "TOTAL_DIFFERS",
                "VAT_DIFFERS",
                "DATE_DIFFERS",
                "CHANGED_AFTER_POSTING",
                "DRIFT",
                "MISSING_IN_SAGE",
                "STOPPED_IN_SAGE",
                "DRAFT_IN_SAGE",
                "NOT_EXPECTED_IN_SAGE"
            })
    void what_is_posted_already_is_mended_in_sage_and_resolved_here(Kind kind) {
        Advice advice = Advice.of(exception(1, kind, "54", "GBP", UNKNOWN_SKU), amounts);
        assertThat(advice.plannable()).isFalse();
        assertThat(advice.steps()).last().asString().startsWith("Resolve it here");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void every_kind_says_why_it_matters(Kind kind) {
        assertThat(Advice.of(exception(1, kind, "54", "GBP", UNKNOWN_SKU), amounts)
                        .why())
                .endsWith(".");
    }

    @ParameterizedTest
    @EnumSource(SettlementFinding.Kind.class)
    void what_is_wrong_with_a_settlement_is_said_of_money_and_not_of_an_order(SettlementFinding.Kind kind) {
        Kind shown = Kind.valueOf(kind.name());
        Advice advice = Advice.of(exception(1, shown, "54", "GBP", UNKNOWN_SKU), amounts);
        assertThat(advice.why()).containsPattern("paid|posted|bank|received").doesNotContain("order");
        assertThat(advice.plannable()).isFalse();
        assertThat(advice.steps())
                .containsExactly(UNKNOWN_SKU.remedy(), "Resolve it here, and say in a few words what you did.");
        assertThat(advice.opensAgain()).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {
                "SETTLEMENT_NOT_PROVEN",
                "SETTLEMENT_NOT_MAPPED",
                "SETTLEMENT_UNMATCHED",
                "FEES_DIFFER",
                "NEVER_PAID_OUT",
                "JOURNAL_DIFFERS",
                "JOURNAL_NOT_IMPORTED",
                "CLEARING_DIFFERS"
            })
    void of_a_settlement_it_says_how_much_money_is_meant(Kind kind) {
        assertThat(Advice.of(exception(1, kind, "54", "GBP", UNKNOWN_SKU), amounts)
                        .why())
                .contains("54.00");
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"PARKED", "STUCK"})
    void what_was_given_up_is_not_said_to_be_tried_again(Kind kind) {
        BusinessException open = exception(1, kind, "54", "GBP", UNKNOWN_SKU);
        assertThat(Advice.of(resolved(open), amounts).why())
                .contains("54.00")
                .doesNotContain("by itself")
                .doesNotContain("Until");
        assertThat(Advice.of(exception(1, Kind.PARKED, "54", "GBP", UNKNOWN_SKU), amounts)
                        .why())
                .endsWith("It is tried again by itself.");
    }

    private static BusinessException resolved(BusinessException open) {
        return new BusinessException(
                open.id(),
                open.kind(),
                open.severity(),
                open.owner(),
                BusinessException.State.RESOLVED,
                open.company(),
                open.sourceKey(),
                open.atRisk(),
                open.headline(),
                open.reasons(),
                null,
                "admin: despatched by hand",
                open.openedAt(),
                open.changedAt(),
                open.handling());
    }

    @Test
    void only_what_changed_in_centra_opens_again_when_it_changes_there() {
        assertThat(Advice.of(exception(1, Kind.MISSING_IN_SAGE, "54", "GBP", UNKNOWN_SKU), amounts)
                        .opensAgain())
                .doesNotContain("Centra")
                .contains("or when this is over and comes back");
        assertThat(Advice.of(exception(1, Kind.CHANGED_AFTER_POSTING, "54", "GBP", UNKNOWN_SKU), amounts)
                        .opensAgain())
                .contains("changes in Centra");
    }

    @Test
    void where_no_money_differs_no_amount_is_named() {
        Reason changed =
                new Reason("CHANGED_AFTER_POSTING", Owner.OPERATIONS, "The delivery address changed", "Correct it");
        assertThat(Advice.of(exception(1, Kind.CHANGED_AFTER_POSTING, "0", "GBP", changed), amounts)
                        .why())
                .contains("No money differs")
                .doesNotContain("0.00");
        assertThat(Advice.of(exception(1, Kind.CHANGED_AFTER_POSTING, "4.5", "GBP", changed), amounts)
                        .why())
                .contains("4.50 apart");
    }
}
