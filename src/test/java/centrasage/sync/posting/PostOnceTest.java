package centrasage.sync.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import centrasage.flow.Command;
import centrasage.flow.Document;
import centrasage.flow.Finding;
import centrasage.flow.Outcome;
import centrasage.flow.PostingState;
import centrasage.flow.event.PostingFinding;
import centrasage.sync.posting.PostOnce.Then;
import centrasage.sync.store.Attempt;
import centrasage.sync.store.Posting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One posting, one call: what each finding and each outcome leads to. */
class PostOnceTest {
    private static final Duration LEASE = StoreContract.LEASE;
    private static final Duration SETTLE = StoreContract.SETTLE;
    private static final Duration RETRY = Duration.ofSeconds(15);
    /** Made while the first send of a test was under way. */
    private static final Finding DRAFT = Plans.draft("9", MovableClock.START.plusSeconds(1));

    private final MemoryWorld world = new MemoryWorld(SETTLE);
    private final ScriptedTarget target = new ScriptedTarget();
    private final PostOnce once = new PostOnce(world.store(), target, Plans.patience(RETRY));

    @BeforeEach
    void plan() {
        world.record(Plans.post("1"));
    }

    static Stream<Arguments> outcomes() {
        return Stream.of(
                outcome(new Outcome.Posted(Plans.document("1")), PostingState.POSTED, Then.GO_ON, "posted"),
                outcome(
                        new Outcome.AlreadyThere(Plans.document("1")),
                        PostingState.POSTED,
                        Then.GO_ON,
                        "already there"),
                outcome(new Outcome.Locked("Anna"), PostingState.LOCKED, Then.LEAVE_OBJECT, "locked"),
                outcome(new Outcome.Refused(List.of(Plans.CLOSED)), PostingState.REFUSED, Then.LEAVE_OBJECT, "refused"),
                outcome(
                        Outcome.Refused.forNow(List.of(Plans.CLOSED)),
                        PostingState.PARKED,
                        Then.LEAVE_OBJECT,
                        "parked"),
                outcome(new Outcome.Unavailable("refused"), PostingState.PLANNED, Then.PAUSE, "not sent"),
                outcome(new Outcome.InDoubt("timeout"), PostingState.IN_DOUBT, Then.LEAVE_OBJECT, "in doubt"));
    }

    private static Arguments outcome(Outcome outcome, PostingState state, Then then, String what) {
        String why = outcome instanceof Outcome.Unavailable unavailable ? unavailable.why() : "";
        return Arguments.of(outcome, state, new PostOnce.Step(then, what, why));
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void each_outcome_of_the_one_call_has_its_state(Outcome outcome, PostingState state, PostOnce.Step step) {
        target.answers("1", outcome);
        assertThat(once.post(claim(), new Finding.Absent())).isEqualTo(step);
        assertThat(target.calls).containsExactly("send 1");
        assertThat(state()).isEqualTo(state);
    }

    @Test
    void what_is_refused_and_may_be_taken_in_a_lesser_form_is_sent_so_with_an_intent_of_its_own() {
        target.answers.put(
                Plans.key("1"),
                command -> command.document().equals("less")
                        ? new Outcome.Posted(Plans.document("1"))
                        : refusedBut(command.with("less"), "stock is short"));
        assertThat(once.post(claim(), new Finding.Absent()).what()).isEqualTo("posted");
        assertThat(target.calls).containsExactly("send 1", "send 1");
        Posting posting = world.posting(Plans.key("1")).orElseThrow();
        assertThat(posting.state()).isEqualTo(PostingState.POSTED);
        assertThat(posting.evidence()).isEqualTo("nothing found under the key; stock is short");
        assertThat(world.attempts(posting.id()))
                .extracting(Attempt::number, Attempt::outcome)
                .containsExactly(tuple(1, "Refused"), tuple(2, "Posted"));
    }

    @Test
    void two_lesser_forms_are_tried_and_then_it_is_refused() {
        target.answers.put(Plans.key("1"), command -> refusedBut(command, "even less"));
        assertThat(once.post(claim(), new Finding.Absent()).what()).isEqualTo("refused");
        assertThat(target.calls).hasSize(3);
        assertThat(state()).isEqualTo(PostingState.REFUSED);
    }

    @Test
    void the_lesser_form_is_not_sent_once_the_lease_is_lost_or_the_plan_is_new() {
        target.answers.put(Plans.key("1"), command -> {
            world.clock().advance(LEASE);
            return refusedBut(command, "less");
        });
        assertThat(once.post(claim(), new Finding.Absent()).what()).isEqualTo("overtaken");
        assertThat(target.calls).hasSize(1);
        assertThat(state()).isEqualTo(PostingState.PLANNED);
    }

    private static Outcome refusedBut(Command lesser, String what) {
        return new Outcome.Refused(List.of(Plans.CLOSED), new Outcome.Lesser(lesser, what));
    }

    @Test
    void a_failure_of_our_own_code_while_sending_is_a_doubt() {
        target.answers.put(Plans.key("1"), command -> {
            throw new IllegalStateException("a bug");
        });
        assertThat(once.post(claim(), new Finding.Absent()).what()).isEqualTo("in doubt");
        assertThat(state()).isEqualTo(PostingState.IN_DOUBT);
    }

    @Test
    void a_locked_posting_is_due_again_after_the_retry_with_its_jitter() {
        target.answers("1", new Outcome.Locked("Anna"));
        Claimed claimed = claim();
        once.post(claimed, new Finding.Absent());
        world.store().release(claimed);
        world.clock().advance(RETRY.minusMillis(1));
        assertThat(world.store().claim(Purpose.POST, "a", LEASE, 1)).isEmpty();
        world.clock().advance(RETRY.dividedBy(5).plusMillis(1));
        assertThat(world.store().claim(Purpose.POST, "a", LEASE, 1)).hasSize(1);
    }

    @Test
    void what_is_found_blocked_is_parked_without_a_send_and_posted_once_it_is_not() {
        Claimed claimed = claim();
        assertThat(once.post(claimed, new Finding.Blocked(List.of(Plans.CLOSED))))
                .isEqualTo(new PostOnce.Step(Then.LEAVE_OBJECT, "parked"));
        assertThat(target.calls).isEmpty();
        assertThat(state()).isEqualTo(PostingState.PARKED);
        world.store().release(claimed);
        world.clock().advance(Duration.ofMinutes(15).minusMillis(1));
        assertThat(world.store().claim(Purpose.POST, "a", LEASE, 1)).isEmpty();
        world.clock().advance(Duration.ofMillis(1));
        assertThat(once.post(claim(), new Finding.Absent()).what()).isEqualTo("posted");
    }

    @Test
    void a_doubt_whose_document_is_found_blocked_is_a_doubt_no_more_after_the_settle_time() {
        Claimed doubt = doubt();
        Finding blocked = new Finding.Blocked(List.of(Plans.CLOSED));
        assertThat(once.resolve(doubt, blocked, world.clock().now()).what()).isEqualTo("still in doubt");
        world.clock().advance(SETTLE);
        assertThat(once.resolve(doubt, blocked, world.clock().now()).what()).isEqualTo("planned again");
    }

    @Test
    void a_lock_is_retried_from_the_first_delay_however_often_the_posting_was_sent_before() {
        target.answers("1", new Outcome.InDoubt("timeout"));
        Claimed claimed = claim();
        once.post(claimed, new Finding.Absent());
        world.store().release(claimed);
        world.clock().advance(SETTLE);
        Claimed doubt = world.store().claim(Purpose.RESOLVE, "a", LEASE, 1).get(0);
        once.resolve(doubt, new Finding.Absent(), world.clock().now().plus(SETTLE));
        world.store().release(doubt);
        List<Duration> delays = List.of(Duration.ofSeconds(5), Duration.ofHours(1));
        Patience patience = new Patience(LEASE, SETTLE, StoreContract.SKEW, new Retries(delays, new Random(1)));
        target.answers("1", new Outcome.Locked("Anna"));
        Claimed second = claim();
        new PostOnce(world.store(), target, patience).post(second, new Finding.Absent());
        world.store().release(second);
        world.clock().advance(Duration.ofSeconds(6));
        assertThat(claim().attempts()).isEqualTo(2);
    }

    @Test
    void a_draft_that_an_unanswered_send_has_left_is_removed_before_anything_is_sent() {
        assertThat(once.post(plannedAgain(), DRAFT).what()).isEqualTo("posted");
        assertThat(target.calls).containsExactly("discard 79", "send 1");
        assertThat(world.posting(Plans.key("1")).orElseThrow().evidence()).contains("draft 79");
    }

    @Test
    void a_draft_under_the_key_of_what_was_never_sent_is_somebody_elses() {
        assertThat(once.post(claim(), DRAFT).what()).isEqualTo("refused");
        leftAlone();
    }

    @Test
    void a_draft_of_what_was_only_ever_refused_is_somebody_elses() {
        target.answers("1", new Outcome.Refused(List.of(Plans.CLOSED)));
        Claimed claimed = claim();
        once.post(claimed, new Finding.Absent());
        world.store().release(claimed);
        target.calls.clear();
        world.record(Plans.post("1"));
        assertThat(once.post(claim(), DRAFT).what()).isEqualTo("refused");
        leftAlone();
    }

    static Stream<Arguments> otherDrafts() {
        Instant sent = MovableClock.START;
        Duration latest = LEASE.plus(SETTLE).plus(StoreContract.SKEW);
        return Stream.of(
                Arguments.of(
                        "older than the send, with the skew",
                        Plans.draft("9", sent.minus(StoreContract.SKEW).minusMillis(1))),
                Arguments.of(
                        "later than a late commit",
                        Plans.draft("9", sent.plus(latest).plusMillis(1))),
                Arguments.of(
                        "of an unknown age",
                        new Finding.Drafts(
                                List.of(new Document("79", "", Plans.AMOUNT, null, null)), true, Plans.DRAFT)),
                Arguments.of(
                        "with other content",
                        new Finding.Drafts(List.of(Plans.document("9", sent)), false, Plans.DRAFT)),
                Arguments.of(
                        "beside another that is not proven",
                        new Finding.Drafts(
                                List.of(Plans.document("8", sent), Plans.document("9", sent.plus(Duration.ofDays(1)))),
                                true,
                                Plans.DRAFT)));
    }

    @ParameterizedTest(name = "a draft {0} is never removed")
    @MethodSource("otherDrafts")
    void a_draft_that_is_not_proven_ours_is_never_removed(String which, Finding other) {
        assertThat(once.post(plannedAgain(), other).what()).isEqualTo("refused");
        leftAlone();
    }

    @ParameterizedTest(name = "a draft {0} ends a doubt only after the settle time, and stays")
    @MethodSource("otherDrafts")
    void a_draft_that_is_not_proven_ours_ends_a_doubt_only_after_the_settle_time(String which, Finding other) {
        Claimed doubt = doubt();
        assertThat(once.resolve(doubt, other, world.clock().now()).what()).isEqualTo("still in doubt");
        world.clock().advance(SETTLE);
        assertThat(once.resolve(doubt, other, world.clock().now()).what()).isEqualTo("refused");
        leftAlone();
    }

    /** For a person: refused with its reason, nothing removed, nothing sent. */
    private void leftAlone() {
        assertThat(target.calls).isEmpty();
        assertThat(world.posting(Plans.key("1")).orElseThrow()).satisfies(posting -> {
            assertThat(posting.state()).isEqualTo(PostingState.REFUSED);
            assertThat(posting.reasons()).containsExactly(Plans.DRAFT);
        });
    }

    @Test
    void nothing_is_sent_while_a_draft_cannot_be_removed_and_only_its_own_object_waits() {
        target.keepsDrafts = true;
        Claimed claimed = plannedAgain();
        assertThat(once.post(claimed, DRAFT)).isEqualTo(new PostOnce.Step(Then.LEAVE_OBJECT, "draft not removed"));
        assertThat(target.calls).containsExactly("discard 79");
        assertThat(state()).isEqualTo(PostingState.PLANNED);
        world.store().release(claimed);
        assertThat(world.store().claim(Purpose.POST, "a", LEASE, 1)).isEmpty();
    }

    @Test
    void what_is_found_is_adopted_and_nothing_is_sent() {
        assertThat(once.post(claim(), new Finding.Found(Plans.document("1"))).what())
                .isEqualTo("already there");
        assertThat(target.calls).isEmpty();
        assertThat(state()).isEqualTo(PostingState.POSTED);
    }

    @Test
    void several_under_one_key_keep_the_first_and_propose_to_cancel_the_others() {
        Finding several = new Finding.Several(List.of(Plans.document("1"), Plans.document("2"), Plans.document("3")));
        assertThat(once.post(claim(), several).what()).isEqualTo("duplicate");
        assertThat(target.calls).isEmpty();
        assertThat(world.posting(Plans.key("1")).orElseThrow().targetNumber()).isEqualTo("00001");
        assertThat(world.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(PostingFinding.Kind.DUPLICATE);
            assertThat(finding.amount()).isEqualTo(Plans.AMOUNT);
            assertThat(finding.reason().remedy())
                    .startsWith("Cancel 00002, 00003")
                    .contains("keep 00001");
        });
    }

    @Test
    void another_document_under_the_key_is_refused_and_nothing_is_sent() {
        Finding different = new Finding.Different(List.of(Plans.document("1")), Plans.CLOSED);
        assertThat(once.post(claim(), different).what()).isEqualTo("refused");
        assertThat(target.calls).isEmpty();
        assertThat(world.posting(Plans.key("1")).orElseThrow().reasons()).containsExactly(Plans.CLOSED);
    }

    @Test
    void what_cannot_be_told_is_not_sent_and_looked_at_later() {
        Claimed claimed = claim();
        assertThat(once.post(claimed, new Finding.Undecidable("half an answer")).what())
                .isEqualTo("undecidable");
        world.store().release(claimed);
        assertThat(target.calls).isEmpty();
        assertThat(state()).isEqualTo(PostingState.PLANNED);
        assertThat(world.store().claim(Purpose.POST, "a", LEASE, 1)).isEmpty();
        world.clock().advance(RETRY.multipliedBy(2));
        assertThat(world.store().claim(Purpose.POST, "a", LEASE, 1)).hasSize(1);
    }

    @Test
    void nothing_is_sent_when_the_intent_is_refused() {
        Claimed claimed = claim();
        world.record(Plans.post("1", 2, "other"));
        assertThat(once.post(claimed, new Finding.Absent()).what()).isEqualTo("overtaken");
        assertThat(target.calls).isEmpty();
        assertThat(state()).isEqualTo(PostingState.PLANNED);
    }

    @Test
    void nothing_is_sent_when_the_lease_ended_while_the_intent_was_committed() {
        Store slow = Calls.around(Store.class, world.store(), (name, call) -> {
            Object result = call.call();
            if (name.equals("intend")) {
                world.clock().advance(LEASE);
            }
            return result;
        });
        PostOnce late = new PostOnce(slow, target, Plans.patience(RETRY));
        assertThat(late.post(claim(), new Finding.Absent()).what()).isEqualTo("not sent");
        assertThat(target.calls).isEmpty();
        assertThat(state()).isEqualTo(PostingState.PLANNED);
    }

    @Test
    void a_doubt_that_is_found_is_over_at_once() {
        assertThat(once.resolve(
                                doubt(),
                                new Finding.Found(Plans.document("1")),
                                world.clock().now())
                        .what())
                .isEqualTo("already there");
        assertThat(state()).isEqualTo(PostingState.POSTED);
        assertThat(target.calls).isEmpty();
    }

    @Test
    void absence_counts_only_after_the_settle_time() {
        Claimed doubt = doubt();
        world.clock().advance(SETTLE.minusSeconds(1));
        assertThat(once.resolve(doubt, new Finding.Absent(), world.clock().now())
                        .what())
                .isEqualTo("still in doubt");
        world.store().release(doubt);
        assertThat(state()).isEqualTo(PostingState.IN_DOUBT);
        assertThat(world.store().claim(Purpose.RESOLVE, "a", LEASE, 1)).isEmpty();
        world.clock().advance(Duration.ofSeconds(1));
        Claimed again = world.store().claim(Purpose.RESOLVE, "a", LEASE, 1).get(0);
        assertThat(once.resolve(again, new Finding.Absent(), world.clock().now())
                        .what())
                .isEqualTo("planned again");
        assertThat(state()).isEqualTo(PostingState.PLANNED);
        assertThat(target.calls).isEmpty();
    }

    @Test
    void a_draft_is_left_alone_until_the_settle_time_because_it_may_still_be_completed() {
        Claimed doubt = doubt();
        assertThat(once.resolve(doubt, DRAFT, world.clock().now()).what()).isEqualTo("still in doubt");
        assertThat(target.calls).isEmpty();
        world.clock().advance(SETTLE);
        assertThat(once.resolve(doubt, DRAFT, world.clock().now()).what()).isEqualTo("planned again");
        assertThat(target.calls).containsExactly("discard 79");
    }

    @Test
    void a_draft_that_cannot_be_removed_stays_in_doubt() {
        target.keepsDrafts = true;
        Claimed doubt = doubt();
        world.clock().advance(SETTLE);
        assertThat(once.resolve(doubt, DRAFT, world.clock().now()).what()).isEqualTo("draft not removed");
        assertThat(state()).isEqualTo(PostingState.IN_DOUBT);
    }

    @Test
    void other_findings_settle_a_doubt_as_well() {
        Claimed doubt = doubt();
        assertThat(once.resolve(
                                doubt,
                                new Finding.Undecidable("half an answer"),
                                world.clock().now())
                        .what())
                .isEqualTo("still in doubt");
        Finding different = new Finding.Different(List.of(Plans.document("1")), Plans.CLOSED);
        assertThat(once.resolve(doubt, different, world.clock().now()).what())
                .as("it may still get its lines")
                .isEqualTo("still in doubt");
        world.clock().advance(SETTLE);
        assertThat(once.resolve(doubt, different, world.clock().now()).what()).isEqualTo("refused");
        assertThat(state()).isEqualTo(PostingState.REFUSED);
    }

    @Test
    void sends_that_are_never_answered_end_with_a_person() {
        for (int sends = 1; sends <= PostOnce.UNANSWERED_MAX; sends++) {
            assertThat(state()).isEqualTo(PostingState.PLANNED);
            Claimed doubt = doubt();
            world.clock().advance(SETTLE);
            once.resolve(doubt, new Finding.Absent(), world.clock().now());
            world.store().release(doubt);
        }
        assertThat(toldToAPerson()).isEqualTo("NEVER_ANSWERED");
        world.record(Plans.post("1"));
        target.calls.clear();
        assertThat(once.post(claim(), new Finding.Absent()).what())
                .as("a person plans it again")
                .isEqualTo("posted");
    }

    /** Such as goods that are waited for all day, while an answer is lost now and then. */
    @Test
    void an_answer_between_sends_that_are_not_answered_begins_the_count_anew() {
        for (int sends = 1; sends <= 2 * PostOnce.UNANSWERED_MAX; sends++) {
            Claimed doubt = doubt();
            world.clock().advance(SETTLE);
            assertThat(once.resolve(doubt, new Finding.Absent(), world.clock().now())
                            .what())
                    .isEqualTo("planned again");
            world.store().release(doubt);
            target.answers("1", new Outcome.Locked("Anna"));
            Claimed claimed = claim();
            once.post(claimed, new Finding.Absent());
            world.store().release(claimed);
            world.clock().advance(RETRY.multipliedBy(2));
        }
    }

    @Test
    void looks_that_tell_nothing_end_with_a_person() {
        for (int looks = 0; looks <= PostOnce.LOOKS_MAX; looks++) {
            assertThat(state()).isEqualTo(PostingState.PLANNED);
            Claimed claimed = claim();
            once.post(claimed, new Finding.Undecidable("half an answer"));
            world.store().release(claimed);
            world.clock().advance(RETRY.multipliedBy(2));
        }
        assertThat(toldToAPerson()).isEqualTo("CANNOT_BE_TOLD");
        assertThat(world.posting(Plans.key("1")).orElseThrow().reasons().get(0).what())
                .contains("half an answer");
        assertThat(target.calls).isEmpty();
    }

    private String toldToAPerson() {
        Posting posting = world.posting(Plans.key("1")).orElseThrow();
        assertThat(posting.state()).isEqualTo(PostingState.REFUSED);
        return posting.reasons().get(0).code();
    }

    @Test
    void what_was_seen_before_the_settle_time_proves_nothing_however_late_it_is_heard() {
        Claimed doubt = doubt();
        Instant lookedAt = world.clock().now();
        world.clock().advance(StoreContract.SETTLE.multipliedBy(2));
        assertThat(once.resolve(doubt, new Finding.Absent(), lookedAt).what()).isEqualTo("still in doubt");
    }

    @Test
    void a_recheck_reports_a_second_document_and_keeps_the_one_that_is_linked() {
        Claimed due = recheck();
        once.recheck(due, new Finding.Several(List.of(Plans.document("0"), Plans.document("1"))));
        assertThat(world.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.reason().remedy())
                        .startsWith("Cancel 00000")
                        .contains("keep 00001"));
    }

    @Test
    void a_recheck_reports_a_second_document_also_where_neither_is_as_planned() {
        Claimed due = recheck();
        once.recheck(due, new Finding.Different(List.of(Plans.document("1"), Plans.document("2")), Plans.CLOSED));
        assertThat(world.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.reason().remedy()).startsWith("Cancel 00002"));
    }

    @Test
    void what_came_late_for_an_order_that_is_not_to_be_posted_any_more_is_reported() {
        world.record(Plans.post("1"));
        Claimed sent = claim();
        world.store().intend(sent, LEASE, "nothing found");
        world.store().conclude(sent, new Outcome.InDoubt("timeout"), RETRY);
        world.store().release(sent);
        Claimed doubt = world.store().claim(Purpose.RESOLVE, "a", LEASE, 1).get(0);
        world.store().planAgain(doubt);
        world.store().release(doubt);
        world.record(Plans.skip("1", 2, Changes.CANCELLED));
        world.clock().advance(StoreContract.SETTLE);
        once.recheck(world.store().rechecks(1).get(0), new Finding.Found(Plans.document("1")));
        assertThat(world.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.reason().what())
                        .contains("holds 00001")
                        .contains("not to be posted any more"));
    }

    @Test
    void a_recheck_that_finds_one_is_made_again_for_a_day_and_so_is_one_that_tells_nothing() {
        Claimed due = recheck();
        once.recheck(due, new Finding.Undecidable("half an answer"));
        assertThat(world.rechecksToCome()).isOne();
        assertThat(world.store().rechecks(1)).isEmpty();
        once.recheck(due, new Finding.Found(Plans.document("1")));
        assertThat(world.rechecksToCome()).isOne();
        world.clock().advance(Duration.ofDays(2));
        once.recheck(due, new Finding.Found(Plans.document("1")));
        assertThat(world.rechecksToCome()).isZero();
        assertThat(world.findings()).isEmpty();
    }

    private Claimed claim() {
        return world.store().claim(Purpose.POST, "a", LEASE, 1).get(0);
    }

    private Claimed doubt() {
        target.answers("1", new Outcome.InDoubt("timeout"));
        Claimed claimed = claim();
        once.post(claimed, new Finding.Absent());
        world.store().release(claimed);
        target.calls.clear();
        target.answers.clear();
        return world.store().claim(Purpose.RESOLVE, "a", Duration.ofDays(1), 1).get(0);
    }

    /** Sent once without an answer, not found after the settle time, and due again. */
    private Claimed plannedAgain() {
        Claimed doubt = doubt();
        world.clock().advance(SETTLE);
        once.resolve(doubt, new Finding.Absent(), world.clock().now());
        world.store().release(doubt);
        return claim();
    }

    private Claimed recheck() {
        once.post(plannedAgain(), new Finding.Absent());
        world.clock().advance(SETTLE);
        return world.store().rechecks(1).get(0);
    }

    private PostingState state() {
        return world.posting(Plans.key("1")).orElseThrow().state();
    }
}
