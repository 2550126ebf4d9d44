package centrasage.jobs.causes;

import centrasage.sync.circuit.Circuits;
import centrasage.sync.circuit.OpenCircuit;
import centrasage.sync.posting.Store;
import centrasage.sync.runs.Node;
import centrasage.sync.store.Gathering;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;

/**
 * Looks every few seconds, on one node, which causes stop many documents: what was told of each of these documents alone is told with
 * the cause, how many wait is told anew, and what is over is closed. Everything is read from the store, so that nothing is forgotten
 * when a node dies.
 */
@ApplicationScoped
public class CauseWatch {
    public static final Duration INTERVAL = Duration.ofSeconds(3);

    private static final Duration LEASE = Duration.ofSeconds(30);
    /** Gathered in one look, each in a transaction of its own; the rest is gathered by the next. */
    private static final int EACH_MAX = 200;

    private Store store;
    private Node node;
    private Circuits circuits;
    private Gathering gathering;
    private CauseReport report;

    @SuppressWarnings("NullAway.Init")
    CauseWatch() {}

    @Inject
    public CauseWatch(Store store, Node node, Circuits circuits, Gathering gathering, CauseReport report) {
        this.store = store;
        this.node = node;
        this.circuits = circuits;
        this.gathering = gathering;
        this.report = report;
    }

    /** Called by the clock; does nothing where another node looks. */
    public void look() {
        List<OpenCircuit> all = circuits.all();
        if (!all.isEmpty() && store.lease("cause-watch", node.holder("cause-watch"), LEASE)) {
            all.forEach(this::look);
        }
    }

    private void look(OpenCircuit circuit) {
        report.tell(circuit.name());
        if (circuit.releasedAt() == null) {
            gathering.toldAlone(circuit.name(), EACH_MAX).forEach(posting -> report.gather(posting, circuit.name()));
        }
    }
}
