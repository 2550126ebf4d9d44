package centrasage.jobs.lanes;

import centrasage.flow.Locks;
import centrasage.sync.posting.LockWatch;
import centrasage.sync.posting.Store;
import centrasage.sync.runs.Node;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Logger;

/** Looks every other second, on one node, whether what is locked is so still; where it cannot tell, nothing is lost but time. */
@ApplicationScoped
public class LockTick {
    public static final Duration INTERVAL = Duration.ofSeconds(2);

    private static final Logger LOG = Logger.getLogger(LockTick.class.getName());
    private static final Duration LEASE = Duration.ofSeconds(20);

    private final Map<String, String> told = new HashMap<>();
    private Store store;
    private Locks locks;
    private Node node;
    private boolean preview;
    private LockWatch watch;

    @SuppressWarnings("NullAway.Init")
    LockTick() {}

    @Inject
    LockTick(Store store, Locks locks, Node node, LaneSettings settings) {
        this.store = store;
        this.locks = locks;
        this.node = node;
        this.preview = settings.preview();
        this.watch = new LockWatch(store, locks);
    }

    /** Called by the clock. */
    public void look() {
        if (locks.canTell() && !preview && store.lease("lock-watch", node.holder("lock-watch"), LEASE)) {
            tell(watch.look());
        }
    }

    /** Once, until it can be read again: it is asked again in a moment. */
    private void tell(Map<String, String> unread) {
        told.keySet().removeIf(company -> !unread.containsKey(company));
        unread.forEach((company, why) -> {
            if (told.putIfAbsent(company, why) == null) {
                LOG.warning(() -> why + ". Posting goes on: what is locked is tried by posting.lock-probe meanwhile."
                        + " See sage200.database-url in docs/configuration.md");
            }
        });
    }
}
