package centrasage.dispatch.plan;

import centrasage.flow.PostingKind;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Records the plans of a chunk, and those of other tracking where a despatch is there already, in the chunk's own transaction; a chunk that fails leaves its shipments waiting. */
@Named
@Dependent
public class RecordDespatches extends AbstractItemWriter {
    private final Store store;
    private final Staging staging;
    private final TrackingPlans tracking;
    private final RunCounts counts;
    private final JobContext context;

    @Inject
    RecordDespatches(Store store, Staging staging, TrackingPlans tracking, RunCounts counts, JobContext context) {
        this.store = store;
        this.staging = staging;
        this.tracking = tracking;
        this.counts = counts;
        this.context = context;
    }

    @Override
    public void writeItems(List<Object> items) {
        Failing.doing(context, () -> record(items));
    }

    private void record(List<Object> items) {
        List<PlannedShipment> shipments =
                items.stream().map(PlannedShipment.class::cast).toList();
        store.lock(shipments.stream().flatMap(RecordDespatches::sourceKeys).collect(Collectors.toSet()));
        Map<String, Long> words = new HashMap<>();
        for (PlannedShipment shipment : shipments) {
            if (isAsItWasPlanned(shipment)) {
                record(shipment, words);
            } else {
                words.merge("overtaken", 1L, Long::sum);
            }
        }
        counts.add(context.getExecutionId(), words);
    }

    /** Of all postings that it depends on, or that recording it may change. */
    private static Stream<String> sourceKeys(PlannedShipment shipment) {
        PlannedShipment.Basis basis = shipment.basis();
        Stream<String> changed = shipment.plans().stream()
                .flatMap(planned -> Stream.of(
                        planned.key().sourceKey(), TrackingPlans.key(planned).sourceKey()));
        return basis == null ? changed : Stream.concat(Stream.of(basis.sourceKey()), changed);
    }

    /**
     * Nobody else has planned it since it was read, and what it depends on has not become another thing: whoever watches that, such as
     * {@link OrderWatch}, could not tell of a plan that was not recorded yet.
     */
    private boolean isAsItWasPlanned(PlannedShipment shipment) {
        PlannedShipment.Basis basis = shipment.basis();
        return staging.waits(shipment.stagedId())
                && (basis == null || basis.stands().getAsBoolean());
    }

    private void record(PlannedShipment shipment, Map<String, Long> words) {
        boolean allKnown = true;
        for (Planned planned : shipment.plans()) {
            allKnown &= record(planned, words) && amended(planned, words);
        }
        if (allKnown) {
            staging.planned(shipment.stagedId());
        }
    }

    /** False while nobody knows what became of what was sent before. */
    private boolean record(Planned planned, Map<String, Long> words) {
        Recorded recorded = store.record(planned);
        words.merge(recorded.word(planned.plan()), 1L, Long::sum);
        return recorded != Recorded.LATER;
    }

    /**
     * Whether the tracking of a despatch is to be amended can be told only now, when it can come no further until this transaction
     * ends: a moment ago it may not have been posted yet.
     */
    private boolean amended(Planned planned, Map<String, Long> words) {
        return planned.key().kind() != PostingKind.DESPATCH
                || tracking.other(planned)
                        .map(amendment -> record(amendment, words))
                        .orElse(true);
    }
}
