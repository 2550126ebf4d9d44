package centrasage.reconcile.completeness;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import centrasage.desk.BusinessException;
import centrasage.flow.Owner;
import centrasage.flow.ParameterRefused;
import centrasage.flow.Severity;
import centrasage.money.Money;
import centrasage.reconcile.received.MoneyReceived;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every number of a day is judged once, from both sides; what nothing else tells is told, and closed when it is over. */
class CompletenessTest {
    private final CompletenessWorld world = new CompletenessWorld();

    @Test
    void what_both_sides_have_with_the_same_total_is_no_difference() {
        world.agrees("101");
        assertThat(world.standings()).containsOnly(entry("101", Standing.AGREES));
        assertThat(world.reconcile().silent()).isEmpty();
        assertThat(world.told()).isEmpty();
    }

    @Test
    void what_never_arrived_is_staged_and_told_and_closes_once_it_is_planned() {
        world.made("102", CompletenessWorld.TOTAL);
        world.completed("102-1");
        world.reconcile();
        assertThat(world.told()).containsExactlyInAnyOrder("NOT_COLLECTED 102", "NOT_COLLECTED 102-1");
        assertThat(world.store.staging().unplanned("order", 0, 10)).hasSize(1);
        assertThat(world.store.staging().unplanned("shipment", 0, 10)).hasSize(1);
        assertThat(world.open().get(0).atRisk()).isIn(CompletenessWorld.TOTAL, Money.of("50.00", "GBP"));
        world.planned("order");
        world.planned("shipment");
        world.posted("102");
        assertThat(world.told()).as("without another reconcile").containsExactly("NOT_COLLECTED 102-1");
        world.planDespatch("102-1", 2);
        assertThat(world.told()).isEmpty();
        world.sage.totals.put("33", Map.of("102", CompletenessWorld.TOTAL));
        world.despatched("102-1", 2);
        world.reconcile();
        assertThat(world.told()).isEmpty();
    }

    @Test
    void a_capture_that_never_arrived_is_staged_and_told_and_closes_once_it_is_here() {
        world.agrees("102");
        world.completed("103-1");
        world.captured("102", 5);
        world.reconcile();
        assertThat(world.money.asked).as("of sent orders too").containsExactly("102", "103");
        assertThat(world.told()).containsExactlyInAnyOrder("NOT_COLLECTED 102/P5", "NOT_COLLECTED 103-1");
        assertThat(world.store.staging().unplanned("payments", 0, 10)).hasSize(1);
        world.reconcile();
        assertThat(world.told()).as("the night after").contains("NOT_COLLECTED 102/P5");
        world.money.missed = new MoneyReceived.Found(List.of(), List.of(), List.of());
        world.reconcile();
        assertThat(world.told()).doesNotContain("NOT_COLLECTED 102/P5");
    }

    @Test
    void what_was_collected_after_all_is_not_open_any_more_whatever_its_plan_is_and_in_whichever_company() {
        world.made("116", CompletenessWorld.TOTAL);
        world.made("117", CompletenessWorld.TOTAL);
        world.reconcile();
        world.hold("116");
        world.postedTo("44", "117");
        assertThat(world.told()).containsExactly("HELD 116");
    }

    @Test
    void what_came_just_now_is_on_its_way() {
        world.made("103", CompletenessWorld.TOTAL);
        world.now = java.time.Instant.parse("2026-11-23T12:20:00Z");
        assertThat(world.standings()).containsOnly(entry("103", Standing.ON_ITS_WAY));
        world.reconcile();
        assertThat(world.told()).isEmpty();
        assertThat(world.store.staging().unplanned("order", 0, 10)).isEmpty();
    }

    @Test
    void what_is_held_is_told_by_its_own_exception_and_what_nobody_tells_of_is_forgotten() {
        world.received("104");
        world.hold("104");
        world.reconcile();
        assertThat(world.told()).containsExactly("HELD 104");
        assertThat(world.standings()).containsEntry("104", Standing.FOR_A_PERSON);
        world.store.database().execute("UPDATE business_exception SET state = 'RESOLVED'");
        world.reconcile();
        assertThat(world.told()).containsExactly("FORGOTTEN 104");
        world.reconcile();
        assertThat(world.told()).as("the night after").containsExactly("FORGOTTEN 104");
        world.plan(
                CompletenessWorld.order("104"),
                "33/C104",
                new centrasage.flow.Plan.Skip(
                        new centrasage.flow.Reason("TEST", centrasage.flow.Owner.CX, "It is a test", "Nothing")));
        world.reconcile();
        assertThat(world.told()).isEmpty();
    }

    @Test
    void what_order_drift_tells_is_shown_in_the_day_and_not_told_twice() {
        world.agrees("105");
        world.agrees("106");
        world.made("106", Money.of("121.00", "GBP"));
        requireNonNull(world.sage.totals.get("33")).remove("105");
        world.reconcile();
        assertThat(world.standings())
                .containsOnly(entry("105", Standing.MISSING_IN_SAGE), entry("106", Standing.DIFFERS));
        assertThat(world.told()).isEmpty();
    }

    @Test
    void what_sage_has_and_centra_does_not_is_told_and_closes_when_it_is_cancelled_there() {
        world.agrees("107");
        world.centra.made.clear();
        world.reconcile();
        assertThat(world.told()).containsExactly("NOT_IN_CENTRA 107");
        requireNonNull(world.sage.totals.get("33")).clear();
        world.reconcile();
        assertThat(world.told()).isEmpty();
    }

    @Test
    void an_order_of_another_day_in_centra_is_no_stranger() {
        world.agrees("108");
        world.centra.made.clear();
        world.centra.ofOtherDays.add("108");
        world.reconcile();
        assertThat(world.told()).isEmpty();
        assertThat(world.standings()).containsOnly(entry("108", Standing.AGREES));
    }

    @Test
    void a_completed_shipment_without_a_despatch_is_told_after_the_limit_and_closes_when_it_is_despatched() {
        world.agrees("109");
        world.completed("109-1");
        world.planDespatch("109-1", 2);
        world.now = java.time.Instant.parse("2026-11-24T11:00:00Z");
        assertThat(world.standings()).containsEntry("109-1", Standing.UNDER_WAY);
        world.now = world.now.plus(Duration.ofHours(2));
        world.reconcile();
        assertThat(world.told()).containsExactly("NOT_DESPATCHED 109-1");
        world.reconcile();
        assertThat(world.told()).as("the night after").containsExactly("NOT_DESPATCHED 109-1");
        world.despatched("109-1", 2);
        world.reconcile();
        assertThat(world.told()).isEmpty();
    }

    @Test
    void a_despatch_that_is_gone_or_has_other_quantities_is_told() {
        world.agrees("110");
        world.completed("110-1");
        world.despatched("110-1", 2);
        world.inSage("110", "110-1", 3);
        world.reconcile();
        assertThat(world.told()).containsExactly("DESPATCH_DIFFERS 110-1");
        assertThat(world.open().get(0).headline())
                .isEqualTo("Shipment 110-1: Despatch D9 in Sage 200 has TEE 3 instead of 2");
        world.sage.despatches.clear();
        world.reconcile();
        assertThat(world.told()).containsExactly("NOT_DESPATCHED 110-1");
        world.inSage("110", "110-1, by hand", 2);
        world.reconcile();
        assertThat(world.told()).isEmpty();
    }

    @Test
    void a_number_on_several_despatches_is_told_and_closes_when_one_is_left() {
        world.agrees("118");
        world.completed("118-1");
        world.despatched("118-1", 2);
        world.inSageToo("118", 10, "118-1", 2);
        world.reconcile();
        assertThat(world.told()).containsExactly("DESPATCH_DIFFERS 118-1");
        BusinessException told = world.open().get(0);
        assertThat(told.headline())
                .isEqualTo(
                        "Shipment 118-1: Despatches D10 and D9 in Sage 200 all carry its number; together they hold TEE 4"
                                + " instead of 2");
        assertThat(told.owner()).isEqualTo(Owner.OPERATIONS);
        assertThat(told.severity()).isEqualTo(Severity.HIGH);
        world.reconcile();
        assertThat(world.open()).as("the night after").containsExactly(told);
        world.inSage("118", "118-1", 2);
        world.inSageToo("118", 10, "another parcel", 2);
        world.reconcile();
        assertThat(world.told()).isEmpty();
    }

    @Test
    void a_number_on_the_despatch_of_another_order_is_told_too() {
        world.agrees("119");
        world.completed("119-1");
        world.despatched("119-1", 2);
        world.agrees("120");
        world.completed("120-1");
        world.despatched("120-1", 2);
        world.sage.despatches.remove("120");
        world.inSageToo("120", 11, "119-1", 2);
        world.reconcile();
        assertThat(world.told()).containsExactlyInAnyOrder("DESPATCH_DIFFERS 119-1", "NOT_DESPATCHED 120-1");
    }

    @Test
    void while_an_order_is_gone_its_shipments_put_no_money_at_risk_and_once_that_is_told_they_are_not() {
        world.agrees("121");
        world.completed("121-1");
        world.despatched("121-1", 2);
        world.sage.despatches.clear();
        world.sage.totals.clear();
        world.reconcile();
        assertThat(world.told()).containsExactly("NOT_DESPATCHED 121-1");
        assertThat(world.open().get(0).atRisk()).isEqualTo(Money.of("0", "GBP"));
        assertThat(world.open().get(0).reasons().get(0).remedy()).startsWith("Nothing for this one");
        world.toldToBeMissing("121");
        world.reconcile();
        assertThat(world.told()).containsExactly("MISSING_IN_SAGE 121");
        world.inSage("121", "no number", 2);
        world.reconcile();
        assertThat(world.told()).as("the order is there again").contains("NOT_DESPATCHED 121-1");
    }

    @Test
    void a_product_sold_in_dozens_agrees_whether_sage_tells_dozens_or_pieces() {
        world.agrees("115");
        world.completed("115-1");
        world.despatched("115-1", 2);
        world.inSage("115", "115-1", 2, 12);
        assertThat(world.standings()).containsEntry("115-1", Standing.AGREES);
        world.inSage("115", "115-1", 24, 12);
        assertThat(world.standings()).containsEntry("115-1", Standing.AGREES);
        world.inSage("115", "115-1", 12, 12);
        assertThat(world.standings()).containsEntry("115-1", Standing.DIFFERS);
    }

    @Test
    void a_despatch_with_the_number_of_a_shipment_that_centra_does_not_have_is_told() {
        world.agrees("111");
        world.completed("111-1");
        world.planDespatch("111-1", 2);
        world.inSage("111", "111-2", 2);
        world.reconcile();
        assertThat(world.told()).contains("DESPATCH_NOT_IN_CENTRA 111-2");
        world.centra.ofOtherDays.add("111-2");
        world.reconcile();
        assertThat(world.told()).doesNotContain("DESPATCH_NOT_IN_CENTRA 111-2");
    }

    @Test
    void a_company_that_does_not_answer_hides_nothing_of_the_others_and_closes_nothing_of_its_own() {
        world.agrees("112");
        world.centra.made.clear();
        world.reconcile();
        world.received("113");
        world.postedTo("44", "113");
        world.made("114", CompletenessWorld.TOTAL);
        world.sage.silent.add("44");
        Report report = world.reconcile();
        assertThat(report.silent()).containsOnlyKeys("company 44 of Sage 200");
        assertThat(world.told()).containsExactlyInAnyOrder("NOT_IN_CENTRA 112", "NOT_COLLECTED 114");
        assertThat(world.standings()).containsEntry("113", Standing.UNKNOWN);
        world.sage.silent.add("33");
        world.sage.totals.clear();
        world.reconcile();
        assertThat(world.told()).as("nobody can say that it is over").contains("NOT_IN_CENTRA 112");
    }

    @Test
    void a_centra_that_does_not_answer_fails_at_the_end_and_closes_nothing() {
        world.agrees("115");
        world.centra.made.clear();
        world.reconcile();
        world.centra.silent = "Centra answers 503";
        assertThat(world.reconcile().silent()).containsOnly(entry("Centra", "Centra answers 503"));
        assertThat(world.told()).containsExactly("NOT_IN_CENTRA 115");
    }

    @Test
    void days_are_asked_for_by_their_names() throws ParameterRefused {
        assertThat(asked(null, null).first()).isNull();
        assertThat(asked("2026-11-01", "2026-11-03").last()).isEqualTo("2026-11-03");
        assertThatThrownBy(() -> asked("yesterday", null)).hasMessageContaining("from = yesterday");
        assertThatThrownBy(() -> asked("2026-11-03", "2026-11-01")).hasMessageContaining("comes before");
        assertThatThrownBy(() -> asked("2026-01-01", "2026-11-01")).hasMessageContaining("92 days");
        assertThatThrownBy(() -> asked(null, "2026-11-01")).hasMessageContaining("from");
    }

    @Test
    void a_first_day_alone_asks_for_all_until_today() throws ParameterRefused {
        assertThat(asked("2026-11-01", null)).isEqualTo(asked("2026-11-01", "2026-11-25"));
        assertThat(asked("2026-11-25", "")).isEqualTo(asked("2026-11-25", "2026-11-25"));
        assertThatThrownBy(() -> asked("2026-11-26", null)).hasMessageContaining("from = 2026-11-26 is still to come");
        assertThatThrownBy(() -> asked("2026-01-01", null)).hasMessageContaining("92 days from today");
    }

    private static AskedDays asked(@Nullable String from, @Nullable String to) throws ParameterRefused {
        return AskedDays.of(from, to, LocalDate.of(2026, 11, 25));
    }
}
