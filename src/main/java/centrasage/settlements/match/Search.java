package centrasage.settlements.match;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks for what one line settles: the first way that finds one entry ends it, and so does the first that finds two. */
final class Search {
    private final long minor;
    private final List<OpenEntry> seen = new ArrayList<>();
    private @Nullable Match found;

    Search(long minor) {
        this.minor = minor;
    }

    void exactly(Method method, List<OpenEntry> candidates) {
        take(method, candidates, 0);
    }

    void within(long tolerance, List<OpenEntry> candidates) {
        if (tolerance > 0) {
            take(Method.ORDER_WITHIN_TOLERANCE, candidates, tolerance);
        }
    }

    private void take(Method method, List<OpenEntry> candidates, long tolerance) {
        note(candidates);
        if (found != null) {
            return;
        }
        List<OpenEntry> fitting = candidates.stream()
                .filter(entry -> Math.abs(entry.minor() - minor) <= tolerance)
                .toList();
        if (fitting.size() == 1) {
            found = new Match.Settles(method, fitting, minor - fitting.get(0).minor());
        } else if (fitting.size() > 1) {
            found = new Match.Open(Unmatched.AMBIGUOUS, fitting);
        }
    }

    /** All that is open of a payment, or of an order, where that is more than one and comes to the line exactly. */
    void together(List<OpenEntry> candidates) {
        if (found == null && candidates.size() > 1 && sum(candidates) == minor) {
            found = new Match.Settles(Method.SEVERAL_ENTRIES, candidates, 0);
        }
    }

    static long sum(List<OpenEntry> entries) {
        return entries.stream().mapToLong(OpenEntry::minor).sum();
    }

    private void note(List<OpenEntry> candidates) {
        candidates.stream().filter(each -> !seen.contains(each)).forEach(seen::add);
    }

    Match found() {
        if (found != null) {
            return found;
        }
        return new Match.Open(seen.isEmpty() ? Unmatched.MISSING_TRANSACTION : Unmatched.AMOUNT_DIFFERS, seen);
    }
}
