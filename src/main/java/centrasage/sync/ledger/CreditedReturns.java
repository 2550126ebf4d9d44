package centrasage.sync.ledger;

import centrasage.flow.OrderName;
import centrasage.sync.database.Atomic;
import centrasage.sync.record.Audit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Which credit notes users of Sage 200 have posted of sales returns: entries of their orders, to be allocated as any other. */
@ApplicationScoped
public class CreditedReturns {
    private static final String ACTOR = "invoices";

    private OpenItems items;
    private AllocationsDue due;
    private Audit audit;

    @SuppressWarnings("NullAway.Init")
    CreditedReturns() {}

    @Inject
    CreditedReturns(OpenItems items, AllocationsDue due, Audit audit) {
        this.items = items;
        this.due = due;
        this.audit = audit;
    }

    /**
     * In the caller's transaction; what is known changes nothing.
     *
     * @return how many are new
     */
    @Atomic
    public int saw(List<OpenItem> credits) {
        int fresh = 0;
        for (OpenItem credit : credits) {
            if (items.add(credit)) {
                fresh++;
                due.add(credit.object());
                audit.write(ACTOR, "RETURN_CREDITED", OrderName.ofObject(credit.object()), words(credit));
            }
        }
        return fresh;
    }

    private static String words(OpenItem credit) {
        return "credit note of " + credit.date() + ", " + credit.value() + ", urn " + credit.urn();
    }
}
