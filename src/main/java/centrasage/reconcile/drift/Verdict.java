package centrasage.reconcile.drift;

import centrasage.desk.Drift;
import java.util.List;

/**
 * How one posted order stands in Sage 200.
 *
 * @param drifts each kind at most once; none when it is there as it was posted
 * @param totalsAsPosted whether the order that stands there has the total and the VAT that were meant
 * @param itself whether it has, and is the very one that was posted
 */
record Verdict(List<Drift> drifts, boolean totalsAsPosted, boolean itself) {
    Verdict {
        drifts = List.copyOf(drifts);
    }
}
