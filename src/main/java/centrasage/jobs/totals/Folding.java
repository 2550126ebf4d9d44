package centrasage.jobs.totals;

import centrasage.sync.posting.Store;
import centrasage.sync.runs.Node;
import centrasage.sync.totals.PostingTotals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Folds the changes of the totals, on one node at a time. */
@ApplicationScoped
public class Folding {
    public static final Duration INTERVAL = Duration.ofSeconds(30);

    private static final String FOLDER = "totals-folder";
    private static final Duration LEASE = Duration.ofSeconds(60);

    private PostingTotals totals;
    private Store store;
    private Node node;

    @SuppressWarnings("NullAway.Init")
    Folding() {}

    @Inject
    Folding(PostingTotals totals, Store store, Node node) {
        this.totals = totals;
        this.store = store;
        this.node = node;
    }

    /** Called by the clock: goes through all rows once, a page in each transaction, and renews the lease before each. */
    public void fold(BooleanSupplier isStopped) {
        long after = Long.MIN_VALUE;
        boolean more = true;
        while (more && !isStopped.getAsBoolean() && store.lease(FOLDER, node.holder("folder"), LEASE)) {
            long last = totals.fold(after);
            more = last != after;
            after = last;
        }
    }
}
