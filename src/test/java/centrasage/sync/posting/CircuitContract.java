package centrasage.sync.posting;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.Outcome;
import centrasage.flow.Owner;
import centrasage.flow.Plan;
import centrasage.flow.PostingState;
import centrasage.flow.Reason;
import centrasage.flow.event.PostingChanged;
import centrasage.sync.store.Posting;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Store} promises where one cause stops many; run against the JPA store and against its in-memory twin. */
public abstract class CircuitContract {
    private static final Duration LEASE = StoreContract.LEASE;
    private static final int MAX = StoreWorld.FAILURES_MAX;

    private StoreWorld world;
    private Store store;

    protected abstract StoreWorld world();

    @BeforeEach
    void begin() {
        world = world();
        store = world.store();
    }

    // ---- held in planning ------------------------------------------------------------------------------------------

    @Test
    void so_many_held_in_a_row_for_one_cause_are_told_as_one_whatever_their_own_numbers_are() {
        for (int number = 1; number < MAX; number++) {
            hold(number, noCode(number));
        }
        assertThat(gathered()).isEmpty();
        hold(MAX, noCode(MAX));
        hold(MAX + 1, noCode(MAX + 1));
        assertThat(gathered()).containsExactly(number(MAX), number(MAX + 1));
        assertThat(last()).satisfies(change -> {
            assertThat(change.to()).isEqualTo(PostingState.HELD);
            assertThat(change.gathered()).isTrue();
        });
        assertThat(posting(MAX).cause()).isEqualTo(posting(MAX + 1).cause());
    }

    @Test
    void one_that_could_be_planned_breaks_the_row_and_so_does_one_that_is_held_for_another_reason() {
        hold(1, MAX - 1);
        world.record(Plans.post("777"));
        hold(101, MAX - 1);
        world.record(Plans.hold("778", 1));
        hold(201, MAX - 1);
        assertThat(gathered()).isEmpty();
    }

    @Test
    void the_same_document_planned_again_is_no_other_failure() {
        for (int version = 1; version <= MAX + 2; version++) {
            hold(1, version, noCode(1));
            world.record(Plans.skip("1", version, "TEST"));
        }
        assertThat(gathered()).isEmpty();
    }

    @Test
    void what_has_a_reason_of_its_own_besides_stands_alone_and_what_can_be_planned_leaves_the_cause() {
        hold(1, MAX);
        hold(50, 1, noCode(50), Plans.UNKNOWN_SKU);
        hold(51, noCode(51));
        assertThat(gathered()).containsExactly(number(MAX), "51");
        world.record(Plans.post("51", 2, "mended"));
        assertThat(posting(51).cause()).isNull();
        assertThat(posting(51).state()).isEqualTo(PostingState.PLANNED);
        hold(52, noCode(52));
        assertThat(gathered()).as("one that is mended mends not the others").containsExactly(number(MAX), "52");
    }

    @Test
    void what_is_held_stops_no_lane() {
        hold(1, MAX + 1);
        world.record(Plans.post("90"));
        assertThat(claim("a")).hasSize(1);
    }

    // ---- refused ---------------------------------------------------------------------------------------------------

    @Test
    void after_so_many_refusals_in_a_row_nothing_more_of_the_kind_is_sent_to_the_company() {
        plan(1, MAX + 3);
        List<Claimed> page = store.claim(Purpose.POST, "a", LEASE, MAX + 1);
        page.subList(0, MAX).forEach(claimed -> send(claimed, refused()));
        assertThat(store.intend(page.get(MAX), LEASE, "nothing found"))
                .as("a lane has it in its hand already")
                .isFalse();
        store.release(page.get(MAX));
        assertThat(store.claimable(Wanted.all(Purpose.POST), 10)).isZero();
        assertThat(claim("a")).isEmpty();
        assertThat(gathered()).hasSize(1);
        world.record(Plans.inCompany("44", Plans.post("900")));
        assertThat(store.mustGiveWay(page.get(MAX), Set.of())).isFalse();
        assertThat(claim("a")).extracting(CircuitContract::company).containsExactly("44");
    }

    @Test
    void a_success_in_between_breaks_the_row() {
        plan(1, 2 * MAX);
        List<Claimed> page = store.claim(Purpose.POST, "a", LEASE, 2 * MAX - 1);
        page.subList(0, MAX - 1).forEach(claimed -> send(claimed, refused()));
        send(page.get(MAX - 1), new Outcome.Posted(Plans.document("1")));
        page.subList(MAX, 2 * MAX - 1).forEach(claimed -> send(claimed, refused()));
        assertThat(gathered()).isEmpty();
        assertThat(claim("a")).hasSize(1);
    }

    @Test
    void one_probe_goes_out_every_interval_and_the_next_one_is_another() {
        stop(2);
        assertThat(claim("a")).isEmpty();
        world.clock().advance(StoreWorld.PROBE);
        Claimed first = claimOne();
        assertThat(claim("b")).as("one, on all nodes together").isEmpty();
        send(first, refused());
        assertThat(claim("a")).isEmpty();
        world.clock().advance(StoreWorld.PROBE);
        Claimed second = claimOne();
        assertThat(second.postingId()).isNotEqualTo(first.postingId());
        store.release(second);
        world.clock().advance(StoreWorld.PROBE);
        assertThat(claimOne().postingId()).as("what was not sent is no answer").isNotEqualTo(first.postingId());
    }

    @Test
    void a_probe_that_goes_through_closes_the_circuit_and_all_that_was_gathered_goes_out_again() {
        stop(2);
        world.clock().advance(StoreWorld.PROBE);
        send(claimOne(), new Outcome.Posted(Plans.document("1")));
        List<Claimed> all = store.claim(Purpose.POST, "a", LEASE, 100);
        assertThat(all).hasSize(MAX + 1);
        assertThat(gathered()).isEmpty();
        all.forEach(claimed -> send(claimed, new Outcome.Posted(Plans.document("7" + claimed.postingId()))));
        assertThat(world.queued()).isZero();
    }

    @Test
    void what_is_refused_anew_after_the_cause_was_gone_is_not_sent_again_and_again() {
        stop(0);
        world.clock().advance(StoreWorld.PROBE);
        send(claimOne(), new Outcome.Posted(Plans.document("1")));
        world.clock().advance(Duration.ofSeconds(1));
        Claimed again = store.claim(Purpose.POST, "a", LEASE, 1).get(0);
        send(again, refused());
        assertThat(posting(again).state()).isEqualTo(PostingState.REFUSED);
        assertThat(store.claim(Purpose.POST, "a", LEASE, 100))
                .extracting(Claimed::postingId)
                .doesNotContain(again.postingId());
    }

    @Test
    void a_probe_whose_answer_is_lost_closes_the_circuit_once_it_is_found() {
        stop(1);
        world.clock().advance(StoreWorld.PROBE);
        send(claimOne(), new Outcome.InDoubt("timeout"));
        Claimed doubt = store.claim(Purpose.RESOLVE, "r", LEASE, 5).get(0);
        store.adopt(doubt, Plans.document("1"), List.of());
        store.release(doubt);
        assertThat(store.claim(Purpose.POST, "a", LEASE, 100)).hasSize(MAX);
    }

    @Test
    void a_node_that_dies_with_the_probe_leaves_a_doubt_and_the_next_probe_to_the_others() {
        stop(1);
        world.clock().advance(StoreWorld.PROBE);
        Claimed lost = claimOne();
        store.intend(lost, LEASE, "nothing found");
        world.clock().advance(LEASE.plusSeconds(1));
        List<Claimed> next = claim("b");
        assertThat(next).extracting(Claimed::postingId).doesNotContain(lost.postingId());
        next.forEach(store::release);
        world.clock().advance(StoreWorld.PROBE);
        assertThat(claim("b")).hasSizeLessThanOrEqualTo(1);
        assertThat(posting(lost).state()).isEqualTo(PostingState.IN_DOUBT);
    }

    @Test
    void without_any_that_was_refused_the_oldest_that_waits_is_the_probe() {
        stop(1);
        IntStream.rangeClosed(1, MAX).forEach(number -> world.record(Plans.skip(number(number), 2, "CANCELLED")));
        world.clock().advance(StoreWorld.PROBE);
        send(claimOne(), new Outcome.Posted(Plans.document("9")));
        assertThat(world.queued()).isZero();
    }

    /** A probe would be sent by nobody's decision, and it may be there after all. */
    @Test
    void so_many_that_stand_for_a_doubt_are_gathered_under_no_cause_and_none_is_sent_until_a_person_says_so() {
        plan(1, 2 * MAX);
        store.claim(Purpose.POST, "a", LEASE, 2 * MAX)
                .forEach(claimed -> send(claimed, new Outcome.InDoubt("timeout")));
        List<Claimed> doubts = store.claim(Purpose.RESOLVE, "r", LEASE, 2 * MAX);
        doubts.subList(0, MAX).forEach(claimed -> store.refuse(claimed, List.of(Reasons.neverAnswered(claimed))));
        doubts.subList(MAX, 2 * MAX)
                .forEach(claimed -> store.refuse(claimed, List.of(Reasons.cannotBeTold(claimed, "half an answer"))));
        doubts.forEach(store::release);
        assertThat(gathered()).isEmpty();
        plan(2 * MAX + 1, 1);
        world.clock().advance(StoreWorld.PROBE);
        assertThat(claim("a"))
                .extracting(claimed -> claimed.command().key().sourceKey())
                .containsExactly(number(2 * MAX + 1));
    }

    // ---- what they do ----------------------------------------------------------------------------------------------

    /** So many are refused that the circuit is open, and some more wait. */
    private void stop(int more) {
        plan(1, MAX);
        store.claim(Purpose.POST, "a", LEASE, 100).forEach(claimed -> send(claimed, refused()));
        plan(MAX + 1, more);
    }

    private void plan(int from, int count) {
        IntStream.range(from, from + count).forEach(number -> world.record(Plans.post(number(number))));
    }

    private void hold(int from, int count) {
        IntStream.range(from, from + count).forEach(number -> hold(number, noCode(number)));
    }

    private void hold(int number, Reason reason) {
        hold(number, 1, reason);
    }

    private void hold(int number, int version, Reason... reasons) {
        String name = number(number);
        world.record(new Planned(
                Plans.key(name),
                "33/C" + name,
                Plans.document(name, version),
                Plans.AMOUNT,
                Plans.DAY,
                new Plan.Hold(List.of(reasons))));
    }

    private static Reason noCode(int number) {
        return new Reason(
                "NO_ANALYSIS",
                Owner.FINANCE,
                "Order " + number(number) + " has no project code",
                "Add it to analysis.csv");
    }

    private static Outcome refused() {
        return new Outcome.Refused(
                List.of(new Reason("REFUSED_BY_SAGE", Owner.OPERATIONS, "A project code is wanted", "Send one")));
    }

    private void send(Claimed claimed, Outcome outcome) {
        assertThat(store.intend(claimed, LEASE, "nothing found")).isTrue();
        store.conclude(claimed, outcome, Duration.ZERO);
        store.release(claimed);
    }

    private List<Claimed> claim(String holder) {
        return store.claim(Purpose.POST, holder, LEASE, 100);
    }

    private Claimed claimOne() {
        List<Claimed> claimed = claim("a");
        assertThat(claimed).hasSize(1);
        return claimed.get(0);
    }

    private List<String> gathered() {
        return IntStream.rangeClosed(1, 1000)
                .mapToObj(number -> world.posting(Plans.key(number(number))))
                .flatMap(java.util.Optional::stream)
                .filter(posting -> posting.cause() != null)
                .map(posting -> posting.key().sourceKey())
                .toList();
    }

    private Posting posting(int number) {
        return world.posting(Plans.key(number(number))).orElseThrow();
    }

    private Posting posting(Claimed claimed) {
        return world.posting(claimed.command().key()).orElseThrow();
    }

    private PostingChanged last() {
        return Objects.requireNonNull(world.changes().get(world.changes().size() - 1));
    }

    private static String number(int number) {
        return Integer.toString(number);
    }

    private static String company(Claimed claimed) {
        return claimed.command().key().company();
    }
}
