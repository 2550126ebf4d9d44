package centrasage.jobs.lanes;

import centrasage.sync.posting.Store;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** One of the site's lanes in the hands of one worker: renewed now and then, and once lost, lost for good. */
final class LaneSlot {
    private static final Logger LOG = Logger.getLogger(LaneSlot.class.getName());

    private final Store store;
    private final String name;
    private final String holder;
    private final Duration lease;
    private final LongSupplier nanos;
    private long renewedNanos;
    private boolean lost;

    /** @param nanos this machine's time for measuring how long the slot was held; the lease itself is the database's */
    LaneSlot(Store store, String name, String holder, Duration lease, LongSupplier nanos) {
        this.store = store;
        this.name = name;
        this.holder = holder;
        this.lease = lease;
        this.nanos = nanos;
    }

    /** False when another worker has it. */
    boolean take() {
        renewedNanos = nanos.getAsLong();
        try {
            return store.lease(name, holder, lease);
        } catch (PersistenceException e) {
            LOG.log(Level.FINE, "another node took the lane in the same moment", e);
            return false;
        }
    }

    /** Asked between two documents: the worker must end, or {@code posting.lanes} would be no limit. */
    boolean isLost() {
        boolean renew = nanos.getAsLong() - renewedNanos > lease.toNanos() / 3;
        lost = lost || renew && !take();
        return lost;
    }

    void giveBack() {
        store.endLease(name, holder);
    }
}
