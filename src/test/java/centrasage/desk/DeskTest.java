package centrasage.desk;

import static centrasage.desk.DeskWorld.NOT_PAID;
import static centrasage.desk.DeskWorld.TOTAL;
import static centrasage.desk.DeskWorld.UNKNOWN_SKU;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import centrasage.flow.Document;
import centrasage.flow.Outcome;
import centrasage.flow.Owner;
import centrasage.flow.PostingState;
import centrasage.flow.Severity;
import centrasage.money.Money;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a person does at the desk, and what becomes of the posting by it. */
class DeskTest {
    private final DeskWorld world = new DeskWorld();
    private final Desk desk = world.desk;

    @Test
    void what_sage_refused_is_given_up_too() {
        world.plan("1");
        world.send(new Outcome.Refused(List.of(NOT_PAID)));
        assertThat(desk.resolve(world.only().id(), "ann", "a test order")).isTrue();
        assertThat(world.state("1")).isEqualTo(PostingState.ABANDONED);
    }

    @Test
    void resolving_a_finding_leaves_the_posting_as_it_is() {
        world.post("1");
        world.plan("1", 2, Money.of("132.00", "GBP"), "other");
        assertThat(desk.resolve(world.only().id(), "ann", "corrected")).isTrue();
        assertThat(world.state("1")).isEqualTo(PostingState.POSTED);
    }

    @Test
    void what_has_closed_by_itself_is_neither_resolved_nor_planned_again() {
        world.receive("1", "first");
        world.hold("1", UNKNOWN_SKU);
        world.plan("1");
        assertThat(desk.resolve(world.only().id(), "ann", "entered by hand")).isFalse();
        assertThat(desk.retry(world.only().id(), "ann")).isFalse();
        assertThat(world.state("1")).isEqualTo(PostingState.PLANNED);
        assertThat(world.trail(world.only())).containsExactly("desk OPENED", "desk CLOSED");
    }

    @Test
    void what_was_found_about_a_posted_order_is_not_planned_again_and_no_deed_is_noted() {
        world.receive("1", "first");
        planned();
        world.post("1");
        world.plan("1", 2, Money.of("132.00", "GBP"), "other");
        assertThat(desk.retry(world.only().id(), "ann")).isFalse();
        assertThat(world.store.staging().unplanned("order", 0, 10)).isEmpty();
        assertThat(world.trail(world.only())).containsExactly("desk OPENED");
    }

    @Test
    void what_is_closed_is_given_to_nobody() {
        world.hold("1", UNKNOWN_SKU);
        desk.resolve(world.only().id(), "ann", "entered by hand");
        assertThat(desk.assign(world.only().id(), "ann", "bob")).isFalse();
        assertThat(world.only().assignedTo()).isNull();
        assertThat(world.trail(world.only())).containsExactly("desk OPENED", "ann RESOLVED");
    }

    /** As the step that plans does when it has recorded the plans. */
    private void planned() {
        world.store
                .staging()
                .unplanned("order", 0, 10)
                .forEach(staged -> world.store.staging().planned(staged.id()));
    }

    @Test
    void an_exception_that_does_not_exist_is_left_alone() {
        assertThat(desk.resolve(1, "ann", "x")).isFalse();
        assertThat(desk.retry(1, "ann")).isFalse();
        assertThat(desk.assign(1, "ann", "bob")).isFalse();
        assertThat(desk.get(1)).isEmpty();
    }

    @Test
    void planning_again_what_was_never_received_does_nothing_and_says_nothing() {
        world.hold("1", UNKNOWN_SKU);
        assertThat(desk.retry(world.only().id(), "ann")).isFalse();
        assertThat(world.trail(world.only())).containsExactly("desk OPENED");
    }

    @Test
    void planning_again_puts_the_order_back_in_line() {
        world.receive("1", "first");
        world.hold("1", UNKNOWN_SKU);
        planned();
        assertThat(desk.retry(world.only().id(), "ann")).isTrue();
        assertThat(world.store.staging().unplanned("order", 0, 10)).hasSize(1);
        assertThat(world.only().state()).isEqualTo(BusinessException.State.OPEN);
        assertThat(world.trail(world.only())).containsExactly("desk OPENED", "ann RETRY");
    }

    @Test
    void it_is_given_to_a_person() {
        world.hold("1", UNKNOWN_SKU);
        assertThat(desk.assign(world.only().id(), "ann", "bob")).isTrue();
        assertThat(world.only().assignedTo()).isEqualTo("bob");
        assertThat(world.trail(world.only())).containsExactly("desk OPENED", "ann ASSIGNED");
    }

    @Test
    void the_most_severe_come_first_then_the_oldest_page_by_page() {
        someOfEach();
        assertThat(world.all())
                .extracting(BusinessException::sourceKey, BusinessException::severity)
                .containsExactly(tuple("3", Severity.HIGH), tuple("1", Severity.MEDIUM), tuple("2", Severity.MEDIUM));
        assertThat(desk.list(new Desk.Filter(null, null, null, null), 1, 1))
                .extracting(BusinessException::sourceKey)
                .containsExactly("1");
    }

    @Test
    void a_filter_takes_all_its_parts_together() {
        someOfEach();
        assertThat(keys(new Desk.Filter(BusinessException.State.OPEN, null, null, null)))
                .containsExactly("3", "1", "2");
        assertThat(keys(new Desk.Filter(null, Severity.MEDIUM, Owner.CX, null))).containsExactly("2");
        assertThat(keys(new Desk.Filter(null, null, null, "1"))).containsExactly("1");
        assertThat(keys(new Desk.Filter(null, null, null, null, "EUR"))).containsExactly("2");
        assertThat(keys(new Desk.Filter(BusinessException.State.RESOLVED, null, null, null)))
                .isEmpty();
    }

    @Test
    void exposure_is_the_money_of_each_currency_with_its_oldest() {
        someOfEach();
        List<Exposure.Total> totals =
                world.exposure.of(new Desk.Filter(BusinessException.State.OPEN, null, null, null));
        assertThat(totals)
                .extracting(Exposure.Total::exceptions, Exposure.Total::atRisk)
                .containsExactly(tuple(1L, Money.of("50.00", "EUR")), tuple(2L, Money.of("120.01", "GBP")));
        assertThat(totals.get(1).oldest())
                .isEqualTo(world.desk
                        .list(new Desk.Filter(null, null, null, "1"), 0, 1)
                        .get(0)
                        .openedAt());
        assertThat(desk.open()).isEqualTo(3);
        assertThat(desk.atRisk())
                .containsEntry("EUR", Money.of("50.00", "EUR"))
                .containsEntry("GBP", Money.of("120.01", "GBP"));
    }

    @Test
    void what_is_resolved_is_at_risk_no_more() {
        world.hold("1", UNKNOWN_SKU);
        desk.resolve(world.only().id(), "ann", "entered by hand");
        assertThat(desk.open()).isZero();
        assertThat(desk.atRisk()).isEmpty();
        assertThat(world.exposure.of(new Desk.Filter(BusinessException.State.OPEN, null, null, null)))
                .isEmpty();
    }

    private void someOfEach() {
        world.hold("1", 1, TOTAL, UNKNOWN_SKU);
        world.store.advance(Duration.ofMinutes(1));
        world.hold("2", 1, Money.of("50.00", "EUR"), NOT_PAID);
        world.store.advance(Duration.ofMinutes(1));
        world.plan("3");
        world.send(new Outcome.Posted(new Document(
                "73",
                "0000000233",
                Money.of("120.01", "GBP"),
                null,
                world.store.time().now())));
    }

    private List<String> keys(Desk.Filter filter) {
        return desk.list(filter, 0, 10).stream()
                .map(BusinessException::sourceKey)
                .toList();
    }
}
