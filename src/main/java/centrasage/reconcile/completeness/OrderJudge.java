package centrasage.reconcile.completeness;

import centrasage.flow.PostingState;
import centrasage.money.Money;
import centrasage.sync.store.Posting;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How an order stands, of what both sides and our own postings say; asks nobody. */
final class OrderJudge {
    private OrderJudge() {}

    /**
     * What is known of one order.
     *
     * @param centra its total; null where Centra does not show it on these days, or it cannot be read
     * @param inCentra whether Centra has it at all
     * @param due whether it ought to be here by now
     * @param received whether it ever arrived here
     * @param told whether a person has an open exception of it
     * @param sage the total of what stands under its key in Sage; null where there is nothing, or nothing that lives
     * @param sageRead whether Sage could be asked
     */
    record Known(
            @Nullable Money centra,
            boolean inCentra,
            boolean due,
            boolean received,
            @Nullable Posting posting,
            boolean told,
            @Nullable Money sage,
            boolean sageRead) {}

    static Standing judge(Known known) {
        if (!known.inCentra() && !known.sageRead()) {
            return Standing.UNKNOWN;
        }
        if (!known.inCentra()) {
            return known.sage() != null ? Standing.NOT_IN_CENTRA : Standing.NOT_FOR_SAGE;
        }
        Posting posting = known.posting();
        if (posting == null) {
            return unposted(known);
        }
        return switch (posting.state()) {
            case POSTED -> posted(known);
            case HELD, REFUSED -> known.told() || posting.cause() != null ? Standing.FOR_A_PERSON : Standing.FORGOTTEN;
            case SKIPPED, ABANDONED, REVERSED ->
                known.sage() != null && posting.state() == PostingState.SKIPPED
                        ? Standing.NOT_POSTED_FROM_HERE
                        : Standing.NOT_FOR_SAGE;
            case PLANNED, WAITING, SENDING, IN_DOUBT, LOCKED, PARKED -> Standing.UNDER_WAY;
        };
    }

    private static Standing unposted(Known known) {
        if (known.received()) {
            return Standing.UNDER_WAY;
        }
        if (known.sage() != null && known.centra() == null) {
            return Standing.NOT_POSTED_FROM_HERE;
        }
        return known.due() ? Standing.NOT_COLLECTED : Standing.ON_ITS_WAY;
    }

    /** Of another day than those that are looked at, Centra's total is not known, and not compared. */
    private static Standing posted(Known known) {
        if (!known.sageRead()) {
            return Standing.UNKNOWN;
        }
        if (known.sage() == null) {
            return Standing.MISSING_IN_SAGE;
        }
        boolean same = known.centra() == null || Objects.equals(known.centra(), known.sage());
        return same ? Standing.AGREES : Standing.DIFFERS;
    }
}
