package centrasage.refunds.plan;

import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.refunds.RefundRules.ClosedPeriod;
import centrasage.refunds.RefundSettings;
import centrasage.sync.database.Atomic;
import centrasage.sync.staging.Staging;
import centrasage.sync.store.Postings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Credit notes whose period was closed after they were planned are planned again, where another day or a person is to decide. */
@ApplicationScoped
class ClosedPeriods {
    private static final int MOST = 500;

    private Postings postings;
    private Staging staging;
    private ClosedPeriod policy;

    @SuppressWarnings("NullAway.Init")
    ClosedPeriods() {}

    @Inject
    ClosedPeriods(Postings postings, Staging staging, RefundSettings settings) {
        this.postings = postings;
        this.staging = staging;
        this.policy = settings.rules().closedPeriod();
    }

    /** At most so many at a time: the next run goes on. */
    @Atomic(alone = true)
    void planAgain() {
        if (policy == ClosedPeriod.HOLD) {
            return;
        }
        postings
                .list(new Postings.Filter(PostingState.PARKED, PostingKind.CREDIT_NOTE, null), Long.MAX_VALUE, MOST)
                .stream()
                .filter(posting -> posting.reasons().stream()
                        .anyMatch(reason -> reason.code().equals("PERIOD_CLOSED")))
                .forEach(posting -> new CreditSource(posting.key()).planAgain(staging));
    }
}
