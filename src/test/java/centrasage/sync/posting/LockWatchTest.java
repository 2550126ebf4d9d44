package centrasage.sync.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import centrasage.flow.Command;
import centrasage.flow.Locks;
import centrasage.flow.Outcome;
import centrasage.flow.Plan;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.flow.TargetUnavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With a look into the other side's book of locks: nothing is sent while a lock stands, and all goes out within seconds of its end. */
class LockWatchTest {
    private static final Duration TICK = Duration.ofSeconds(2);

    private final MemoryWorld world = new MemoryWorld(StoreContract.SETTLE);
    private final Book book = new Book();
    private final LockWatch watch = new LockWatch(world.store(), book);
    private final PostingKey corrected = Plans.correction("1").key();
    private boolean open = true;
    private int sends;

    /** As the test writes it. */
    private static final class Book implements Locks {
        final Map<String, String> held = new HashMap<>();
        final List<String> asked = new ArrayList<>();

        @Nullable
        String torn;

        @Override
        public boolean canTell() {
            return true;
        }

        @Override
        public Map<String, String> holders(String company, Collection<String> documentIds) throws TargetUnavailable {
            if (torn != null) {
                throw new TargetUnavailable(torn);
            }
            asked.addAll(documentIds);
            Map<String, String> found = new HashMap<>(held);
            found.keySet().retainAll(documentIds);
            return found;
        }
    }

    /** An order that is there, and something about it that is locked. */
    @BeforeEach
    void aLockedOrder() {
        world.record(Plans.post("1"));
        drain();
        Command correction = Plans.correction("1");
        world.record(new Planned(
                correction.key(),
                correction.object(),
                Plans.document("1", 1),
                correction.amount(),
                Plans.DAY,
                new Plan.Post(correction)));
        book.held.put("71", "J. Smith on WS-14");
        drain();
        sends = 0;
    }

    private void drain() {
        for (Claimed claimed : world.store().claim(Purpose.POST, "a", StoreContract.LEASE, 10)) {
            boolean follows = claimed.command().key().kind() == PostingKind.ORDER_CORRECTION;
            sends++;
            world.store().intend(claimed, StoreContract.LEASE, "nothing found");
            Outcome outcome = follows && open ? new Outcome.Locked("a user") : new Outcome.Posted(Plans.document("1"));
            world.store().conclude(claimed, outcome, Duration.ofSeconds(5));
            world.store().release(claimed);
        }
    }

    private void pass(Duration time) {
        for (Duration passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plus(TICK)) {
            world.clock().advance(TICK);
            watch.look();
            drain();
        }
    }

    private void close() {
        open = false;
        book.held.clear();
    }

    private PostingState state() {
        return world.posting(corrected).orElseThrow().state();
    }

    @Test
    void while_the_lock_stands_nothing_is_sent_and_once_it_is_gone_it_is_posted_within_ten_seconds() {
        pass(Duration.ofHours(1));
        assertThat(sends).isZero();
        assertThat(state()).isEqualTo(PostingState.LOCKED);
        close();
        pass(Duration.ofSeconds(6));
        assertThat(state()).isEqualTo(PostingState.POSTED);
        assertThat(sends).isOne();
    }

    @Test
    void who_holds_it_is_known_from_the_book() {
        watch.look();
        assertThat(((MemoryStore) world.store())
                        .posting(corrected)
                        .orElseThrow()
                        .lock()
                        .orElseThrow()
                        .by())
                .isEqualTo("J. Smith on WS-14");
    }

    @Test
    void what_the_book_does_not_show_is_tried_by_and_by() {
        book.held.clear();
        pass(Duration.ofMinutes(1));
        assertThat(sends).isGreaterThan(5);
        open = false;
        pass(Duration.ofSeconds(8));
        assertThat(state()).isEqualTo(PostingState.POSTED);
    }

    @Test
    void when_the_book_cannot_be_read_any_more_it_is_tried_again_within_twenty_seconds() {
        pass(Duration.ofMinutes(1));
        assertThat(sends).isZero();
        book.torn = "login failed";
        assertThat(watch.look()).containsOnly(entry("33", "login failed"));
        pass(LockWatch.HOLD.plus(TICK));
        assertThat(sends).isPositive();
        open = false;
        pass(Duration.ofSeconds(8));
        assertThat(state()).isEqualTo(PostingState.POSTED);
    }

    @Test
    void what_is_locked_and_not_there_yet_is_not_asked_for() {
        world.record(Plans.post("2"));
        Claimed claimed =
                world.store().claim(Purpose.POST, "a", StoreContract.LEASE, 1).get(0);
        world.store().intend(claimed, StoreContract.LEASE, "nothing found");
        world.store().conclude(claimed, new Outcome.Locked("Anna"), Duration.ofSeconds(5));
        world.store().release(claimed);
        watch.look();
        assertThat(book.asked).containsExactly("71");
    }

    @Test
    void when_nothing_is_locked_nobody_is_asked() {
        close();
        pass(Duration.ofSeconds(10));
        book.asked.clear();
        book.torn = "nobody should read it";
        assertThat(watch.look()).isEmpty();
    }
}
