package centrasage.console.life;

import centrasage.flow.PostingState;
import centrasage.sync.record.AuditEntry;
import centrasage.sync.store.Attempt;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One row of a posting's trail, read.
 *
 * @param change empty where it tells of something else than a change of state
 * @param attempt the send that it began; null where it began none
 * @param again how often it was tried since in vain, with the same answer: told here, and nowhere else
 */
record Step(
        AuditEntry entry, Optional<Change> change, @Nullable Attempt attempt, int again) {

    /** In the order of the trail; what was tried again and again while it was locked or parked is one of them. */
    static List<Step> of(List<AuditEntry> trail, List<Attempt> attempts) {
        List<Step> all = paired(trail, attempts.iterator());
        List<Step> told = new ArrayList<>();
        for (int index = 0; index < all.size(); index++) {
            boolean repeats = index + 1 < all.size()
                    && !told.isEmpty()
                    && isAgain(told.get(told.size() - 1), all.get(index), all.get(index + 1));
            if (repeats) {
                Step kept = told.remove(told.size() - 1);
                told.add(new Step(kept.entry, kept.change, kept.attempt, kept.again + 1));
                index++; // both the send and its answer
            } else {
                told.add(all.get(index));
            }
        }
        return told;
    }

    private static List<Step> paired(List<AuditEntry> trail, Iterator<Attempt> sends) {
        List<Step> steps = new ArrayList<>();
        for (AuditEntry entry : trail) {
            Optional<Change> change = Change.of(entry.action(), entry.detail());
            boolean sent = change.filter(it -> it.to() == PostingState.SENDING).isPresent() && sends.hasNext();
            steps.add(new Step(entry, change, sent ? sends.next() : null, 0));
        }
        return steps;
    }

    private static boolean isAgain(Step before, Step send, Step answer) {
        return before.change
                        .filter(it -> it.to() == PostingState.LOCKED || it.to() == PostingState.PARKED)
                        .isPresent()
                && send.change.filter(it -> it.to() == PostingState.SENDING).isPresent()
                && answer.change
                        .filter(it -> it.from() == PostingState.SENDING)
                        .filter(it -> it.to() == before.change.get().to())
                        .filter(it -> it.more().equals(before.change.get().more()))
                        .isPresent();
    }
}
