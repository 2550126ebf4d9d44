package centrasage.sync.store;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.Outcome;
import centrasage.flow.Owner;
import centrasage.flow.PostingState;
import centrasage.flow.Reason;
import centrasage.sync.posting.Block;
import centrasage.sync.posting.Claimed;
import centrasage.sync.posting.Planned;
import centrasage.sync.posting.Plans;
import centrasage.sync.posting.Purpose;
import centrasage.sync.posting.StoreContract;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What people are told of a lock: since when, by whom, how often it was met, and what waits behind it. */
class BlockagesTest {
    private static final Duration RETRY = Duration.ofSeconds(15);

    private final JpaWorld world = new JpaWorld(StoreContract.SETTLE);
    private final Blockages blockages = world.transactions().bean(Blockages.class, world.entities());

    private void sendOldest(Outcome outcome) {
        List<Claimed> claimed = world.store().claim(Purpose.POST, "a", StoreContract.LEASE, 1);
        world.store().intend(claimed.get(0), StoreContract.LEASE, "nothing found");
        world.store().conclude(claimed.get(0), outcome, RETRY);
        world.store().release(claimed.get(0));
    }

    private Map<Long, Blockage> of(String number) {
        return blockages.of(List.of(posting(number)));
    }

    private Posting posting(String number) {
        return world.posting(Plans.key(number)).orElseThrow();
    }

    /** Of the order that number 1 is about. */
    private static Planned besides(String number) {
        return Plans.postOf("33/C1", number);
    }

    @Test
    void a_lock_is_told_with_what_waits_behind_it_in_its_order_and_elsewhere() {
        Instant met = world.store().now();
        world.record(Plans.post("1"));
        world.record(besides("2"));
        world.record(besides("3"));
        world.rank(Plans.key("3"), 5);
        world.record(Plans.post("4"));
        world.makeWaitFor(Plans.key("4"), Plans.key("1"));
        sendOldest(new Outcome.Posted(Plans.document("3")));
        sendOldest(new Outcome.Locked("J. Smith on WS-14"));
        assertThat(of("1"))
                .containsOnly(Map.entry(
                        posting("1").id(),
                        new Blockage(new Block(PostingState.LOCKED, met, 1, "J. Smith on WS-14"), 2, met.plus(RETRY))));
        assertThat(of("2")).as("it is behind, and not locked itself").isEmpty();
        assertThat(blockages.locked()).hasValueSatisfying(locks -> {
            assertThat(locks.postings()).containsOnly(Map.entry(Documents.ORDERS, 1L));
            assertThat(locks.oldest().by()).isEqualTo("J. Smith on WS-14");
        });
    }

    @Test
    void what_is_parked_lets_its_equals_pass() {
        world.record(Plans.post("1"));
        world.record(besides("2"));
        sendOldest(Outcome.Refused.forNow(List.of(new Reason("NO", Owner.CX, "Not now", "Wait"))));
        assertThat(of("1").values()).singleElement().satisfies(blockage -> {
            assertThat(blockage.waiting()).isZero();
            assertThat(blockage.block().as()).isEqualTo(PostingState.PARKED);
        });
        assertThat(blockages.locked()).isEmpty();
    }

    @Test
    void what_is_finished_is_blocked_by_nothing() {
        world.record(Plans.post("1"));
        sendOldest(new Outcome.Posted(Plans.document("1")));
        assertThat(of("1")).isEmpty();
    }
}
