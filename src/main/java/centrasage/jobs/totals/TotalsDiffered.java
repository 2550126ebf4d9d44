package centrasage.jobs.totals;

import centrasage.flow.Explained;
import centrasage.sync.totals.Tally;
import centrasage.sync.totals.Total;
import java.util.List;
import java.util.stream.Collectors;

/** The totals of postings were not what a count of them gives. */
final class TotalsDiffered extends Exception implements Explained {
    private static final long serialVersionUID = 1L;
    private static final int TOLD_MAX = 5;

    TotalsDiffered(List<Total> missing) {
        super("the totals of postings were wrong and have been put right: "
                + missing.stream().limit(TOLD_MAX).map(TotalsDiffered::words).collect(Collectors.joining("; "))
                + (missing.size() > TOLD_MAX ? "; and " + (missing.size() - TOLD_MAX) + " more" : "")
                + ". Nothing was posted wrongly; if it happens again, tell whoever looks after centra-sage200");
    }

    private static String words(Total missing) {
        Tally tally = missing.tally();
        return "company " + tally.company() + ", " + tally.kind() + " " + tally.state() + ": " + missing.postings()
                + " postings and " + tally.currency() + " " + missing.amount().toPlainString() + " were missing";
    }
}
