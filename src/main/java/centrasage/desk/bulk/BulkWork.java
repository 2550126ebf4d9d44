package centrasage.desk.bulk;

import centrasage.desk.Became;
import centrasage.sync.posting.Store;
import centrasage.sync.runs.Node;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Does what people have begun about many exceptions, on one node at a time. Everything is read from the store, so that another node, or
 * this one after its start, goes on with the first exception of which nothing has become.
 */
@ApplicationScoped
public class BulkWork {
    private static final Logger LOG = Logger.getLogger(BulkWork.class.getName());
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final int PAGE = 50;

    private Store store;
    private Node node;
    private BulkSteps steps;

    @SuppressWarnings("NullAway.Init")
    BulkWork() {}

    @Inject
    public BulkWork(Store store, Node node, BulkSteps steps) {
        this.store = store;
        this.node = node;
        this.steps = steps;
    }

    /**
     * Acts on a page of one deed.
     *
     * @return of which kinds source documents wait for their plan by it
     */
    public Set<String> look(BooleanSupplier stopped) {
        Optional<Long> bulk = steps.running();
        if (bulk.isEmpty() || !store.lease("desk-bulk", node.holder("desk-bulk"), LEASE)) {
            return Set.of();
        }
        Set<String> toPlan = new TreeSet<>();
        List<Long> page = steps.pending(bulk.get(), PAGE);
        for (long item : page) {
            if (!stopped.getAsBoolean()) {
                act(item).map(Became::toPlan).filter(Objects::nonNull).ifPresent(toPlan::add);
            }
        }
        if (page.size() < PAGE) {
            steps.end(bulk.get());
        }
        return toPlan;
    }

    /** What is wrong with one is told of it, and the next is tried. */
    private Optional<Became> act(long item) {
        try {
            return steps.act(item);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> "item " + item + " of a deed about many could not be done");
            steps.failed(item, "it could not be done now: try it alone");
            return Optional.empty();
        }
    }

    public boolean isRunning() {
        return steps.running().isPresent();
    }
}
