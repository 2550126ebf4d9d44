package centrasage.orders;

import centrasage.orders.intake.Intake;
import centrasage.sync.database.Atomic;
import centrasage.sync.posting.Priority;
import centrasage.sync.posting.Recorded;
import centrasage.sync.posting.Store;
import centrasage.sync.staging.Received;
import centrasage.sync.staging.Staged;
import centrasage.sync.staging.Staging;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** One order of a backfill in one transaction: staged, planned and recorded behind today's trade. */
@ApplicationScoped
class BackfillRecord {
    private Store store;
    private Staging staging;

    @SuppressWarnings("NullAway.Init")
    BackfillRecord() {}

    @Inject
    BackfillRecord(Store store, Staging staging) {
        this.store = store;
        this.staging = staging;
    }

    /** The word to count it under. */
    @Atomic(alone = true)
    String record(Received received, BackfillOrders.Planning planning) throws Exception {
        Optional<Staged> staged = staging.keep(Intake.KIND, received);
        if (staged.isEmpty()) {
            return "erased";
        }
        PlannedOrder order = planning.plan(staged.get());
        Recorded recorded = store.record(order.planned().with(Priority.BACKFILL));
        return RecordPlans.word(order, recorded);
    }
}
