package centrasage.dispatch.plan;

import centrasage.sync.posting.Planned;
import centrasage.sync.posting.Recorded;
import centrasage.sync.posting.Store;
import centrasage.sync.runs.Failing;
import centrasage.sync.runs.RunCounts;
import centrasage.sync.staging.Staging;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Records the plans of a chunk in the chunk's own transaction; a chunk that fails leaves its shipments waiting. */
@Named
@Dependent
public class RecordDespatches extends AbstractItemWriter {
    private final Store store;
    private final Staging staging;
    private final OrderStandings orders;
    private final RunCounts counts;
    private final JobContext context;

    @Inject
    RecordDespatches(Store store, Staging staging, OrderStandings orders, RunCounts counts, JobContext context) {
        this.store = store;
        this.staging = staging;
        this.orders = orders;
        this.counts = counts;
        this.context = context;
    }

    @Override
    public void writeItems(List<Object> items) {
        Failing.doing(context, () -> record(items));
    }

    private void record(List<Object> items) {
        Map<String, Long> words = new HashMap<>();
        for (Object item : items) {
            PlannedShipment shipment = (PlannedShipment) item;
            if (isAsItWasPlanned(shipment)) {
                record(shipment, words);
            } else {
                words.merge("overtaken", 1L, Long::sum);
            }
        }
        counts.add(context.getExecutionId(), words);
    }

    /** Nobody else has planned it since it was read, and its order has not become another thing, which {@link OrderWatch} could not tell. */
    private boolean isAsItWasPlanned(PlannedShipment shipment) {
        PlannedShipment.Order order = shipment.order();
        return staging.waits(shipment.stagedId())
                && (order == null || orders.of(order.number()).isPlannedAs(order.standing()));
    }

    private void record(PlannedShipment shipment, Map<String, Long> words) {
        boolean later = false;
        for (Planned planned : shipment.plans()) {
            Recorded recorded = store.record(planned);
            later |= recorded == Recorded.LATER;
            words.merge(recorded.word(planned.plan()), 1L, Long::sum);
        }
        if (!later) {
            staging.planned(shipment.stagedId());
        }
    }
}
