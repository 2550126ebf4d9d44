package centrasage.settlements.base;

import centrasage.money.Money;
import centrasage.settlements.store.BatchBases;
import centrasage.sync.database.Atomic;
import centrasage.sync.record.Audit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Takes a person's word for what a clearing bank differs by in the company's own currency. */
@ApplicationScoped
public class ExplainBase {
    private BatchBases bases;
    private Audit audit;

    @SuppressWarnings("NullAway.Init")
    ExplainBase() {}

    @Inject
    public ExplainBase(BatchBases bases, Audit audit) {
        this.bases = bases;
        this.audit = audit;
    }

    /**
     * The bank comes to what stands in it from now on, until it differs by more or less.
     *
     * @param seen its proof, as the person has seen it
     * @param note why, in the person's words
     * @return false where another person has explained something of it meanwhile: nothing has changed
     */
    @Atomic(alone = true, onDisk = true)
    public boolean explain(String company, String bank, InBase seen, String note, String person) {
        Money difference = seen.difference();
        boolean isFirst = bases.explain(company, bank, seen.explained(), difference.amount());
        if (isFirst) {
            audit.write(person, "BASE_DIFFERENCE_EXPLAINED", company + "/" + bank, difference + ": " + note);
        }
        return isFirst;
    }
}
