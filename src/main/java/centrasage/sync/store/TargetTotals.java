package centrasage.sync.store;

import centrasage.sync.database.Atomic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What the other side is known to make of a posted document, where that has changed since it answered. */
@ApplicationScoped
public class TargetTotals {
    private Moves moves;

    @SuppressWarnings("NullAway.Init")
    TargetTotals() {}

    @Inject
    TargetTotals(Moves moves) {
        this.moves = moves;
    }

    /** Its total was read back and is the one that was planned: somebody has corrected it there. */
    @Atomic
    public void isAsPlanned(long postingId) {
        PostingRow row = moves.lock(postingId);
        row.total(row.amount());
    }
}
