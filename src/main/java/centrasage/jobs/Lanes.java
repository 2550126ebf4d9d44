package centrasage.jobs;

import centrasage.flow.PostingKind;
import centrasage.flow.Target;
import centrasage.flow.TargetUnavailable;
import centrasage.sync.Lane;
import centrasage.sync.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** The lane workers: the one place from which postings are sent, for a job's step and for the timer alike. */
@ApplicationScoped
public class Lanes {
    private static final Logger LOG = Logger.getLogger(Lanes.class.getName());

    /** Tells the turns of this node apart, so that no thread mistakes another's slot for its own. */
    private final AtomicLong turns = new AtomicLong();

    private Store store;
    private Instance<Target> targets;
    private Node node;
    private LaneSettings settings;
    private Reach reach;

    @SuppressWarnings("NullAway.Init")
    Lanes() {}

    @Inject
    Lanes(Store store, Instance<Target> targets, Node node, LaneSettings settings, Reach reach) {
        this.store = store;
        this.targets = targets;
        this.node = node;
        this.settings = settings;
        this.reach = reach;
    }

    /** Workers of the whole site, on however many nodes. */
    int count() {
        return settings.lanes();
    }

    /**
     * Posts as one lane until nothing is due, where a lane is free.
     *
     * @param tally told how each step ended, in a word to count
     */
    void post(BooleanSupplier stopped, Consumer<String> tally) {
        if (settings.preview()) {
            return;
        }
        work("lane/", stopped, tally, (lane, holder, slot) -> lane.post(holder, slot));
    }

    /** Reads back what is in doubt; also looks for second documents of what was posted after a doubt. */
    void resolve(BooleanSupplier stopped, Consumer<String> tally) {
        if (settings.preview()) {
            return;
        }
        work("resolver/", stopped, tally, (lane, holder, slot) -> {
            Optional<String> paused = lane.resolve(holder, slot);
            if (paused.isPresent()) {
                return paused;
            }
            try {
                lane.recheck(slot);
                return Optional.empty();
            } catch (TargetUnavailable e) {
                return Optional.of(String.valueOf(e.getMessage()));
            }
        });
    }

    @FunctionalInterface
    private interface Work {
        Optional<String> in(Lane lane, String holder, BooleanSupplier stopped);
    }

    private void work(String slots, BooleanSupplier stopped, Consumer<String> tally, Work work) {
        for (int number = 1; number <= settings.lanes(); number++) {
            String slot = slots + number;
            String holder = node.holder(slot + "#" + turns.incrementAndGet());
            if (taken(slot, holder)) {
                try {
                    reach.heard(work.in(lane(tally), holder, stopOrLost(stopped, slot, holder)));
                } finally {
                    store.endLease(slot, holder);
                }
                return;
            }
        }
    }

    private Lane lane(Consumer<String> tally) {
        Map<PostingKind, Target> byKind = targets.stream().collect(Collectors.toMap(Target::kind, Function.identity()));
        return new Lane(store, byKind, settings.patience(), tally);
    }

    private boolean taken(String slot, String holder) {
        try {
            return store.lease(slot, holder, settings.lease());
        } catch (PersistenceException e) {
            LOG.log(Level.FINE, "another node took the lane in the same moment", e);
            return false;
        }
    }

    /** Renews the slot now and then while the lane works; a slot that is lost ends the lane between two documents. */
    private BooleanSupplier stopOrLost(BooleanSupplier stopped, String slot, String holder) {
        long every = settings.lease().toNanos() / 3;
        AtomicLong renewed = new AtomicLong(System.nanoTime());
        return () -> {
            if (System.nanoTime() - renewed.get() > every) {
                renewed.set(System.nanoTime());
                return stopped.getAsBoolean() || !taken(slot, holder);
            }
            return stopped.getAsBoolean();
        };
    }
}
