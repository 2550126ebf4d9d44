package centrasage.settlements.plan;

import centrasage.flow.PostingState;
import centrasage.flow.event.PostingChanged;
import centrasage.settlements.store.SettlementBatches;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** A batch of which a person takes up again what was given up is looked at again. */
@ApplicationScoped
class ReopenWatch {
    private SettlementBatches batches;

    @SuppressWarnings("NullAway.Init")
    ReopenWatch() {}

    @Inject
    ReopenWatch(SettlementBatches batches) {
        this.batches = batches;
    }

    void changed(@Observes PostingChanged change) {
        if (change.key().kind().isOfSettlement() && change.from() == PostingState.ABANDONED) {
            String source = change.key().sourceKey();
            batches.reopen(source.substring(0, source.lastIndexOf('/')));
        }
    }
}
