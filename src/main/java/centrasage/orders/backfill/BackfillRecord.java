package centrasage.orders.backfill;

import centrasage.orders.amendment.AmendmentPlans;
import centrasage.orders.intake.Intake;
import centrasage.orders.plan.PostedBefore;
import centrasage.sync.database.Atomic;
import centrasage.sync.posting.Planned;
import centrasage.sync.posting.Priority;
import centrasage.sync.posting.Recorded;
import centrasage.sync.posting.Store;
import centrasage.sync.staging.PlanBasis;
import centrasage.sync.staging.Received;
import centrasage.sync.staging.Staged;
import centrasage.sync.staging.Staging;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One order of a backfill in one transaction: staged, and its plan recorded behind today's trade. */
@ApplicationScoped
class BackfillRecord {
    private Store store;
    private Staging staging;
    private PlanBasis basis;
    private PostedBefore before;
    private AmendmentPlans amendments;

    @SuppressWarnings("NullAway.Init")
    BackfillRecord() {}

    @Inject
    BackfillRecord(Store store, Staging staging, PlanBasis basis, PostedBefore before, AmendmentPlans amendments) {
        this.store = store;
        this.staging = staging;
        this.basis = basis;
        this.before = before;
        this.amendments = amendments;
    }

    /**
     * The word to count it under.
     *
     * @param readAt {@link #begin} before it was read
     * @param planned made from the text that was received, before this transaction, because planning asks Sage
     * @param mappings what it was planned by: where others came in force meanwhile, the order waits for a plan by those
     */
    @Atomic(alone = true)
    String record(Received received, Instant readAt, Planned planned, String mappings) {
        store.lock(List.of(received.sourceKey()));
        Optional<Staged> staged = staging.keep(Intake.KIND, received, readAt);
        if (staged.isEmpty()) {
            return "erased, or newer here";
        }
        if (!basis.isOf(Intake.KIND, mappings)) {
            staging.planAgain(Intake.KIND, received.sourceKey());
            return "planned by the next run of order-import";
        }
        Planned numbered = planned.of(staged.get().document()).with(Priority.BACKFILL);
        before.remember(numbered);
        Recorded recorded = amendments.record(numbered, store);
        if (recorded == Recorded.LATER) {
            staging.planAgain(Intake.KIND, received.sourceKey());
        }
        return recorded.word(planned.plan());
    }

    /**
     * Before the first order: what was planned by other mappings waits for a plan by these.
     *
     * @return the moment after which all is read
     */
    Instant begin(String mappings) {
        basis.mappings(Intake.KIND, mappings);
        return staging.readingBegins();
    }
}
