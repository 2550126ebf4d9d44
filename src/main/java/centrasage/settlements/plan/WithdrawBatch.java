package centrasage.settlements.plan;

import centrasage.flow.Owner;
import centrasage.flow.Reason;
import centrasage.settlements.store.SettlementBatch;
import centrasage.sync.database.Atomic;
import centrasage.sync.posting.Store;
import centrasage.sync.store.Posting;
import centrasage.sync.store.Postings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Takes back what was planned for a batch before anything of it was sent, because a later version is in its place. */
@ApplicationScoped
public class WithdrawBatch {
    private static final Reason REPLACED = new Reason(
            "BATCH_REPLACED",
            Owner.FINANCE,
            "The provider has sent the batch again before anything of it was posted: the later version is posted",
            "Nothing to do");

    private Postings postings;
    private Store store;

    @SuppressWarnings("NullAway.Init")
    WithdrawBatch() {}

    @Inject
    public WithdrawBatch(Postings postings, Store store) {
        this.postings = postings;
        this.store = store;
    }

    /**
     * In the caller's transaction.
     *
     * @return false where something of it may have been sent, or is a person's: then nothing has changed
     */
    @Atomic
    public boolean withdraw(SettlementBatch batch) {
        List<String> keys = of(batch).stream()
                .map(posting -> posting.key().sourceKey())
                .distinct()
                .toList();
        if (keys.isEmpty()) {
            return true;
        }
        store.lock(keys);
        List<Posting> planned = of(batch);
        if (!planned.stream().allMatch(posting -> posting.state().mayBeReplanned())) {
            return false;
        }
        planned.forEach(posting -> store.record(PlanBatch.skipped(posting, batch.key(), REPLACED)));
        return true;
    }

    private List<Posting> of(SettlementBatch batch) {
        return postings.ofObjects(List.of(ToPost.object(batch.company(), batch.key())));
    }
}
