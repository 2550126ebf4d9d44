package centrasage.sync.posting;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.Command;
import centrasage.flow.DocumentVersion;
import centrasage.flow.Outcome;
import centrasage.flow.Plan;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.flow.Reason;
import centrasage.flow.event.PostingChanged;
import centrasage.sync.store.Posting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link Store} promises of what is locked or parked; run against the JPA store and against its in-memory twin. */
public abstract class BlockContract {
    private static final Duration LEASE = StoreContract.LEASE;
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

    @Test
    void a_lock_is_counted_from_when_it_was_met_first_and_a_doubt_ends_the_count() {
        Claimed claimed = sending("1");
        assertThat(claimed.block()).isNull();
        Instant met = store.now();
        lock(claimed, "Anna on PC-1");
        world.clock().advance(RETRY);
        Claimed second = claimOne("a");
        assertThat(second.block()).isEqualTo(new Block(PostingState.LOCKED, met, 1, "Anna on PC-1"));
        send(second, new Outcome.Unavailable("connection refused"));
        world.clock().advance(RETRY);
        lock(sendingAgain(), "Bob");
        world.clock().advance(RETRY);
        Claimed third = claimOne("a");
        assertThat(third.block()).isEqualTo(new Block(PostingState.LOCKED, met, 2, "Bob"));
        send(third, new Outcome.InDoubt("timeout"));
        Claimed doubt = resolveOne("a");
        assertThat(doubt.block()).isNull();
        store.planAgain(doubt);
        store.release(doubt);
        assertThat(claimOne("a").block()).isNull();
    }

    /** Sent after it, the older would win. */
    @Test
    void an_amendment_is_not_tried_before_the_one_before_it_is_done_with() {
        world.record(amendment("1-1/2"));
        world.record(amendment("1-1/3"));
        send(claimOne("a", "1-1/2"), new Outcome.InDoubt("timeout"));
        assertThat(store.claimable(Wanted.all(Purpose.POST), 10)).isZero();
        Claimed doubt = resolveOne("a");
        store.planAgain(doubt);
        store.release(doubt);
        send(claimOne("a", "1-1/2"), new Outcome.Unavailable("connection refused"));
        assertThat(claim("a")).isEmpty();
        world.clock().advance(RETRY);
        send(claimOne("a", "1-1/2"), new Outcome.Posted(Plans.document("2")));
        assertThat(claim("a")).extracting(BlockContract::number).containsExactly("1-1/3");
    }

    /** Nobody can tell what of the order is left for it. */
    @ParameterizedTest
    @EnumSource(
            value = PostingKind.class,
            names = {"DESPATCH", "ALLOCATION"})
    void what_takes_from_one_stock_is_not_tried_while_another_of_its_order_is_in_doubt(PostingKind kind) {
        assertThat(kind.takesFromOneStock()).isTrue();
        world.record(ofShipment(kind, "1-1"));
        world.record(ofShipment(kind, "1-2"));
        List<Claimed> both = claim("a");
        assertThat(both).extracting(BlockContract::number).containsExactly("1-1", "1-2");
        store.intend(both.get(1), LEASE, "nothing found");
        store.conclude(both.get(1), new Outcome.InDoubt("timeout"), RETRY);
        both.forEach(store::release);
        assertThat(claim("a")).isEmpty();
        Claimed doubt = resolveOne("a");
        store.adopt(doubt, Plans.document("2"), List.of());
        store.release(doubt);
        assertThat(claim("a")).extracting(BlockContract::number).containsExactly("1-1");
    }

    private static Planned amendment(String number) {
        return ofShipment(PostingKind.DESPATCH_TRACKING, number);
    }

    private static Planned ofShipment(PostingKind kind, String number) {
        PostingKey key = new PostingKey("33", kind, number);
        Command command = new Command(key, "33/C1", Plans.AMOUNT, null, Plans.DAY, "content", "{}");
        return new Planned(
                key,
                "33/C1",
                new DocumentVersion("shipment", "1-1", 1),
                Plans.AMOUNT,
                Plans.DAY,
                new Plan.Post(command));
    }

    @Test
    void behind_a_locked_posting_nothing_of_its_object_is_tried_and_all_goes_out_in_order_once_it_is_through() {
        world.record(Plans.postOf("33/C1", "1"));
        world.record(Plans.postOf("33/C1", "2"));
        world.record(Plans.postOf("33/C1", "3"));
        world.rank(Plans.key("3"), 5);
        Claimed early = claimOne("a", "3", "1", "2");
        send(early, new Outcome.Posted(Plans.document("3")));
        lock(claimOne("a", "1", "2"), "Anna");
        world.clock().advance(MOMENT);
        assertThat(store.claimable(Wanted.all(Purpose.POST), 10)).isZero();
        assertThat(claim("a")).isEmpty();
        world.record(Plans.post("9"));
        assertThat(claim("b")).extracting(BlockContract::number).containsExactly("9");
        world.clock().advance(RETRY);
        Claimed head = claimOne("a");
        assertThat(number(head)).isEqualTo("1");
        send(head, new Outcome.Posted(Plans.document("1")));
        assertThat(claim("a")).extracting(BlockContract::number).containsExactly("2");
    }

    @Test
    void what_is_parked_lets_its_equals_pass_and_keeps_what_builds_upon_it() {
        world.record(Plans.postOf("33/C1", "1"));
        world.record(Plans.postOf("33/C1", "2"));
        world.record(Plans.postOf("33/C1", "3"));
        world.rank(Plans.key("3"), 20);
        Claimed first = claimOne("a", "1", "2", "3");
        store.park(first, List.of(Plans.CLOSED), RETRY);
        store.release(first);
        assertThat(claim("a")).extracting(BlockContract::number).containsExactly("2");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void an_entry_of_the_ledger_waits_for_nothing_that_is_blocked_before_it(boolean locked) {
        world.record(ofShipment(PostingKind.DESPATCH, "1-1"));
        world.record(ofShipment(PostingKind.RECEIPT, "1/P1"));
        Claimed despatch = claim("a").get(0);
        if (locked) {
            lock(despatch, "Anna");
        } else {
            store.park(despatch, List.of(Plans.CLOSED), RETRY);
        }
        store.release(despatch);
        assertThat(claim("a")).extracting(BlockContract::number).containsExactly("1/P1");
    }

    @Test
    void what_is_refused_for_now_is_parked_with_its_reasons_and_due_again() {
        Claimed claimed = sending("1");
        send(claimed, Outcome.Refused.forNow(List.of(Plans.CLOSED)));
        parkedForClosed();
        world.clock().advance(RETRY);
        Claimed again = claimOne("a");
        assertThat(again.state()).isEqualTo(PostingState.PARKED);
        send(again, new Outcome.Posted(Plans.document("1")));
        assertThat(posting("1").state()).isEqualTo(PostingState.POSTED);
        assertThat(posting("1").reasons()).isEmpty();
    }

    @Test
    void what_is_found_blocked_is_parked_without_a_send_and_the_same_reasons_again_are_no_news() {
        world.record(Plans.post("1"));
        Claimed claimed = claimOne("a");
        store.park(claimed, List.of(Plans.CLOSED), RETRY);
        store.release(claimed);
        parkedForClosed();
        Instant since = store.now();
        int told = world.changes().size();
        world.clock().advance(RETRY);
        Claimed again = claimOne("a");
        store.park(again, List.of(Plans.CLOSED), RETRY);
        store.release(again);
        assertThat(world.changes()).hasSize(told);
        assertThat(posting("1").since()).isEqualTo(since);
        world.clock().advance(RETRY);
        Claimed third = claimOne("a");
        assertThat(third.block()).isEqualTo(new Block(PostingState.PARKED, since, 2, ""));
        store.park(third, List.of(Plans.UNKNOWN_SKU), RETRY);
        assertThat(last(world.changes()).reasons()).containsExactly(Plans.UNKNOWN_SKU);
        assertThat(posting("1").attempts()).isZero();
    }

    private void parkedForClosed() {
        assertThat(posting("1").state()).isEqualTo(PostingState.PARKED);
        assertThat(posting("1").reasons()).containsExactly(Plans.CLOSED);
        assertThat(last(world.changes()).reasons()).containsExactly(Plans.CLOSED);
        assertThat(world.queued()).isOne();
        assertThat(claim("b")).isEmpty();
    }

    /** Refused or held, the next change of the mappings would plan it again, and it would be sent. */
    @Test
    void what_a_person_gave_up_while_it_was_tried_is_given_up_also_where_it_is_refused_for_good() {
        Claimed claimed = triedAndGivenUp();
        store.conclude(claimed, new Outcome.Refused(List.of(Plans.DRAFT)), RETRY);
        assertGivenUpFor(Plans.DRAFT);
    }

    @ParameterizedTest
    @EnumSource(
            value = PostingState.class,
            names = {"REFUSED", "HELD"})
    void what_a_person_gave_up_while_it_was_tried_is_given_up_also_after_a_doubt(PostingState found) {
        send(triedAndGivenUp(), new Outcome.InDoubt("timeout"));
        assertThat(posting("1").state()).isEqualTo(PostingState.IN_DOUBT);
        Claimed doubt = resolveOne("a");
        if (found == PostingState.HELD) {
            store.hold(doubt, List.of(Plans.DRAFT));
        } else {
            store.refuse(doubt, List.of(Plans.DRAFT));
        }
        assertGivenUpFor(Plans.DRAFT);
    }

    private Claimed triedAndGivenUp() {
        send(sending("1"), Outcome.Refused.forNow(List.of(Plans.CLOSED)));
        world.clock().advance(RETRY);
        Claimed claimed = sendingAgain();
        assertThat(world.giveUp(Plans.key("1"), "entered by hand")).isTrue();
        assertThat(posting("1").state()).isEqualTo(PostingState.SENDING);
        return claimed;
    }

    private void assertGivenUpFor(Reason reason) {
        assertThat(posting("1").state()).isEqualTo(PostingState.ABANDONED);
        assertThat(posting("1").reasons()).containsExactly(reason);
        assertThat(world.queued()).isZero();
        assertThat(last(world.changes())).satisfies(change -> {
            assertThat(change.to()).isEqualTo(PostingState.ABANDONED);
            assertThat(change.detail()).isEqualTo("given up by ann: entered by hand");
        });
        assertThat(world.changes())
                .extracting(PostingChanged::to)
                .doesNotContain(PostingState.REFUSED, PostingState.HELD);
        world.record(Plans.post("1", 2, "mended"));
        assertThat(claim("b")).isEmpty();
    }

    @Test
    void nothing_is_parked_for_a_plan_that_was_replaced() {
        world.record(Plans.post("1"));
        Claimed claimed = claimOne("a");
        world.record(Plans.post("1", 2, "other"));
        store.park(claimed, List.of(Plans.CLOSED), RETRY);
        assertThat(posting("1").state()).isEqualTo(PostingState.PLANNED);
    }

    @Test
    void the_locked_postings_of_each_company_are_counted() {
        lock(sending("1"), "Anna");
        lock(sending("2"), "Anna");
        world.record(Plans.inCompany("34", Plans.post("3")));
        lock(claimOne("a"), "Anna");
        world.record(Plans.post("4"));
        assertThat(store.locked("33")).isEqualTo(2);
        assertThat(store.locked("34")).isOne();
        assertThat(store.locked("35")).isZero();
    }

    @Test
    void what_is_locked_in_a_posted_document_is_held_back_while_the_lock_stands_and_due_once_it_is_gone() {
        posted("1");
        Command correction = Plans.correction("1");
        world.record(new Planned(
                correction.key(),
                correction.object(),
                Plans.document("1", 1),
                correction.amount(),
                Plans.DAY,
                new Plan.Post(correction)));
        lock(claimOne("a"), "Anna");
        lock(sending("2"), "Anna");
        LockedDocument locked = store.lockedDocuments(10).get(0);
        assertThat(store.lockedDocuments(10)).as("order 2 is not there yet").hasSize(1);
        assertThat(locked.documentId()).isEqualTo(Plans.document("1").id());
        store.lockStands(locked, "J. Smith on WS-14", RETRY.plus(MOMENT));
        world.clock().advance(RETRY);
        assertThat(claim("a")).extracting(BlockContract::number).containsExactly("2");
        store.lockIsGone(locked, Duration.ZERO);
        Claimed due = claimOne("b");
        assertThat(Objects.requireNonNull(due.block()).by()).isEqualTo("J. Smith on WS-14");
        send(due, new Outcome.Posted(Plans.document("1")));
        store.lockStands(locked, "nobody", RETRY);
        store.lockIsGone(locked, Duration.ZERO);
        assertThat(store.lockedDocuments(10)).isEmpty();
    }

    /** As many new orders as are looked at may be locked for longer: a web account that is open locks them all. */
    @Test
    void what_is_locked_and_not_there_yet_takes_nobodys_place() {
        posted("1");
        lock(sending("2"), "Anna");
        lock(sending("3"), "Anna");
        world.clock().advance(MOMENT);
        world.record(ofShipment(PostingKind.DESPATCH, "1-1"));
        lock(claimOne("a"), "Anna");
        assertThat(store.lockedDocuments(1))
                .extracting(LockedDocument::documentId)
                .containsExactly(Plans.document("1").id());
    }

    private void lock(Claimed claimed, String who) {
        send(claimed, new Outcome.Locked(who));
    }

    /** Ends the send that is under way, or makes one. */
    private void send(Claimed claimed, Outcome outcome) {
        PostingState state =
                world.posting(claimed.command().key()).orElseThrow().state();
        if (state != PostingState.SENDING) {
            assertThat(store.intend(claimed, LEASE, "nothing found")).isTrue();
        }
        store.conclude(claimed, outcome, RETRY);
        store.release(claimed);
    }

    private Claimed sendingAgain() {
        Claimed claimed = claimOne("a");
        store.intend(claimed, LEASE, "nothing found");
        return claimed;
    }

    /** Claims all that is due, which are these, and gives the first. */
    private Claimed claimOne(String holder, String... numbers) {
        List<Claimed> claimed = claim(holder);
        assertThat(claimed).extracting(BlockContract::number).containsExactly(numbers);
        return claimed.get(0);
    }

    private Claimed sending(String number) {
        world.record(Plans.post(number));
        Claimed claimed = claimOne("a");
        assertThat(store.intend(claimed, LEASE, "nothing found")).isTrue();
        return claimed;
    }

    private void posted(String number) {
        send(sending(number), new Outcome.Posted(Plans.document(number)));
    }

    private List<Claimed> claim(String holder) {
        return store.claim(Purpose.POST, holder, LEASE, 10);
    }

    private Claimed claimOne(String holder) {
        List<Claimed> claimed = claim(holder);
        assertThat(claimed).hasSize(1);
        return claimed.get(0);
    }

    private Claimed resolveOne(String holder) {
        List<Claimed> claimed = store.claim(Purpose.RESOLVE, holder, LEASE, 10);
        assertThat(claimed).hasSize(1);
        return claimed.get(0);
    }

    private Posting posting(String number) {
        return world.posting(Plans.key(number)).orElseThrow();
    }

    private static String number(Claimed claimed) {
        return claimed.command().key().sourceKey();
    }

    private static <T> T last(List<T> list) {
        return list.get(list.size() - 1);
    }
}
