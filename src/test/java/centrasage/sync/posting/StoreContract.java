package centrasage.sync.posting;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.Amended;
import centrasage.flow.Document;
import centrasage.flow.Outcome;
import centrasage.flow.Owner;
import centrasage.flow.Partner;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.flow.Reason;
import centrasage.flow.Side;
import centrasage.flow.event.PostingChanged;
import centrasage.flow.event.PostingFinding;
import centrasage.money.Money;
import centrasage.sync.store.Attempt;
import centrasage.sync.store.Link;
import centrasage.sync.store.Posting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every {@link Store} promises; run against the JPA store and against its in-memory twin. */
public abstract class StoreContract {
    public static final Duration LEASE = Duration.ofMinutes(5);
    public static final Duration SETTLE = Duration.ofMinutes(10);
    static final Duration SKEW = Duration.ofMinutes(2);
    private static final Duration RETRY = Duration.ofSeconds(15);
    private static final Duration MOMENT = Duration.ofSeconds(1);

    private StoreWorld world;
    private Store store;

    protected abstract StoreWorld world();

    @BeforeEach
    void begin() {
        world = world();
        store = world.store();
    }

    // ---- recording -------------------------------------------------------------------------------------------------

    @Test
    void a_plan_to_post_is_queued_and_announced() {
        assertThat(world.record(Plans.post("1"))).isEqualTo(Recorded.TAKEN);
        assertThat(posting("1")).satisfies(posting -> {
            assertThat(posting.state()).isEqualTo(PostingState.PLANNED);
            assertThat(posting.amount()).isEqualTo(Plans.AMOUNT);
            assertThat(posting.businessDate()).isEqualTo(Plans.DAY);
            assertThat(posting.createdAt()).isEqualTo(MovableClock.START);
            assertThat(posting.attempts()).isZero();
            assertThat(posting.reasons()).isEmpty();
        });
        assertThat(world.queued()).isOne();
        assertThat(world.changes()).extracting(PostingChanged::to).containsExactly(PostingState.PLANNED);
    }

    @Test
    void what_is_held_or_skipped_needs_no_work_and_keeps_all_its_reasons() {
        world.record(Plans.hold("1", 1));
        world.record(Plans.skip("2", 1, "TEST_ORDER"));
        assertThat(posting("1").state()).isEqualTo(PostingState.HELD);
        assertThat(posting("1").reasons()).containsExactly(Plans.UNKNOWN_SKU, Plans.CLOSED);
        assertThat(posting("2").state()).isEqualTo(PostingState.SKIPPED);
        assertThat(world.queued()).isZero();
        assertThat(world.changes().get(0).reasons()).containsExactly(Plans.UNKNOWN_SKU, Plans.CLOSED);
    }

    @Test
    void one_key_has_one_posting_however_often_it_is_planned() {
        world.record(Plans.hold("1", 1));
        long id = posting("1").id();
        assertThat(world.record(Plans.post("1", 2, "mended"))).isEqualTo(Recorded.TAKEN);
        assertThat(posting("1")).satisfies(posting -> {
            assertThat(posting.id()).isEqualTo(id);
            assertThat(posting.state()).isEqualTo(PostingState.PLANNED);
            assertThat(posting.version()).isEqualTo(2);
            assertThat(posting.reasons()).isEmpty();
        });
        assertThat(world.queued()).isOne();
        assertThat(world.changes().get(1)).satisfies(change -> {
            assertThat(change.from()).isEqualTo(PostingState.HELD);
            assertThat(change.to()).isEqualTo(PostingState.PLANNED);
        });
    }

    @Test
    void a_new_plan_can_take_work_out_of_the_queue_again() {
        world.record(Plans.post("1"));
        world.record(Plans.hold("1", 2));
        assertThat(world.queued()).isZero();
        assertThat(claim("a")).isEmpty();
    }

    @Test
    void todays_trade_is_claimed_before_a_backfill_that_waits_longer() {
        world.record(Plans.post("1").with(Priority.BACKFILL));
        world.record(Plans.post("2").with(Priority.BACKFILL));
        world.clock().advance(Duration.ofMinutes(1));
        world.record(Plans.post("3"));
        List<Claimed> first = store.claim(Purpose.POST, "a", LEASE, 2);
        assertThat(first).extracting(StoreContract::number).containsExactly("3", "1");
        assertThat(first).extracting(Claimed::priority).containsExactly(Priority.LIVE, Priority.BACKFILL);
    }

    @Test
    void a_backfill_gives_way_while_something_of_today_can_be_sent_and_today_gives_way_to_nobody() {
        world.record(Plans.post("1").with(Priority.BACKFILL));
        Claimed behind = claim("a").get(0);
        assertThat(store.mustGiveWay(behind, Set.of())).isFalse();
        world.record(Plans.post("2").with(Priority.BACKFILL));
        assertThat(store.mustGiveWay(behind, Set.of())).isFalse();
        world.record(Plans.post("3"));
        assertThat(store.mustGiveWay(behind, Set.of())).isTrue();
        Claimed today = claim("b").get(0);
        assertThat(number(today)).isEqualTo("3");
        assertThat(store.mustGiveWay(behind, Set.of()))
                .as("it is in the hands of another")
                .isFalse();
        world.record(Plans.post("4"));
        assertThat(store.mustGiveWay(today, Set.of())).isFalse();
    }

    @Test
    void a_posting_keeps_the_priority_that_it_was_first_planned_with() {
        world.record(Plans.post("1").with(Priority.BACKFILL));
        world.record(Plans.post("1", 2, "changed"));
        world.record(Plans.post("2"));
        world.record(Plans.post("2", 2, "changed").with(Priority.BACKFILL));
        assertThat(claim("a")).extracting(StoreContract::number).containsExactly("2", "1");
    }

    @Test
    void what_is_of_a_company_that_does_not_answer_is_not_claimed_counted_looked_at_nor_given_way_to() {
        world.record(Plans.inCompany("34", Plans.post("1")));
        world.record(Plans.post("2").with(Priority.BACKFILL));
        Wanted answering = new Wanted(Purpose.POST, Set.of(Plans.sage("34")));
        assertThat(store.claimable(Wanted.all(Purpose.POST), 10)).isEqualTo(2);
        assertThat(store.claimable(answering, 10)).isOne();
        List<Claimed> claimed = store.claim(answering, "a", LEASE, 10);
        assertThat(claimed).extracting(StoreContract::number).containsExactly("2");
        assertThat(store.mustGiveWay(claimed.get(0), Set.of())).isTrue();
        assertThat(store.mustGiveWay(claimed.get(0), Set.of(Plans.sage("34")))).isFalse();
        assertThat(store.claim(Purpose.POST, "b", LEASE, 10))
                .extracting(StoreContract::number)
                .containsExactly("1");
    }

    @Test
    void what_goes_to_one_system_does_not_wait_for_the_other() {
        world.record(Plans.post("1"));
        world.record(Plans.toCentra("2"));
        Wanted withoutSage = new Wanted(Purpose.POST, Set.of(Plans.sage("33")));
        Wanted withoutCentra = new Wanted(Purpose.POST, Set.of(Partner.all(Side.CENTRA), Plans.sage("34")));
        assertThat(store.claimable(withoutSage, 10)).isOne();
        assertThat(store.claimable(withoutCentra, 10)).isOne();
        assertThat(store.claim(withoutSage, "a", LEASE, 10))
                .extracting(StoreContract::number)
                .containsExactly("2");
        assertThat(store.claim(withoutCentra, "b", LEASE, 10))
                .extracting(StoreContract::number)
                .containsExactly("1");
    }

    @Test
    void what_can_be_claimed_is_counted_as_far_as_one_asks() {
        world.record(Plans.post("1"));
        world.record(Plans.post("2").with(Priority.BACKFILL));
        world.record(Plans.hold("3", 1));
        assertThat(store.claimable(Wanted.all(Purpose.POST), 10)).isEqualTo(2);
        assertThat(store.claimable(Wanted.all(Purpose.POST), 1)).isOne();
        assertThat(store.claimable(Wanted.all(Purpose.RESOLVE), 10)).isZero();
        claim("a");
        assertThat(store.claimable(Wanted.all(Purpose.POST), 10)).isZero();
    }

    @Test
    void the_newest_plan_is_what_is_claimed() {
        world.record(Plans.post("1"));
        world.record(Plans.post("1", 2, "other"));
        assertThat(claim("a"))
                .singleElement()
                .satisfies(claimed -> assertThat(claimed.command()).isEqualTo(command(Plans.post("1", 2, "other"))));
    }

    @Test
    void what_is_being_sent_or_in_doubt_is_planned_later() {
        Claimed claimed = sending("1");
        assertThat(world.record(Plans.post("1", 2, "other"))).isEqualTo(Recorded.LATER);
        store.conclude(claimed, new Outcome.InDoubt("timeout"), RETRY);
        assertThat(world.record(Plans.hold("1", 3))).isEqualTo(Recorded.LATER);
        assertThat(posting("1").version()).isOne();
    }

    @Test
    void the_same_content_after_posting_changes_nothing() {
        posted("1");
        assertThat(world.record(Plans.post("1", 2, "content of 1"))).isEqualTo(Recorded.UNCHANGED);
        assertThat(world.findings()).isEmpty();
        assertThat(posting("1").state()).isEqualTo(PostingState.POSTED);
    }

    @Test
    void other_content_after_posting_is_reported_and_never_posted() {
        posted("1");
        assertThat(world.record(Plans.post("1", 2, "other"))).isEqualTo(Recorded.CHANGED_AFTER_POSTING);
        assertThat(world.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(PostingFinding.Kind.CHANGED_AFTER_POSTING);
            assertThat(finding.key()).isEqualTo(Plans.key("1"));
            assertThat(finding.postingId()).isEqualTo(posting("1").id());
        });
        assertThat(claim("a")).isEmpty();
        assertThat(posting("1").state()).isEqualTo(PostingState.POSTED);
    }

    @Test
    void a_cancellation_after_posting_is_reported_and_another_skip_is_not() {
        posted("1");
        assertThat(world.record(Plans.skip("1", 2, Changes.CANCELLED))).isEqualTo(Recorded.CHANGED_AFTER_POSTING);
        assertThat(world.record(Plans.skip("1", 3, "TEST_ORDER"))).isEqualTo(Recorded.UNCHANGED);
        assertThat(world.record(Plans.hold("1", 4))).isEqualTo(Recorded.CHANGED_AFTER_POSTING);
        assertThat(world.findings()).hasSize(2);
    }

    @Test
    void a_plan_that_says_the_same_again_is_no_news() {
        world.record(Plans.hold("1", 1));
        world.record(Plans.post("2"));
        int changes = world.changes().size();
        assertThat(world.record(Plans.hold("1", 2))).isEqualTo(Recorded.TAKEN);
        assertThat(world.record(Plans.post("2"))).isEqualTo(Recorded.TAKEN);
        assertThat(world.changes()).hasSize(changes);
        assertThat(posting("1").version()).as("planned from the newer version").isEqualTo(2);
        assertThat(claim("a")).hasSize(1);
    }

    @Test
    void what_is_locked_stays_so_when_its_plan_says_the_same_again_and_is_planned_anew_when_not() {
        Claimed claimed = sending("1");
        store.conclude(claimed, new Outcome.Locked("Ann"), RETRY);
        store.release(claimed);
        world.record(Plans.post("1"));
        assertThat(posting("1").state()).isEqualTo(PostingState.LOCKED);
        assertThat(claim("a")).as("still waits for its moment").isEmpty();
        world.record(Plans.post("1", 2, "other"));
        assertThat(posting("1").state()).isEqualTo(PostingState.PLANNED);
        assertThat(claim("a")).hasSize(1);
    }

    @Test
    void the_same_other_content_is_told_once_however_often_it_comes() {
        posted("1");
        world.record(Plans.post("1", 2, "other"));
        assertThat(world.record(Plans.post("1", 3, "other"))).isEqualTo(Recorded.UNCHANGED);
        assertThat(world.findings()).hasSize(1);
        assertThat(world.record(Plans.post("1", 4, "third"))).isEqualTo(Recorded.CHANGED_AFTER_POSTING);
        assertThat(world.record(Plans.post("1", 5, "content of 1"))).isEqualTo(Recorded.UNCHANGED);
        assertThat(world.record(Plans.post("1", 6, "third"))).isEqualTo(Recorded.CHANGED_AFTER_POSTING);
        assertThat(world.findings()).hasSize(3);
    }

    @Test
    void other_content_is_told_also_while_the_order_is_not_for_the_ledger() {
        posted("1");
        Planned held = Plans.skip("1", 2, "ON_HOLD");
        Planned changed = new Planned(
                held.key(), held.object(), held.document(), held.amount(), held.businessDate(), held.plan(), "other");
        assertThat(world.record(changed)).isEqualTo(Recorded.CHANGED_AFTER_POSTING);
    }

    @Test
    void a_change_is_worth_the_difference_and_a_cancellation_all_of_it() {
        posted("1");
        Planned dearer = Plans.post("1", 2, "other");
        world.record(new Planned(
                dearer.key(),
                dearer.object(),
                dearer.document(),
                Plans.AMOUNT.minus(Money.of("0.50", "GBP")),
                dearer.businessDate(),
                dearer.plan(),
                "other"));
        world.record(Plans.skip("1", 3, Changes.CANCELLED));
        assertThat(world.findings())
                .extracting(PostingFinding::amount)
                .containsExactly(Money.of("0.50", "GBP"), Plans.AMOUNT);
    }

    @Test
    void what_is_planned_for_another_company_is_no_longer_planned_for_the_first() {
        world.record(Plans.post("1"));
        assertThat(world.record(Plans.inCompany("34", Plans.post("1")))).isEqualTo(Recorded.TAKEN);
        assertThat(posting("1").state()).isEqualTo(PostingState.SKIPPED);
        assertThat(posting("1").reasons()).extracting(Reason::code).containsExactly("ANOTHER_COMPANY");
        assertThat(claim("a"))
                .extracting(claimed -> claimed.command().key().company())
                .containsExactly("34");
        int changes = world.changes().size();
        world.record(Plans.inCompany("34", Plans.post("1")));
        assertThat(world.changes()).as("told once").hasSize(changes);
    }

    @Test
    void what_was_posted_in_one_company_is_held_in_another() {
        posted("1");
        Planned there = Plans.inCompany("34", Plans.post("1"));
        assertThat(world.record(there)).isEqualTo(Recorded.TAKEN);
        assertThat(world.posting(there.key()).orElseThrow()).satisfies(posting -> {
            assertThat(posting.state()).isEqualTo(PostingState.HELD);
            assertThat(posting.reasons()).extracting(Reason::code).containsExactly("POSTED_IN_ANOTHER_COMPANY");
        });
        assertThat(claim("a")).isEmpty();
        assertThat(posting("1").state()).isEqualTo(PostingState.POSTED);
    }

    @Test
    void what_is_under_way_in_one_company_waits_with_its_plan_for_another() {
        sending("1");
        Planned there = Plans.inCompany("34", Plans.post("1"));
        assertThat(world.record(there)).isEqualTo(Recorded.LATER);
        assertThat(world.posting(there.key())).isEmpty();
    }

    @Test
    void what_was_posted_in_one_company_and_is_cancelled_is_told_as_cancelled() {
        posted("1");
        Planned there = Plans.inCompany("34", Plans.skip("1", 2, Changes.CANCELLED));
        assertThat(world.record(there)).isEqualTo(Recorded.CHANGED_AFTER_POSTING);
        assertThat(world.posting(there.key())).isEmpty();
        assertThat(world.findings()).extracting(PostingFinding::key).containsExactly(Plans.key("1"));
    }

    @Test
    void what_was_held_for_another_company_is_skipped_there_once_it_is_cancelled() {
        posted("1");
        Planned there = Plans.inCompany("34", Plans.post("1"));
        world.record(there);
        world.record(Plans.inCompany("34", Plans.skip("1", 2, Changes.CANCELLED)));
        assertThat(world.posting(there.key()).orElseThrow().state()).isEqualTo(PostingState.SKIPPED);
        assertThat(posting("1").state()).isEqualTo(PostingState.POSTED);
    }

    // ---- claiming --------------------------------------------------------------------------------------------------

    @Test
    void nothing_is_claimed_from_an_empty_queue() {
        assertThat(claim("a")).isEmpty();
        assertThat(store.claim(Purpose.RESOLVE, "a", LEASE, 20)).isEmpty();
    }

    @Test
    void the_oldest_due_posting_is_claimed_first_and_no_more_objects_than_asked_for() {
        for (String number : List.of("3", "1", "2")) {
            world.record(Plans.post(number));
            world.clock().advance(MOMENT);
        }
        assertThat(store.claim(Purpose.POST, "a", LEASE, 2))
                .extracting(StoreContract::number)
                .containsExactly("3", "1");
        assertThat(store.claim(Purpose.POST, "b", LEASE, 2))
                .extracting(StoreContract::number)
                .containsExactly("2");
    }

    @Test
    void postings_of_one_object_come_together_in_rank_order() {
        for (String number : List.of("30", "10", "20")) {
            world.record(Plans.postOf("33/C1", number));
            world.rank(Plans.key(number), Integer.parseInt(number));
        }
        assertThat(claim("a")).extracting(StoreContract::number).containsExactly("10", "20", "30");
        assertThat(claim("b")).isEmpty();
    }

    @Test
    void a_posting_waits_until_its_predecessor_is_posted() {
        world.record(Plans.postOf("33/C1", "1"));
        world.record(Plans.postOf("33/C1", "2"));
        world.makeWaitFor(Plans.key("2"), Plans.key("1"));
        Claimed first = claimOne("a");
        assertThat(number(first)).isEqualTo("1");
        store.intend(first, LEASE, "nothing found");
        store.conclude(first, new Outcome.Posted(Plans.document("1")), RETRY);
        store.release(first);
        assertThat(claim("a")).extracting(StoreContract::number).containsExactly("2");
    }

    @Test
    void what_was_in_doubt_or_blocked_when_its_predecessor_was_undone_goes_on() {
        posted("1");
        for (String number : List.of("1/P1", "1/P2")) {
            world.record(Plans.after(receipt(number), Plans.key("1")));
        }
        world.clock().advance(LEASE.plus(MOMENT));
        List<Claimed> receipts = claim("a");
        store.conclude(sendingOf(receipts.get(0)), new Outcome.InDoubt("no answer"), RETRY);
        store.park(receipts.get(1), List.of(Plans.CLOSED), Duration.ofHours(1));
        receipts.forEach(store::release);
        amendAfterPosting("1", Plans.amended("1", Changes.CONTENT_CANCELLED, true), fewer("1"));
        assertThat(posting("1").state()).isEqualTo(PostingState.REVERSED);
        world.clock().advance(Duration.ofHours(1));
        assertThat(store.claim(Purpose.RESOLVE, "a", LEASE, 10))
                .extracting(StoreContract::number)
                .containsExactly("1/P1");
        world.clock().advance(LEASE.plus(MOMENT));
        assertThat(claim("a")).extracting(StoreContract::number).containsExactly("1/P2");
    }

    @Test
    void what_is_planned_to_wait_no_longer_is_due() {
        world.record(Plans.hold("1", 1));
        world.record(Plans.after(receipt("1/P1"), Plans.key("1")));
        assertThat(claim("a")).isEmpty();
        world.record(receipt("1/P1"));
        assertThat(claim("a")).extracting(StoreContract::number).containsExactly("1/P1");
    }

    @Test
    void what_is_planned_to_wait_after_all_is_not_due() {
        world.record(Plans.hold("1", 1));
        world.record(receipt("1/P1"));
        world.record(Plans.after(receipt("1/P1"), Plans.key("1")));
        assertThat(claim("a")).isEmpty();
    }

    private static Planned receipt(String number) {
        return Plans.following(PostingKind.RECEIPT, "1", number);
    }

    @Test
    void one_that_waits_neither_blocks_its_object_nor_hides_what_is_due_behind_it() {
        world.record(Plans.postOf("33/C1", "1"));
        world.record(Plans.postOf("33/C1", "2"));
        world.makeWaitFor(Plans.key("2"), Plans.key("1"));
        Claimed first = claimOne("a");
        store.intend(first, LEASE, "nothing found");
        store.conclude(first, new Outcome.Locked("Anna"), RETRY);
        store.release(first);
        world.clock().advance(MOMENT);
        world.record(Plans.post("3"));
        assertThat(store.claim(Purpose.POST, "a", LEASE, 1))
                .extracting(StoreContract::number)
                .containsExactly("3");
        world.clock().advance(RETRY);
        assertThat(claim("a")).extracting(StoreContract::number).containsExactly("1");
    }

    @Test
    void a_claimed_object_is_nobody_elses_until_it_is_released() {
        world.record(Plans.post("1"));
        Claimed claimed = claimOne("a");
        assertThat(claimed.holder()).isEqualTo("a");
        assertThat(claim("b")).isEmpty();
        store.release(claimed);
        assertThat(claim("b")).hasSize(1);
    }

    @Test
    void releasing_what_somebody_else_holds_does_nothing() {
        world.record(Plans.post("1"));
        Claimed old = claimOne("a");
        world.clock().advance(LEASE);
        claimOne("b");
        store.release(old);
        assertThat(claim("c")).isEmpty();
    }

    @Test
    void a_lease_ends_by_the_time_of_the_store() {
        world.record(Plans.post("1"));
        claimOne("a");
        world.clock().advance(LEASE.minusMillis(1));
        assertThat(claim("b")).isEmpty();
        world.clock().advance(Duration.ofMillis(1));
        assertThat(claim("b")).hasSize(1);
    }

    @Test
    void eight_workers_claim_each_object_exactly_once() throws Exception {
        int objects = 120;
        for (int number = 1; number <= objects; number++) {
            world.record(Plans.post(Integer.toString(number)));
        }
        List<String> claimed = new ArrayList<>();
        for (List<String> worker : together(8, this::drain)) {
            claimed.addAll(worker);
        }
        assertThat(claimed).hasSize(objects).doesNotHaveDuplicates();
    }

    /** Claims and posts until everything is done: an empty answer may only mean that others were faster. */
    private List<String> drain(String holder) {
        List<String> numbers = new ArrayList<>();
        while (world.queued() > 0) {
            for (Claimed claimed : store.claim(Purpose.POST, holder, LEASE, 7)) {
                assertThat(store.intend(claimed, LEASE, "nothing found")).isTrue();
                store.conclude(claimed, new Outcome.Posted(Plans.document(number(claimed))), RETRY);
                store.release(claimed);
                numbers.add(number(claimed));
            }
        }
        return numbers;
    }

    // ---- sending ---------------------------------------------------------------------------------------------------

    @Test
    void the_intent_is_committed_with_its_evidence_before_anything_is_sent() {
        sending("1");
        Posting posting = posting("1");
        assertThat(posting.state()).isEqualTo(PostingState.SENDING);
        assertThat(posting.evidence()).isEqualTo("nothing found");
        assertThat(posting.attempts()).isOne();
        assertThat(world.attempts(posting.id())).singleElement().satisfies(attempt -> {
            assertThat(attempt.number()).isOne();
            assertThat(attempt.outcome()).isEqualTo("SENDING");
            assertThat(attempt.startedAt()).isEqualTo(MovableClock.START);
            assertThat(attempt.endedAt()).isNull();
        });
        assertThat(world.queued()).isOne();
    }

    @Test
    void the_intent_renews_the_lease() {
        world.record(Plans.post("1"));
        Claimed claimed = claimOne("a");
        world.clock().advance(LEASE.minus(MOMENT));
        assertThat(store.intend(claimed, LEASE, "nothing found")).isTrue();
        world.clock().advance(LEASE.minus(MOMENT));
        assertThat(store.claim(Purpose.RESOLVE, "b", LEASE, 20)).isEmpty();
        assertThat(claim("b")).isEmpty();
        assertThat(posting("1").state()).isEqualTo(PostingState.SENDING);
    }

    @Test
    void nothing_is_sent_once_the_lease_is_lost() {
        world.record(Plans.post("1"));
        Claimed claimed = claimOne("a");
        world.clock().advance(LEASE);
        assertThat(store.intend(claimed, LEASE, "nothing found")).isFalse();
        Claimed other = claimOne("b");
        assertThat(store.intend(claimed, LEASE, "nothing found")).isFalse();
        assertThat(store.intend(other, LEASE, "nothing found")).isTrue();
        assertThat(posting("1").attempts()).isOne();
    }

    @Test
    void nothing_is_sent_twice_for_one_claim() {
        Claimed claimed = sending("1");
        assertThat(store.intend(claimed, LEASE, "again")).isFalse();
        store.conclude(claimed, new Outcome.Unavailable("refused"), RETRY);
        assertThat(store.intend(claimed, LEASE, "again")).isFalse();
    }

    @Test
    void nothing_is_sent_once_a_newer_version_was_planned() {
        world.record(Plans.post("1"));
        Claimed claimed = claimOne("a");
        world.record(Plans.post("1", 2, "other"));
        assertThat(store.intend(claimed, LEASE, "nothing found")).isFalse();
    }

    @Test
    void nothing_is_sent_once_the_same_version_was_planned_otherwise() {
        world.record(Plans.post("1"));
        Claimed claimed = claimOne("a");
        world.record(Plans.post("1", 1, "with the mapping that was mended meanwhile"));
        assertThat(store.intend(claimed, LEASE, "nothing found")).isFalse();
        store.release(claimed);
        assertThat(store.intend(claimOne("a"), LEASE, "nothing found")).isTrue();
    }

    /** As when only a mapping was mended: what Centra says is the same, and yet it goes to another account. */
    @Test
    void nothing_is_sent_once_it_was_planned_anew_with_the_same_content() {
        world.record(Plans.post("1"));
        Claimed claimed = claimOne("a");
        world.record(Plans.toAnotherAccount(Plans.post("1")));
        assertThat(store.intend(claimed, LEASE, "nothing found")).isFalse();
        store.adopt(claimed, Plans.document("1"), List.of());
        store.refuse(claimed, List.of(Plans.CLOSED));
        assertThat(posting("1").state()).isEqualTo(PostingState.PLANNED);
        store.release(claimed);
        assertThat(store.intend(claimOne("a"), LEASE, "nothing found")).isTrue();
    }

    @Test
    void nothing_is_claimed_to_be_sent_while_a_newer_version_waits_for_its_plan() {
        world.record(Plans.post("1"));
        world.record(Plans.post("2"));
        world.aNewerVersionWaits("1");
        assertThat(claim("a")).extracting(StoreContract::number).containsExactly("2");
        world.itIsPlanned("1");
        assertThat(claim("b")).extracting(StoreContract::number).containsExactly("1");
    }

    @Test
    void nothing_is_sent_once_a_newer_version_waits_for_its_plan() {
        world.record(Plans.post("1"));
        Claimed claimed = claimOne("a");
        world.aNewerVersionWaits("1");
        assertThat(store.intend(claimed, LEASE, "nothing found")).isFalse();
        assertThat(posting("1").state()).isEqualTo(PostingState.PLANNED);
    }

    @Test
    void a_doubt_is_resolved_whatever_waits_for_its_plan_and_only_then_planned_anew() {
        Claimed claimed = sending("1");
        store.conclude(claimed, new Outcome.InDoubt("timeout"), RETRY);
        store.release(claimed);
        world.aNewerVersionWaits("1");
        Claimed doubt = resolveOne("a");
        store.planAgain(doubt);
        store.release(doubt);
        assertThat(claim("a")).isEmpty();
        assertThat(world.record(Plans.skip("1", 2, Changes.CANCELLED))).isEqualTo(Recorded.TAKEN);
        world.itIsPlanned("1");
        assertThat(claim("a")).isEmpty();
        assertThat(posting("1").state()).isEqualTo(PostingState.SKIPPED);
    }

    @Test
    void what_a_vanished_worker_was_sending_is_in_doubt_also_while_a_newer_version_waits() {
        sending("1");
        world.aNewerVersionWaits("1");
        assertThat(claim("b")).isEmpty();
        assertThat(posting("1").state()).as("its worker lives").isEqualTo(PostingState.SENDING);
        world.clock().advance(LEASE);
        assertThat(claim("b")).isEmpty();
        assertThat(posting("1").state()).isEqualTo(PostingState.IN_DOUBT);
        assertThat(resolveOne("c").attempts()).isOne();
    }

    @Test
    void nothing_is_sent_once_the_plan_is_to_hold_or_skip() {
        for (Planned replaced : List.of(Plans.hold("1", 1), Plans.skip("1", 1, Changes.CANCELLED))) {
            world.record(Plans.post("1"));
            Claimed claimed = claimOne("a");
            world.record(replaced);
            assertThat(store.intend(claimed, LEASE, "nothing found")).isFalse();
            store.release(claimed);
        }
    }

    @Test
    void what_a_vanished_worker_was_sending_is_in_doubt_and_free_to_be_resolved() {
        sending("1");
        world.clock().advance(LEASE);
        assertThat(claim("b")).isEmpty();
        assertThat(posting("1").state()).isEqualTo(PostingState.IN_DOUBT);
        assertThat(store.claim(Purpose.RESOLVE, "c", LEASE, 20)).singleElement().satisfies(claimed -> {
            assertThat(claimed.everInDoubt()).isTrue();
            assertThat(claimed.doubtSince()).isEqualTo(MovableClock.START.plus(LEASE));
            assertThat(claimed.attempts()).isOne();
        });
    }

    @Test
    void an_order_that_is_held_again_has_waited_since_it_was_held_first() {
        world.record(Plans.hold("1", 1));
        world.clock().advance(MOMENT);
        world.record(Plans.hold("1", 2));
        assertThat(posting("1").since()).isEqualTo(MovableClock.START);
        world.record(Plans.post("1", 3, "mended"));
        assertThat(posting("1").since()).isEqualTo(MovableClock.START.plus(MOMENT));
    }

    // ---- outcomes --------------------------------------------------------------------------------------------------

    @Test
    void posted_ends_the_work_and_joins_both_documents() {
        Claimed claimed = sending("1");
        world.clock().advance(MOMENT);
        store.conclude(claimed, new Outcome.Posted(Plans.document("1")), RETRY);
        Posting posting = posting("1");
        assertThat(posting.state()).isEqualTo(PostingState.POSTED);
        assertThat(posting.targetId()).isEqualTo("71");
        assertThat(posting.targetNumber()).isEqualTo("00001");
        assertThat(posting.since()).isEqualTo(MovableClock.START.plus(MOMENT));
        assertThat(world.links(posting.id()))
                .containsExactly(new Link("centra-order", "1", "sage200-order", "33/00001"));
        assertThat(world.attempts(posting.id())).singleElement().satisfies(attempt -> {
            assertThat(attempt.outcome()).isEqualTo("Posted");
            assertThat(attempt.detail()).isEqualTo("00001");
            assertThat(attempt.endedAt()).isEqualTo(MovableClock.START.plus(MOMENT));
        });
        assertThat(world.queued()).isZero();
        assertThat(world.findings()).isEmpty();
        assertThat(world.rechecksToCome()).isOne();
    }

    @Test
    void what_was_never_in_doubt_is_looked_for_once_because_somebody_else_may_have_entered_it_too() {
        posted("1");
        assertThat(store.rechecks(20)).isEmpty();
        world.clock().advance(SETTLE);
        store.rechecked(store.rechecks(20).get(0), List.of());
        assertThat(world.rechecksToCome()).isZero();
    }

    @Test
    void what_was_never_in_doubt_and_cannot_be_looked_for_is_no_finding() {
        posted("1");
        world.clock().advance(SETTLE);
        Claimed due = store.rechecks(20).get(0);
        PostingFinding untold = new PostingFinding(
                due.postingId(), Plans.key("1"), PostingFinding.Kind.DUPLICATE, Plans.AMOUNT, Plans.CLOSED);
        store.recheckLater(due, untold);
        assertThat(world.rechecksToCome()).isOne();
        world.clock().advance(Duration.ofDays(2));
        store.recheckLater(due, untold);
        assertThat(world.rechecksToCome()).isZero();
        assertThat(world.findings()).isEmpty();
    }

    @Test
    void already_there_ends_the_work_as_posted_does() {
        store.conclude(sending("1"), new Outcome.AlreadyThere(Plans.document("1")), RETRY);
        assertThat(posting("1").state()).isEqualTo(PostingState.POSTED);
        assertThat(world.queued()).isZero();
    }

    @Test
    void another_total_than_planned_is_reported_with_the_difference() {
        store.conclude(sending("1"), new Outcome.Posted(Plans.document("1", Money.of("119.99", "GBP"))), RETRY);
        assertThat(world.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(PostingFinding.Kind.TOTAL_DIFFERS);
            assertThat(finding.amount()).isEqualTo(Money.of("0.01", "GBP"));
            assertThat(finding.reason().what()).contains("GBP 119.99").contains("GBP 120.00");
        });
        assertThat(posting("1").state()).isEqualTo(PostingState.POSTED);
    }

    @Test
    void other_vat_in_the_same_total_is_reported_with_both_amounts() {
        Money vat = Money.of("19.98", "GBP");
        store.conclude(sending("1"), new Outcome.Posted(Plans.document("1", Plans.AMOUNT, vat)), RETRY);
        assertThat(world.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(PostingFinding.Kind.VAT_DIFFERS);
            assertThat(finding.amount()).isEqualTo(Money.of("0.02", "GBP"));
            assertThat(finding.reason().owner()).isEqualTo(Owner.FINANCE);
            assertThat(finding.reason().what())
                    .isEqualTo("Sage 200 document 00001 has VAT of GBP 19.98 in its total of GBP 120.00, planned was"
                            + " GBP 20.00");
        });
        assertThat(posting("1").state()).isEqualTo(PostingState.POSTED);
    }

    @Test
    void other_vat_of_an_adopted_document_is_reported_as_well() {
        world.record(Plans.post("1"));
        store.adopt(claimOne("a"), Plans.document("1", Plans.AMOUNT, Money.of("20.01", "GBP")), List.of());
        assertThat(world.findings())
                .singleElement()
                .extracting(PostingFinding::kind)
                .isEqualTo(PostingFinding.Kind.VAT_DIFFERS);
    }

    @Test
    void a_total_that_a_posting_of_its_own_corrects_is_no_finding_and_that_posting_is_due_next() {
        Document off = Plans.document("1", Money.of("119.99", "GBP")).correctedBy(Plans.correction("1"));
        store.conclude(sending("1"), new Outcome.Posted(off), RETRY);
        assertThat(world.findings()).isEmpty();
        assertThat(posting("1").state()).isEqualTo(PostingState.POSTED);
        assertThat(world.queued()).isOne();
        assertThat(store.claim(Purpose.POST, "b", LEASE, 20))
                .as("the object is still held")
                .isEmpty();
        world.clock().advance(LEASE.plus(MOMENT));
        assertThat(store.claim(Purpose.POST, "b", LEASE, 20)).singleElement().satisfies(next -> {
            assertThat(next.command()).isEqualTo(Plans.correction("1"));
            assertThat(next.state()).isEqualTo(PostingState.PLANNED);
        });
    }

    @Test
    void what_was_amended_counts_as_posted_so_from_the_beginning() {
        amend("1", Plans.amended("1", "content of version 2", false), fewer("1"));
        assertThat(posting("1").state()).isEqualTo(PostingState.POSTED);
        assertThat(posting("1").version()).isEqualTo(2);
        assertThat(posting("1").amount()).isEqualTo(Plans.FEWER);
        assertThat(posting("1").targetTotal()).isEqualTo(Plans.FEWER);
        assertThat(world.record(Plans.post("1", 3, "content of version 2"))).isEqualTo(Recorded.UNCHANGED);
        assertThat(world.record(Plans.post("1", 4, "content of 1"))).isEqualTo(Recorded.CHANGED_AFTER_POSTING);
        assertThat(world.findings())
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.reason().what()).contains("posted was version 2 with " + Plans.FEWER));
    }

    @Test
    void a_change_that_people_were_told_of_is_over_once_it_is_amended() {
        posted("1");
        assertThat(world.record(Plans.post("1", 2, "content of version 2"))).isEqualTo(Recorded.CHANGED_AFTER_POSTING);
        amendAfterPosting("1", Plans.amended("1", "content of version 2", false), fewer("1"));
        assertThat(world.record(Plans.post("1", 3, "content of version 2"))).isEqualTo(Recorded.UNCHANGED);
        assertThat(world.findings()).as("the change, once").hasSize(1);
    }

    @Test
    void an_order_that_was_cancelled_on_the_other_side_is_reversed_and_its_cancellation_no_news() {
        amend("1", Plans.amended("1", Changes.CONTENT_CANCELLED, true), fewer("1"));
        assertThat(posting("1").state()).isEqualTo(PostingState.REVERSED);
        assertThat(world.record(Plans.skip("1", 3, Changes.CANCELLED))).isEqualTo(Recorded.UNCHANGED);
        assertThat(world.findings()).isEmpty();
        assertThat(world.record(Plans.post("1", 4, "content of 1")))
                .as("and is not cancelled any more")
                .isEqualTo(Recorded.CHANGED_AFTER_POSTING);
        assertThat(world.queued()).isZero();
    }

    @Test
    void another_total_of_an_amended_order_is_told_of_the_order() {
        Amended amended = Plans.amended("1", "content of version 2", false);
        amend("1", amended, Plans.document("1", Money.of("60.01", "GBP"), Money.of("10.00", "GBP")));
        assertThat(world.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(PostingFinding.Kind.TOTAL_DIFFERS);
            assertThat(finding.key()).isEqualTo(Plans.key("1"));
            assertThat(finding.amount()).isEqualTo(Money.of("0.01", "GBP"));
        });
    }

    /** Each takes for granted what the one before it leaves. */
    @Test
    void an_amendment_waits_for_the_one_before_it() {
        posted("1");
        world.record(Plans.amendment("1", 2));
        world.record(Plans.amendment("1", 3));
        world.clock().advance(LEASE.plus(MOMENT));
        assertThat(store.claim(Purpose.POST, "b", LEASE, 20))
                .extracting(claimed -> claimed.command().key())
                .containsExactly(Plans.key("1").amendedBy(2));
    }

    private void amend(String number, Amended amended, Document there) {
        posted(number);
        amendAfterPosting(number, amended, there);
    }

    private void amendAfterPosting(String number, Amended amended, Document there) {
        world.record(Plans.amendment(number, 2));
        world.clock().advance(LEASE.plus(MOMENT));
        store.conclude(sendingOf(claimOne("b")), new Outcome.Posted(there.amending(amended)), RETRY);
    }

    private Claimed sendingOf(Claimed claimed) {
        assertThat(store.intend(claimed, LEASE, "nothing found")).isTrue();
        return claimed;
    }

    private static Document fewer(String number) {
        return Plans.document(number, Plans.FEWER, Money.of("10.00", "GBP"));
    }

    @Test
    void other_vat_is_told_though_the_total_is_corrected() {
        Document off = Plans.document("1", Money.of("119.99", "GBP"), Money.of("19.99", "GBP"))
                .correctedBy(Plans.correction("1"));
        store.conclude(sending("1"), new Outcome.Posted(off), RETRY);
        assertThat(world.findings())
                .singleElement()
                .extracting(PostingFinding::kind)
                .isEqualTo(PostingFinding.Kind.VAT_DIFFERS);
    }

    @Test
    void an_adopted_document_is_corrected_as_well() {
        world.record(Plans.post("1"));
        Document off = Plans.document("1", Money.of("119.99", "GBP")).correctedBy(Plans.correction("1"));
        store.adopt(claimOne("a"), off, List.of());
        assertThat(world.findings()).isEmpty();
        assertThat(world.queued()).isOne();
    }

    @Test
    void the_vat_of_another_total_is_told_with_it_once() {
        Document other = Plans.document("1", Money.of("119.99", "GBP"), Money.of("19.99", "GBP"));
        store.conclude(sending("1"), new Outcome.Posted(other), RETRY);
        assertThat(world.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(PostingFinding.Kind.TOTAL_DIFFERS);
            assertThat(finding.reason().what()).endsWith("and VAT of GBP 19.99, planned was GBP 20.00");
        });
    }

    @Test
    void vat_that_nobody_told_is_compared_with_nothing() {
        store.conclude(sending("1"), new Outcome.Posted(Plans.document("1", Plans.AMOUNT, null)), RETRY);
        assertThat(world.findings()).isEmpty();
    }

    @Test
    void another_currency_than_planned_puts_the_whole_amount_at_risk() {
        store.conclude(sending("1"), new Outcome.Posted(Plans.document("1", Money.of("120.00", "EUR"))), RETRY);
        assertThat(world.findings())
                .singleElement()
                .extracting(PostingFinding::amount)
                .isEqualTo(Plans.AMOUNT);
    }

    @Test
    void locked_is_due_again_after_the_retry_and_not_before() {
        Claimed claimed = sending("1");
        store.conclude(claimed, new Outcome.Locked("Anna"), RETRY);
        store.release(claimed);
        assertThat(posting("1").state()).isEqualTo(PostingState.LOCKED);
        world.clock().advance(RETRY.minusMillis(1));
        assertThat(claim("a")).isEmpty();
        world.clock().advance(Duration.ofMillis(1));
        assertThat(claim("a")).singleElement().extracting(Claimed::attempts).isEqualTo(1);
        assertThat(world.queued()).isOne();
    }

    @Test
    void refused_ends_the_work_with_its_reasons() {
        store.conclude(sending("1"), new Outcome.Refused(List.of(Plans.CLOSED)), RETRY);
        assertThat(posting("1").state()).isEqualTo(PostingState.REFUSED);
        assertThat(posting("1").reasons()).containsExactly(Plans.CLOSED);
        assertThat(world.queued()).isZero();
        assertThat(last(world.changes()).reasons()).containsExactly(Plans.CLOSED);
        assertThat(world.record(Plans.post("1", 2, "other"))).isEqualTo(Recorded.TAKEN);
        assertThat(world.queued()).isOne();
    }

    @Test
    void what_was_provably_not_sent_is_planned_as_before_and_due_after_a_moment() {
        Claimed claimed = sending("1");
        store.conclude(claimed, new Outcome.Unavailable("connection refused"), RETRY);
        store.release(claimed);
        assertThat(posting("1").state()).isEqualTo(PostingState.PLANNED);
        assertThat(claim("b")).isEmpty();
        world.clock().advance(RETRY);
        assertThat(claimOne("b").everInDoubt()).isFalse();
    }

    @Test
    void looks_in_vain_are_counted_until_the_posting_changes() {
        world.record(Plans.post("1"));
        for (int looks = 0; looks < 3; looks++) {
            Claimed claimed = claimOne("a");
            assertThat(claimed.looks()).isEqualTo(looks);
            store.lookAgain(claimed, RETRY);
            store.release(claimed);
            assertThat(claim("a")).isEmpty();
            world.clock().advance(RETRY);
        }
        Claimed claimed = claimOne("a");
        store.intend(claimed, LEASE, "nothing found");
        store.conclude(claimed, new Outcome.InDoubt("timeout"), RETRY);
        store.release(claimed);
        assertThat(resolveOne("a").looks()).isZero();
    }

    @Test
    void what_can_no_longer_be_posted_is_held_with_its_reasons_from_plan_and_doubt_alike() {
        world.record(Plans.post("1"));
        store.hold(claimOne("a"), List.of(Plans.CLOSED));
        Claimed sent = sending("2");
        store.conclude(sent, new Outcome.InDoubt("timeout"), RETRY);
        store.release(sent);
        store.hold(resolveOne("a"), List.of(Plans.CLOSED));
        for (String number : List.of("1", "2")) {
            assertThat(posting(number).state()).isEqualTo(PostingState.HELD);
            assertThat(posting(number).reasons()).containsExactly(Plans.CLOSED);
        }
        assertThat(world.queued()).isZero();
        assertThat(world.changes()).last().satisfies(change -> {
            assertThat(change.from()).isEqualTo(PostingState.IN_DOUBT);
            assertThat(change.reasons()).containsExactly(Plans.CLOSED);
        });
    }

    @Test
    void what_may_be_taken_in_a_lesser_form_is_planned_and_its_refusal_stands_in_its_attempt() {
        Claimed claimed = sending("1");
        Outcome.Lesser lesser = new Outcome.Lesser(claimed.command(), "less stock");
        store.conclude(claimed, new Outcome.Refused(List.of(Plans.CLOSED), lesser), RETRY);
        assertThat(posting("1").state()).isEqualTo(PostingState.PLANNED);
        assertThat(posting("1").reasons()).isEmpty();
        assertThat(world.attempts(posting("1").id())).singleElement().satisfies(attempt -> {
            assertThat(attempt.outcome()).isEqualTo("Refused");
            assertThat(attempt.detail()).isEqualTo(Plans.CLOSED.what());
        });
        assertThat(store.intend(claimed.thenSending(lesser.command()), LEASE, "nothing found; less stock"))
                .isTrue();
        assertThat(world.attempts(posting("1").id())).hasSize(2);
        assertThat(posting("1").evidence()).endsWith("less stock");
    }

    @Test
    void in_doubt_is_for_the_resolver_alone() {
        Claimed claimed = sending("1");
        store.conclude(claimed, new Outcome.InDoubt("timeout"), RETRY);
        store.release(claimed);
        world.clock().advance(SETTLE);
        assertThat(claim("a")).isEmpty();
        assertThat(resolveOne("a")).satisfies(doubt -> {
            assertThat(doubt.doubtSince()).isEqualTo(MovableClock.START);
            assertThat(doubt.everInDoubt()).isTrue();
        });
        assertThat(world.queued()).isOne();
    }

    @Test
    void a_claim_says_when_it_was_sent_and_never_answered() {
        Claimed first = sending("1");
        assertThat(first.unanswered()).isEqualTo(Unanswered.NONE);
        store.conclude(first, new Outcome.Locked("Anna"), Duration.ZERO);
        store.release(first);
        world.clock().advance(MOMENT);
        Claimed second = claimOne("a");
        store.intend(second, LEASE, "nothing found");
        store.conclude(second, new Outcome.InDoubt("timeout"), RETRY);
        store.release(second);
        Claimed doubt = resolveOne("a");
        Instant lost = MovableClock.START.plus(MOMENT);
        assertThat(doubt.unanswered()).isEqualTo(new Unanswered(List.of(lost), 1));
        store.planAgain(doubt);
        store.release(doubt);
        world.clock().advance(MOMENT);
        Claimed third = claimOne("dies");
        store.intend(third, LEASE, "nothing found");
        world.clock().advance(LEASE);
        claim("b");
        Claimed twice = resolveOne("c");
        assertThat(twice.unanswered()).isEqualTo(new Unanswered(List.of(lost, lost.plus(MOMENT)), 2));
        store.planAgain(twice);
        store.release(twice);
        Claimed fourth = claimOne("c");
        store.intend(fourth, LEASE, "nothing found");
        store.conclude(fourth, new Outcome.Locked("Anna"), Duration.ZERO);
        store.release(fourth);
        world.clock().advance(MOMENT);
        assertThat(claimOne("c").unanswered())
                .as("somebody answered since")
                .isEqualTo(new Unanswered(List.of(lost, lost.plus(MOMENT)), 0));
    }

    @Test
    void an_outcome_that_comes_after_another_worker_took_over_changes_nothing() {
        for (Outcome late : List.of(
                new Outcome.Posted(Plans.document("1")),
                new Outcome.Refused(List.of(Plans.CLOSED)),
                new Outcome.Unavailable("connection refused"),
                new Outcome.Locked("Anna"))) {
            Claimed slow = sending(late.getClass().getSimpleName());
            world.clock().advance(LEASE);
            claim("b");
            store.conclude(slow, late, RETRY);
            assertThat(posting(number(slow)).state()).isEqualTo(PostingState.IN_DOUBT);
            assertThat(posting(number(slow)).targetNumber()).isNull();
        }
        assertThat(world.queued()).isEqualTo(4);
    }

    @Test
    void an_outcome_of_an_earlier_send_does_not_end_a_later_one() {
        Claimed slow = sending("1");
        world.clock().advance(LEASE);
        claim("b");
        Claimed doubt = resolveOne("b");
        store.planAgain(doubt);
        store.release(doubt);
        Claimed second = claimOne("b");
        assertThat(store.intend(second, LEASE, "nothing found")).isTrue();
        store.conclude(slow, new Outcome.Refused(List.of(Plans.CLOSED)), RETRY);
        assertThat(posting("1").state()).isEqualTo(PostingState.SENDING);
        store.conclude(second, new Outcome.Posted(Plans.document("1")), RETRY);
        assertThat(posting("1").state()).isEqualTo(PostingState.POSTED);
        assertThat(world.attempts(posting("1").id()))
                .extracting(Attempt::outcome)
                .containsExactly("Refused", "Posted");
    }

    // ---- adopting and refusing what is found -----------------------------------------------------------------------

    @Test
    void what_is_found_before_sending_is_adopted_without_an_attempt() {
        world.record(Plans.post("1"));
        Claimed claimed = claimOne("a");
        store.adopt(claimed, Plans.document("1"), List.of());
        assertThat(posting("1").state()).isEqualTo(PostingState.POSTED);
        assertThat(posting("1").attempts()).isZero();
        assertThat(world.links(posting("1").id())).hasSize(1);
        assertThat(world.queued()).isZero();
    }

    @Test
    void what_is_found_after_a_doubt_is_adopted() {
        Claimed doubt = doubt("1");
        store.adopt(doubt, Plans.document("1"), List.of());
        assertThat(posting("1").state()).isEqualTo(PostingState.POSTED);
        assertThat(world.queued()).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = PostingState.class,
            names = {"LOCKED", "PLANNED"})
    void what_is_found_is_adopted_from_every_state_that_is_due(PostingState state) {
        Claimed sent = sending("1");
        store.conclude(
                sent,
                state == PostingState.LOCKED ? new Outcome.Locked("Anna") : new Outcome.Unavailable("refused"),
                Duration.ZERO);
        store.release(sent);
        assertThat(posting("1").state()).isEqualTo(state);
        store.adopt(claimOne("a"), Plans.document("1"), List.of());
        assertThat(posting("1").state()).isEqualTo(PostingState.POSTED);
    }

    @Test
    void what_a_person_must_know_of_an_adopted_document_is_told_with_it_and_once() {
        Claimed doubt = doubt("1");
        PostingFinding second = new PostingFinding(
                doubt.postingId(), Plans.key("1"), PostingFinding.Kind.DUPLICATE, Plans.AMOUNT, Plans.CLOSED);
        store.adopt(doubt, Plans.document("1"), List.of(second));
        store.adopt(doubt, Plans.document("1"), List.of(second));
        assertThat(posting("1").state()).isEqualTo(PostingState.POSTED);
        assertThat(world.findings()).containsExactly(second);
        assertThat(world.rechecksToCome()).as("a third may come").isOne();
    }

    @Test
    void nothing_is_adopted_for_a_plan_that_was_replaced() {
        world.record(Plans.post("1"));
        Claimed claimed = claimOne("a");
        world.record(Plans.post("1", 2, "other"));
        store.adopt(claimed, Plans.document("1"), List.of());
        store.refuse(claimed, List.of(Plans.CLOSED));
        assertThat(posting("1").state()).isEqualTo(PostingState.PLANNED);
        assertThat(world.queued()).isOne();
    }

    @Test
    void what_is_not_ours_under_the_key_is_refused() {
        world.record(Plans.post("1"));
        store.refuse(claimOne("a"), List.of(Plans.CLOSED));
        store.refuse(doubt("2"), List.of(Plans.CLOSED));
        assertThat(posting("1").state()).isEqualTo(PostingState.REFUSED);
        assertThat(posting("2").state()).isEqualTo(PostingState.REFUSED);
        assertThat(posting("2").reasons()).containsExactly(Plans.CLOSED);
        assertThat(world.queued()).isZero();
    }

    // ---- doubts ----------------------------------------------------------------------------------------------------

    @Test
    void a_doubt_is_looked_at_again_only_after_the_time_given() {
        Claimed doubt = doubt("1");
        store.lookAgain(doubt, SETTLE);
        store.release(doubt);
        world.clock().advance(SETTLE.minusMillis(1));
        assertThat(store.claim(Purpose.RESOLVE, "a", LEASE, 20)).isEmpty();
        world.clock().advance(Duration.ofMillis(1));
        assertThat(resolveOne("a").doubtSince()).isEqualTo(MovableClock.START);
        assertThat(posting("1").state()).isEqualTo(PostingState.IN_DOUBT);
    }

    @Test
    void what_cannot_be_told_before_sending_keeps_its_state_and_is_looked_at_later() {
        world.record(Plans.post("1"));
        Claimed claimed = claimOne("a");
        store.lookAgain(claimed, RETRY);
        store.release(claimed);
        assertThat(posting("1").state()).isEqualTo(PostingState.PLANNED);
        assertThat(claim("a")).isEmpty();
        world.clock().advance(RETRY);
        assertThat(claim("a")).hasSize(1);
    }

    @Test
    void what_is_absent_after_the_settle_time_is_planned_again_and_rechecked_once_posted() {
        Claimed doubt = doubt("1");
        store.planAgain(doubt);
        store.release(doubt);
        assertThat(posting("1").state()).isEqualTo(PostingState.PLANNED);
        Claimed again = claimOne("a");
        assertThat(again.everInDoubt()).isTrue();
        store.intend(again, LEASE, "nothing found");
        store.conclude(again, new Outcome.Posted(Plans.document("1")), RETRY);
        assertThat(world.queued()).isZero();
        assertThat(world.rechecksToCome()).isOne();
        assertThat(store.rechecks(20)).isEmpty();
        world.clock().advance(SETTLE);
        assertThat(store.rechecks(20)).extracting(StoreContract::number).containsExactly("1");
        assertThat(store.rechecks(Set.of(Plans.sage("33")), 20))
                .as("its company does not answer")
                .isEmpty();
        assertThat(store.rechecks(Set.of(Plans.sage("34")), 20)).hasSize(1);
    }

    @Test
    void what_was_sent_twice_and_then_found_is_rechecked_too() {
        Claimed doubt = doubt("1");
        store.planAgain(doubt);
        store.release(doubt);
        Claimed again = claimOne("a");
        store.intend(again, LEASE, "nothing found");
        store.conclude(again, new Outcome.InDoubt("timeout"), RETRY);
        store.release(again);
        store.adopt(resolveOne("a"), Plans.document("1"), List.of());
        assertThat(world.rechecksToCome()).isOne();
    }

    @Test
    void a_slow_resolver_cannot_plan_again_what_was_sent_meanwhile() {
        Claimed slow = doubt("1");
        world.clock().advance(LEASE);
        Claimed quick = resolveOne("b");
        store.planAgain(quick);
        store.release(quick);
        Claimed second = claimOne("b");
        store.intend(second, LEASE, "nothing found");
        store.conclude(second, new Outcome.InDoubt("timeout"), RETRY);
        store.planAgain(slow);
        assertThat(posting("1").state()).isEqualTo(PostingState.IN_DOUBT);
        store.lookAgain(slow, SETTLE.multipliedBy(10));
        store.adopt(slow, Plans.document("1"), List.of());
        store.refuse(slow, List.of(Plans.CLOSED));
        store.release(second);
        assertThat(resolveOne("c").attempts()).isEqualTo(2);
    }

    @Test
    void what_a_recheck_finds_is_reported_and_it_is_looked_again_for_a_day() {
        recheck("1");
        Claimed due = store.rechecks(20).get(0);
        PostingFinding duplicate = new PostingFinding(
                due.postingId(), Plans.key("1"), PostingFinding.Kind.DUPLICATE, Plans.AMOUNT, Plans.CLOSED);
        store.rechecked(due, List.of(duplicate));
        assertThat(world.findings()).containsExactly(duplicate);
        assertThat(store.rechecks(20)).isEmpty();
        world.clock().advance(Duration.ofHours(1));
        assertThat(store.rechecks(20)).hasSize(1);
        world.clock().advance(Duration.ofDays(2));
        store.rechecked(due, List.of());
        assertThat(world.rechecksToCome()).isZero();
        assertThat(posting("1").state()).isEqualTo(PostingState.POSTED);
    }

    @Test
    void a_recheck_that_tells_nothing_is_made_later_and_reported_if_none_ever_tells() {
        recheck("1");
        Claimed due = store.rechecks(20).get(0);
        PostingFinding untold = new PostingFinding(
                due.postingId(), Plans.key("1"), PostingFinding.Kind.DUPLICATE, Plans.AMOUNT, Plans.CLOSED);
        store.recheckLater(due, untold);
        assertThat(store.rechecks(20)).isEmpty();
        world.clock().advance(SETTLE);
        assertThat(store.rechecks(20)).hasSize(1);
        assertThat(world.findings()).isEmpty();
        world.clock().advance(Duration.ofDays(2));
        store.recheckLater(due, untold);
        assertThat(world.findings()).containsExactly(untold);
        assertThat(world.rechecksToCome()).isZero();
    }

    @Test
    void what_was_sent_without_an_answer_and_is_not_to_be_posted_any_more_is_looked_for_all_the_same() {
        Claimed doubt = doubt("1");
        store.planAgain(doubt);
        store.release(doubt);
        world.record(Plans.skip("1", 2, Changes.CANCELLED));
        assertThat(world.rechecksToCome()).isOne();
        world.clock().advance(SETTLE);
        assertThat(store.rechecks(20)).singleElement().satisfies(claimed -> {
            assertThat(claimed.state()).isEqualTo(PostingState.SKIPPED);
            assertThat(claimed.command().key()).isEqualTo(Plans.key("1"));
            assertThat(claimed.command().isErased()).as("never to be sent").isTrue();
        });
    }

    // ---- named leases ----------------------------------------------------------------------------------------------

    @Test
    void a_named_lease_is_renewed_by_its_holder_and_refused_to_others() {
        assertThat(store.lease("job/x", "a", LEASE)).isTrue();
        world.clock().advance(LEASE.minus(MOMENT));
        assertThat(store.lease("job/x", "b", LEASE)).isFalse();
        assertThat(store.lease("job/x", "a", LEASE)).isTrue();
        world.clock().advance(LEASE.minus(MOMENT));
        assertThat(store.lease("job/x", "b", LEASE)).isFalse();
        world.clock().advance(MOMENT);
        assertThat(store.lease("job/x", "b", LEASE)).isTrue();
        assertThat(store.lease("job/x", "a", LEASE)).isFalse();
    }

    @Test
    void a_named_lease_is_given_back_by_its_holder_alone() {
        store.lease("lane/1", "a", LEASE);
        store.endLease("lane/1", "b");
        assertThat(store.lease("lane/1", "b", LEASE)).isFalse();
        store.endLease("lane/1", "a");
        assertThat(store.lease("lane/1", "b", LEASE)).isTrue();
    }

    @Test
    void named_leases_and_objects_do_not_meet() {
        world.record(Plans.post("1"));
        assertThat(store.lease("33/C1", "a", LEASE)).isTrue();
        assertThat(claim("b")).hasSize(1);
    }

    // ---- the words of this contract --------------------------------------------------------------------------------

    private List<Claimed> claim(String holder) {
        return store.claim(Purpose.POST, holder, LEASE, 20);
    }

    private Claimed claimOne(String holder) {
        List<Claimed> claimed = claim(holder);
        assertThat(claimed).hasSize(1);
        return claimed.get(0);
    }

    private Claimed resolveOne(String holder) {
        List<Claimed> claimed = store.claim(Purpose.RESOLVE, holder, LEASE, 20);
        assertThat(claimed).hasSize(1);
        return claimed.get(0);
    }

    private Claimed sending(String number) {
        world.record(Plans.post(number));
        Claimed claimed = claimOne("a");
        assertThat(store.intend(claimed, LEASE, "nothing found")).isTrue();
        return claimed;
    }

    private void posted(String number) {
        Claimed claimed = sending(number);
        store.conclude(claimed, new Outcome.Posted(Plans.document(number)), RETRY);
        store.release(claimed);
    }

    /** A posting in doubt, in the hands of a resolver. */
    private Claimed doubt(String number) {
        Claimed claimed = sending(number);
        store.conclude(claimed, new Outcome.InDoubt("timeout"), RETRY);
        store.release(claimed);
        return resolveOne("a");
    }

    /** A posting that was posted after a doubt and is due for its recheck. */
    private void recheck(String number) {
        Claimed doubt = doubt(number);
        store.planAgain(doubt);
        store.release(doubt);
        posted(claimOne("a"));
        world.clock().advance(SETTLE);
    }

    private void posted(Claimed claimed) {
        store.intend(claimed, LEASE, "nothing found");
        store.conclude(claimed, new Outcome.Posted(Plans.document(number(claimed))), RETRY);
        store.release(claimed);
    }

    private Posting posting(String number) {
        return world.posting(Plans.key(number)).orElseThrow();
    }

    private static String number(Claimed claimed) {
        return claimed.command().key().sourceKey();
    }

    private static centrasage.flow.Command command(Planned planned) {
        return ((centrasage.flow.Plan.Post) planned.plan()).command();
    }

    private static <T> T last(List<T> list) {
        return list.get(list.size() - 1);
    }

    private interface Worker<T> {
        T work(String holder) throws Exception;
    }

    /** Lets so many workers begin in the same moment. */
    private static <T> List<T> together(int workers, Worker<T> worker) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(workers);
        try {
            CountDownLatch begin = new CountDownLatch(1);
            List<Future<T>> futures = new ArrayList<>();
            for (int number = 0; number < workers; number++) {
                String holder = "worker " + number;
                Callable<T> call = () -> {
                    begin.await();
                    return worker.work(holder);
                };
                futures.add(threads.submit(call));
            }
            begin.countDown();
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
