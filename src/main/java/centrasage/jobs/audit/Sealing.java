package centrasage.jobs.audit;

import centrasage.sync.posting.Store;
import centrasage.sync.record.AuditSealer;
import centrasage.sync.runs.Node;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.logging.Logger;

/** Seals the audit trail for as long as this node holds the sealer's lease: two sealers would number rows twice. */
@ApplicationScoped
public class Sealing {
    private static final Logger LOG = Logger.getLogger(Sealing.class.getName());
    private static final String SEALER = "audit-sealer";
    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final long HEAD_TO_LOG_EVERY = 60;

    private AuditSealer sealer;
    private Store store;
    private Node node;
    private long seals;

    @SuppressWarnings("NullAway.Init")
    Sealing() {}

    @Inject
    Sealing(AuditSealer sealer, Store store, Node node) {
        this.sealer = sealer;
        this.store = store;
        this.node = node;
    }

    /** Called by the clock: seals all that waits, a page at a time, and renews the lease before each page. */
    public void seal(BooleanSupplier isStopped) {
        boolean more = true;
        while (more && !isStopped.getAsBoolean()) {
            if (!store.lease(SEALER, node.holder("sealer"), LEASE)) {
                return;
            }
            more = sealer.seal() > 0;
        }
        if (seals++ % HEAD_TO_LOG_EVERY == 0) {
            AuditSealer.Head head = sealer.headOnDisk();
            LOG.info(() -> "audit trail sealed up to " + head.number() + " " + head.hash());
        }
    }

    /** Lets another node seal at once. */
    public void end() {
        store.endLease(SEALER, node.holder("sealer"));
    }
}
