package centrasage.sync.store;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.Finding;
import centrasage.flow.Outcome;
import centrasage.flow.PostingState;
import centrasage.flow.Reason;
import centrasage.flow.event.PostingChanged;
import centrasage.sync.posting.Claimed;
import centrasage.sync.posting.MovableClock;
import centrasage.sync.posting.Plans;
import centrasage.sync.posting.PostOnce;
import centrasage.sync.posting.Purpose;
import centrasage.sync.posting.ScriptedTarget;
import centrasage.sync.posting.StoreContract;
import centrasage.sync.record.AuditEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who is erased before the order is finished: a person is told, and what is in doubt is still found by its key. */
class ErasureTest {
    private static final Duration LEASE = StoreContract.LEASE;
    private static final Duration RETRY = Duration.ofSeconds(15);

    private final JpaWorld world = new JpaWorld(StoreContract.SETTLE);
    private final Erasure erasure = world.erasure();
    private final ScriptedTarget target = new ScriptedTarget();
    private final PostOnce once = new PostOnce(world.store(), target, Plans.patience(RETRY));

    @Test
    void what_was_still_to_be_sent_is_held_for_a_person_and_keeps_its_amount() {
        world.record(Plans.post("1"));
        assertThat(erasure.erase("C1", "anna")).isTrue();

        assertThat(posting()).satisfies(posting -> {
            assertThat(posting.state()).isEqualTo(PostingState.HELD);
            assertThat(posting.reasons()).extracting(Reason::code).containsExactly("ERASED");
            assertThat(posting.amount()).isEqualTo(Plans.AMOUNT);
        });
        assertThat(world.queued()).isZero();
        assertThat(world.changes()).last().satisfies(change -> {
            assertThat(change.to()).isEqualTo(PostingState.HELD);
            assertThat(change.reasons()).hasSize(1);
        });
        assertThat(world.audit().of("C1"))
                .singleElement()
                .extracting(AuditEntry::actor)
                .isEqualTo("anna");
    }

    @Test
    void what_is_locked_is_held_as_well_and_others_are_left_alone() {
        world.record(Plans.post("1"));
        world.record(Plans.post("11"));
        Claimed claimed = sending("1");
        world.store().conclude(claimed, new Outcome.Locked("Anna"), RETRY);
        erasure.erase("C1", "anna");
        assertThat(posting().state()).isEqualTo(PostingState.HELD);
        assertThat(world.posting(Plans.key("11")).orElseThrow().state()).isEqualTo(PostingState.PLANNED);
    }

    @Test
    void erasing_again_changes_nothing_and_a_finished_order_stays_what_it_is() {
        posted("1");
        assertThat(erasure.erase("C1", "anna")).isTrue();
        assertThat(erasure.erase("C1", "anna")).isFalse();
        assertThat(erasure.erase("C2", "anna")).isFalse();
        assertThat(posting().state()).isEqualTo(PostingState.POSTED);
    }

    @ParameterizedTest(name = "the answer is {0}")
    @EnumSource(Answer.class)
    void what_is_being_sent_gets_its_answer_and_only_then_a_person_is_told(Answer answer) {
        world.record(Plans.post("1"));
        Claimed claimed = sending("1");
        erasure.erase("C1", "anna");
        assertThat(posting().state()).isEqualTo(PostingState.SENDING);

        world.store().conclude(claimed, answer.outcome, RETRY);
        world.store().release(claimed);
        world.clock().advance(RETRY);
        for (Claimed next : world.store().claim(Purpose.POST, "b", LEASE, 5)) {
            once.post(next, new Finding.Absent());
        }
        assertThat(target.calls).as("what was sent without an address").isEmpty();
        assertThat(posting().state()).isEqualTo(answer.end);
    }

    private enum Answer {
        POSTED(new Outcome.Posted(Plans.document("1")), PostingState.POSTED),
        LOCKED(new Outcome.Locked("Anna"), PostingState.HELD),
        UNAVAILABLE(new Outcome.Unavailable("refused"), PostingState.HELD),
        IN_DOUBT(new Outcome.InDoubt("timeout"), PostingState.IN_DOUBT);

        private final Outcome outcome;
        private final PostingState end;

        Answer(Outcome outcome, PostingState end) {
            this.outcome = outcome;
            this.end = end;
        }
    }

    @Test
    void a_doubt_is_still_looked_for_and_posted_when_it_is_found() {
        Claimed doubt = doubt();
        assertThat(doubt.command().isErased()).isTrue();
        assertThat(doubt.command().amount()).isEqualTo(Plans.AMOUNT);
        assertThat(doubt.command().vat()).isEqualTo(Plans.VAT);
        once.resolve(
                doubt, new Finding.Found(Plans.document("1")), world.clock().now());
        assertThat(posting().state()).isEqualTo(PostingState.POSTED);
        assertThat(posting().targetNumber()).isEqualTo("00001");
    }

    @Test
    void a_doubt_of_which_nothing_is_there_after_the_settle_time_is_held_and_never_sent_again() {
        Claimed doubt = doubt();
        assertThat(once.resolve(doubt, new Finding.Absent(), world.clock().now())
                        .what())
                .isEqualTo("still in doubt");
        world.clock().advance(StoreContract.SETTLE);
        assertThat(once.resolve(doubt, new Finding.Absent(), world.clock().now())
                        .what())
                .isEqualTo("held");
        assertThat(posting().state()).isEqualTo(PostingState.HELD);
        assertThat(world.changes()).last().extracting(PostingChanged::to).isEqualTo(PostingState.HELD);
        assertThat(target.calls).isEmpty();
        assertThat(world.queued()).isZero();
    }

    @Test
    void retention_finds_the_oldest_that_are_left_and_waits_for_what_is_not_finished() {
        for (String number : List.of("3", "1", "2", "5", "4")) {
            posted(number);
            world.clock().advance(Duration.ofDays(1));
        }
        world.record(Plans.post("6"));
        erasure.erase("C3", "anna");
        Instant limit = MovableClock.START.plus(Duration.ofDays(9));
        assertThat(erasure.finishedBefore(limit, 10)).containsExactly("C1", "C2", "C5", "C4");
        assertThat(erasure.finishedBefore(limit, 1)).containsExactly("C1");
        assertThat(erasure.finishedBefore(MovableClock.START.plus(Duration.ofDays(2)), 10))
                .containsExactly("C1");

        assertThat(erasure.eraseFinished("C6", "retention")).isFalse();
        assertThat(posting("6").state()).isEqualTo(PostingState.PLANNED);
        assertThat(erasure.eraseFinished("C1", "retention")).isTrue();
        Claimed six = sending("6");
        assertThat(six.command().isErased()).isFalse();
        world.store().conclude(six, new Outcome.InDoubt("timeout"), RETRY);
        assertThat(erasure.finishedBefore(limit, 10)).doesNotContain("C6");
    }

    private Claimed doubt() {
        world.record(Plans.post("1"));
        Claimed claimed = sending("1");
        world.store().conclude(claimed, new Outcome.InDoubt("timeout"), RETRY);
        world.store().release(claimed);
        erasure.erase("C1", "anna");
        assertThat(posting().state()).isEqualTo(PostingState.IN_DOUBT);
        return world.store().claim(Purpose.RESOLVE, "a", Duration.ofDays(1), 1).get(0);
    }

    private Claimed sending(String number) {
        Claimed claimed = world.store().claim(Purpose.POST, "a", LEASE, 20).stream()
                .filter(each -> each.command().key().equals(Plans.key(number)))
                .findFirst()
                .orElseThrow();
        assertThat(world.store().intend(claimed, LEASE, "nothing found")).isTrue();
        return claimed;
    }

    private void posted(String number) {
        world.record(Plans.post(number));
        world.store().conclude(sending(number), new Outcome.Posted(Plans.document(number)), Duration.ZERO);
    }

    private Posting posting() {
        return posting("1");
    }

    private Posting posting(String number) {
        return world.posting(Plans.key(number)).orElseThrow();
    }
}
