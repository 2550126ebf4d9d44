package centrasage.sync.totals;

import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import java.util.EnumSet;
import java.util.Set;

/**
 * What postings are counted by.
 *
 * @param elsewhere whether they count in another company, to which their document went over
 */
public record Tally(PostingKind kind, PostingState state, String company, String currency, boolean elsewhere) {
    /**
     * The states that postings stay in, so that they fill with history. All others are under way: there is never much of it, and it is
     * counted as it is, which spares every send the rows of two totals.
     */
    public static final Set<PostingState> AT_REST = Set.copyOf(EnumSet.of(
            PostingState.POSTED,
            PostingState.SKIPPED,
            PostingState.ABANDONED,
            PostingState.REVERSED,
            PostingState.HELD,
            PostingState.REFUSED));

    public boolean isAtRest() {
        return AT_REST.contains(state);
    }
}
