package centrasage.jobs.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.sync.posting.Store;
import centrasage.sync.store.JpaWorld;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** {@code posting.lanes} is a limit of the whole site: who loses the slot ends, however often it asks again. */
class LaneSlotTest {
    private static final Duration LEASE = Duration.ofMinutes(5);

    private final Store store = new JpaWorld(Duration.ofMinutes(10)).store();
    private final AtomicLong nanos = new AtomicLong();
    private final LaneSlot slot = slot("a");

    private LaneSlot slot(String holder) {
        return new LaneSlot(store, "lane/1", holder, LEASE, nanos::get);
    }

    @Test
    void a_slot_has_one_holder_at_a_time() {
        assertThat(slot.take()).isTrue();
        assertThat(slot("b").take()).isFalse();
        slot.giveBack();
        assertThat(slot("b").take()).isTrue();
    }

    @Test
    void it_is_renewed_while_it_is_held() {
        slot.take();
        nanos.addAndGet(LEASE.toNanos());
        assertThat(slot.isLost()).isFalse();
        assertThat(slot("b").take()).isFalse();
    }

    @Test
    void a_slot_that_was_lost_once_stays_lost() {
        slot.take();
        store.endLease("lane/1", "a");
        slot("b").take();
        assertThat(slot.isLost()).as("not asked again yet").isFalse();
        nanos.addAndGet(LEASE.toNanos());
        assertThat(slot.isLost()).isTrue();
        assertThat(slot.isLost()).isTrue();
        slot("b").giveBack();
        assertThat(slot.isLost()).as("even when it is free again").isTrue();
    }
}
