package centrasage.orders.plan;

import centrasage.orders.amendment.AmendmentPlans;
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

/** Records the plans of a chunk in the chunk's own transaction; a chunk that fails leaves its orders waiting. */
@Named
@Dependent
public class RecordPlans extends AbstractItemWriter {
    /** Somebody else has planned it, or a newer version of it, since it was read. */
    private static final String OVERTAKEN = "overtaken";

    private final Store store;
    private final Staging staging;
    private final PostedBefore before;
    private final AmendmentPlans amendments;
    private final RunCounts counts;
    private final JobContext context;

    @Inject
    RecordPlans(
            Store store,
            Staging staging,
            PostedBefore before,
            AmendmentPlans amendments,
            RunCounts counts,
            JobContext context) {
        this.store = store;
        this.staging = staging;
        this.before = before;
        this.amendments = amendments;
        this.counts = counts;
        this.context = context;
    }

    @Override
    public void writeItems(List<Object> items) {
        Failing.doing(context, () -> record(items));
    }

    private void record(List<Object> items) {
        List<PlannedOrder> orders = items.stream().map(PlannedOrder.class::cast).toList();
        store.lock(
                orders.stream().map(order -> order.planned().key().sourceKey()).toList());
        Map<String, Long> words = new HashMap<>();
        for (PlannedOrder order : orders) {
            if (!staging.waits(order.stagedId())) {
                words.merge(OVERTAKEN, 1L, Long::sum);
                continue;
            }
            before.remember(order.planned());
            Recorded recorded = amendments.record(order.planned(), store);
            if (recorded != Recorded.LATER) {
                staging.planned(order.stagedId());
            }
            words.merge(recorded.word(order.planned().plan()), 1L, Long::sum);
        }
        counts.add(context.getExecutionId(), words);
    }
}
