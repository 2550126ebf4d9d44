package centrasage.orders.backfill;

import centrasage.orders.RecordPlans;
import centrasage.orders.intake.Intake;
import centrasage.sync.database.Atomic;
import centrasage.sync.posting.Planned;
import centrasage.sync.posting.Priority;
import centrasage.sync.posting.Recorded;
import centrasage.sync.posting.Store;
import centrasage.sync.staging.Received;
import centrasage.sync.staging.Staged;
import centrasage.sync.staging.Staging;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** One order of a backfill in one transaction: staged, and its plan recorded behind today's trade. */
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

    /**
     * The word to count it under.
     *
     * @param planned made from the text that was received, before this transaction, because planning asks Sage
     */
    @Atomic(alone = true)
    String record(Received received, Planned planned) {
        Optional<Staged> staged = staging.keep(Intake.KIND, received);
        if (staged.isEmpty()) {
            return "erased";
        }
        Recorded recorded = store.record(planned.of(staged.get().document()).with(Priority.BACKFILL));
        return RecordPlans.word(planned, recorded);
    }
}
