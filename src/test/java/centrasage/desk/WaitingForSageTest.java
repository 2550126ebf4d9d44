package centrasage.desk;

import static centrasage.desk.DeskWorld.NOT_PAID;
import static centrasage.desk.DeskWorld.TOTAL;
import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.Document;
import centrasage.flow.Outcome;
import centrasage.flow.Owner;
import centrasage.flow.PostingState;
import centrasage.flow.Reason;
import centrasage.flow.Severity;
import centrasage.flow.event.PostingOverdue;
import centrasage.sync.posting.Claimed;
import centrasage.sync.posting.Purpose;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is locked, parked or stuck: when a person is told of it, what a person may do, and when it is over. */
class WaitingForSageTest {
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Reason NO_STOCK =
            new Reason("NOT_ENOUGH_STOCK", Owner.OPERATIONS, "Stock is short", "Book the stock in");
    private static final Reason LOCKED = stuck(PostingState.LOCKED);

    private final DeskWorld world = new DeskWorld();
    private final Desk desk = world.desk;

    private static Reason stuck(PostingState state) {
        return new Reason(PostingOverdue.code(state), Owner.OPERATIONS, "It is " + state + " since noon", "Look");
    }

    private void parked() {
        world.plan("1");
        world.send(Outcome.Refused.forNow(List.of(NO_STOCK)));
    }

    private void locked() {
        world.plan("1");
        world.send(new Outcome.Locked("Ann on PC-1"));
    }

    private void stuckInALock() {
        locked();
        world.overdue("1", PostingState.LOCKED, LOCKED);
    }

    @Test
    void what_is_parked_opens_one_at_once_for_the_owner_of_its_reason() {
        parked();
        assertThat(world.only().kind()).isEqualTo(BusinessException.Kind.PARKED);
        assertThat(world.only().owner()).isEqualTo(Owner.OPERATIONS);
        assertThat(world.only().headline()).isEqualTo("Order 1 cannot be posted for now: Stock is short");
        assertThat(world.only().atRisk()).isEqualTo(TOTAL);
    }

    @Test
    void what_is_parked_again_for_the_same_reasons_is_no_news_and_closes_when_it_is_posted() {
        parked();
        BusinessException before = world.only();
        world.store.advance(Duration.ofHours(1));
        world.send(Outcome.Refused.forNow(List.of(NO_STOCK)));
        assertThat(world.only()).isEqualTo(before);
        world.send(Outcome.Refused.forNow(List.of(NOT_PAID)));
        assertThat(world.only().owner()).isEqualTo(Owner.CX);
        world.send(posted());
        assertThat(world.only().state()).isEqualTo(BusinessException.State.RESOLVED);
        assertThat(world.trail(before)).containsExactly("desk OPENED", "desk CHANGED", "desk CLOSED");
    }

    @Test
    void what_is_parked_for_long_is_the_same_exception_and_stays_more_severe_when_it_is_tried_in_vain() {
        parked();
        assertThat(world.only().severity()).isEqualTo(Severity.MEDIUM);
        world.overdue("1", PostingState.PARKED, stuck(PostingState.PARKED));
        assertThat(world.only().severity()).isEqualTo(Severity.HIGH);
        world.overdue("1", PostingState.PARKED, stuck(PostingState.PARKED));
        world.send(Outcome.Refused.forNow(List.of(NO_STOCK)));
        assertThat(world.only().severity()).isEqualTo(Severity.HIGH);
        assertThat(world.trail(world.only())).containsExactly("desk OPENED", "desk ESCALATED");
    }

    @Test
    void what_is_locked_for_long_stays_open_while_it_is_tried_and_closes_when_it_is_posted() {
        locked();
        assertThat(world.all()).isEmpty();
        world.overdue("1", PostingState.LOCKED, LOCKED);
        BusinessException stuck = world.only();
        assertThat(stuck.kind()).isEqualTo(BusinessException.Kind.STUCK);
        assertThat(stuck.headline()).isEqualTo("Order 1: it is LOCKED since noon");
        assertThat(stuck.atRisk()).isEqualTo(TOTAL);
        world.store.advance(Duration.ofHours(1));
        world.overdue("1", PostingState.LOCKED, LOCKED);
        world.send(new Outcome.Locked("Ann on PC-1"));
        world.send(new Outcome.Unavailable("connection refused"));
        assertThat(world.only()).isEqualTo(stuck);
        world.send(posted());
        assertThat(world.only().state()).isEqualTo(BusinessException.State.RESOLVED);
        assertThat(world.trail(stuck)).containsExactly("desk OPENED", "desk CLOSED");
    }

    @Test
    void what_moves_on_into_another_state_is_not_stuck_any_more() {
        stuckInALock();
        world.send(new Outcome.InDoubt("timeout"));
        assertThat(world.only().state()).isEqualTo(BusinessException.State.RESOLVED);
        world.overdue("1", PostingState.IN_DOUBT, stuck(PostingState.IN_DOUBT));
        assertThat(world.only().state()).isEqualTo(BusinessException.State.OPEN);
        assertThat(world.only().severity()).isEqualTo(Severity.HIGH);
    }

    @Test
    void what_a_person_settled_is_told_again_only_once_it_is_news() {
        world.plan("1");
        world.overdue("1", PostingState.PLANNED, stuck(PostingState.PLANNED));
        desk.resolve(world.only().id(), "ann", "Sage was being updated");
        world.overdue("1", PostingState.PLANNED, stuck(PostingState.PLANNED));
        assertThat(world.only().state()).isEqualTo(BusinessException.State.RESOLVED);
        assertThat(world.state("1")).as("it goes on by itself").isEqualTo(PostingState.PLANNED);
        world.send(new Outcome.Locked("Ann"));
        world.overdue("1", PostingState.LOCKED, LOCKED);
        assertThat(world.only().state()).isEqualTo(BusinessException.State.OPEN);
    }

    @Test
    void what_is_locked_or_parked_is_given_up_by_resolving_it_and_never_sent_again() {
        stuckInALock();
        assertThat(desk.resolve(world.only().id(), "ann", "entered by hand")).isTrue();
        assertThat(world.state("1")).isEqualTo(PostingState.ABANDONED);
        assertThat(world.posting("1").reasons().get(0).what()).endsWith("by Ann on PC-1");
        assertThat(world.store.queued()).isZero();
        world.send(new Outcome.InDoubt("it must not come so far"));
        assertThat(world.posting("1").attempts()).isEqualTo(1);

        world.receive("1", "first");
        assertThat(desk.retry(world.only().id(), "bob")).isTrue();
        assertThat(world.state("1")).as("taken up for its next plan").isEqualTo(PostingState.HELD);
    }

    @Test
    void what_is_given_up_while_it_is_tried_is_given_up_as_soon_as_that_has_failed() {
        parked();
        Claimed claimed = sending();
        assertThat(desk.resolve(world.only().id(), "ann", "entered by hand")).isTrue();
        assertThat(world.state("1")).isEqualTo(PostingState.SENDING);
        end(claimed, Outcome.Refused.forNow(List.of(NO_STOCK)));
        assertThat(world.state("1")).isEqualTo(PostingState.ABANDONED);
        assertThat(world.posting("1").reasons()).containsExactly(NO_STOCK);
        assertThat(world.only().note()).isEqualTo("ann: entered by hand");
        assertThat(world.trail(world.only())).containsExactly("desk OPENED", "ann RESOLVED");
    }

    @Test
    void what_is_given_up_while_it_is_tried_and_goes_through_is_posted() {
        stuckInALock();
        Claimed claimed = sending();
        desk.resolve(world.only().id(), "ann", "entered by hand");
        end(claimed, posted());
        assertThat(world.state("1")).isEqualTo(PostingState.POSTED);
    }

    @Test
    void a_person_may_have_it_tried_now() {
        world.plan("1");
        Claimed claimed = sending();
        world.store.store().conclude(claimed, Outcome.Refused.forNow(List.of(NO_STOCK)), Duration.ofDays(1));
        world.store.store().release(claimed);
        assertThat(claim()).isEmpty();
        assertThat(desk.retry(world.only().id(), "ann")).isTrue();
        assertThat(claim()).hasSize(1);
        assertThat(world.trail(world.only())).containsExactly("desk OPENED", "ann RETRY");
    }

    private List<Claimed> claim() {
        return world.store.store().claim(Purpose.POST, "a", LEASE, 10);
    }

    private Claimed sending() {
        Claimed claimed = claim().get(0);
        world.store.store().intend(claimed, LEASE, "nothing found");
        return claimed;
    }

    private void end(Claimed claimed, Outcome outcome) {
        world.store.store().conclude(claimed, outcome, Duration.ZERO);
        world.store.store().release(claimed);
    }

    private Outcome posted() {
        return new Outcome.Posted(
                new Document("71", "00001", TOTAL, null, world.store.time().now()));
    }
}
