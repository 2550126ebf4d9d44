package centrasage.settlements.plan;

import centrasage.flow.PostingState;
import centrasage.flow.event.PostingChanged;
import centrasage.settlements.store.SettlementBatches;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Set;

/** A batch of which something was over and is not any more is looked at again: a person has taken it up, or it is not in Sage any more. */
@ApplicationScoped
class ReopenWatch {
    private static final Set<PostingState> OVER = EnumSet.of(PostingState.POSTED, PostingState.ABANDONED);

    private SettlementBatches batches;

    @SuppressWarnings("NullAway.Init")
    ReopenWatch() {}

    @Inject
    ReopenWatch(SettlementBatches batches) {
        this.batches = batches;
    }

    void changed(@Observes PostingChanged change) {
        if (change.key().kind().isOfSettlement() && OVER.contains(change.from()) && !OVER.contains(change.to())) {
            String source = change.key().sourceKey();
            batches.reopen(source.substring(0, source.lastIndexOf('/')));
        }
    }
}
