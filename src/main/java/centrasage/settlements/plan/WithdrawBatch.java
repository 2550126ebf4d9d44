package centrasage.settlements.plan;

import centrasage.flow.Owner;
import centrasage.flow.Reason;
import centrasage.settlements.statement.StatementLines;
import centrasage.settlements.store.BatchState;
import centrasage.settlements.store.SettlementBatch;
import centrasage.settlements.store.SettlementBatches;
import centrasage.settlements.store.SettlementLines;
import centrasage.sync.database.Atomic;
import centrasage.sync.ledger.ClearingEntries;
import centrasage.sync.posting.Store;
import centrasage.sync.record.Audit;
import centrasage.sync.store.Posting;
import centrasage.sync.store.Postings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Takes back what was planned for a batch before anything of it was sent: a later version is in its place, or it is of another company. */
@ApplicationScoped
public class WithdrawBatch {
    private static final Reason OF_ANOTHER = new Reason(
            "BATCH_OF_ANOTHER_COMPANY",
            Owner.FINANCE,
            "settlement.csv names another company for the merchant account by now, and nothing of the batch was posted: it is begun anew",
            "Nothing to do");

    private static final Reason REPLACED = new Reason(
            "BATCH_REPLACED",
            Owner.FINANCE,
            "The provider has sent the batch again before anything of it was posted: the later version is posted",
            "Nothing to do");

    private Postings postings;
    private Store store;
    private SettlementBatches batches;
    private SettlementLines lines;
    private ClearingEntries entries;
    private StatementLines statements;
    private Audit audit;

    @SuppressWarnings("NullAway.Init")
    WithdrawBatch() {}

    @Inject
    public WithdrawBatch(
            Postings postings,
            Store store,
            SettlementBatches batches,
            SettlementLines lines,
            ClearingEntries entries,
            StatementLines statements,
            Audit audit) {
        this.postings = postings;
        this.store = store;
        this.batches = batches;
        this.lines = lines;
        this.entries = entries;
        this.statements = statements;
        this.audit = audit;
    }

    /**
     * In the caller's transaction, which has locked it: a later version is in its place, and settles what it had settled. What people have
     * said of its lines goes with it.
     *
     * @return false where something of it may have been sent, or was given up by a person: then nothing has changed
     */
    @Atomic
    public boolean giveWay(SettlementBatch batch) {
        boolean isFree = withdraw(batch, REPLACED);
        if (isFree) {
            batches.become(batch.id(), BatchState.SUPERSEDED);
            entries.release(batch.id());
            statements.release(batch.id());
        }
        return isFree;
    }

    /**
     * It is proven and no more: matched and planned anew, by whichever company has it now.
     *
     * @return as {@link #giveWay}
     */
    @Atomic(alone = true)
    public boolean beginAnew(SettlementBatch batch) {
        boolean isFree = batches.locked(batch.id())
                        .filter(now -> now.state() == batch.state())
                        .isPresent()
                && withdraw(batch, OF_ANOTHER);
        if (isFree) {
            audit.write(
                    "settlement-post",
                    "BATCH_BEGUN_ANEW",
                    batch.key().name(),
                    "settlement.csv names another company than " + batch.company()
                            + "; what people had said of its lines is to be said again");
            lines.beginAnew(batch.id());
            entries.release(batch.id());
            batches.belongsTo(batch.id(), "", "");
            batches.become(batch.id(), BatchState.PROVEN);
        }
        return isFree;
    }

    private boolean withdraw(SettlementBatch batch, Reason why) {
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
        planned.forEach(posting -> store.record(RecordBatch.skipped(posting, batch.key(), why)));
        return true;
    }

    private List<Posting> of(SettlementBatch batch) {
        return BatchPostings.of(postings, batch);
    }
}
