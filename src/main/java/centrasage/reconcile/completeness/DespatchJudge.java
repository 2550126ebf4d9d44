package centrasage.reconcile.completeness;

import centrasage.flow.Command;
import centrasage.flow.PostingState;
import centrasage.sage200.Despatch;
import centrasage.sage200.DespatchComparison;
import centrasage.sage200.NewDespatch;
import centrasage.sage200.NewDespatchJson;
import centrasage.sage200.OpenOrder;
import centrasage.sync.store.Posting;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a shipment stands, of what both sides and our own postings say; asks nobody. */
final class DespatchJudge {
    private DespatchJudge() {}

    /**
     * What is known of one shipment.
     *
     * @param inCentra whether Centra has completed it
     * @param due whether it ought to be here by now
     * @param late whether it ought to be despatched in Sage by now
     * @param received whether it ever arrived here
     * @param told whether a person has an open exception of it
     * @param inSage whether a despatch in Sage carries its number
     * @param readable whether Sage could be asked
     * @param difference between what was planned and what Sage has, in words
     */
    record Known(
            boolean inCentra,
            boolean due,
            boolean late,
            boolean received,
            @Nullable Posting posting,
            boolean told,
            boolean inSage,
            boolean readable,
            String difference) {}

    static Standing judge(Known known) {
        if (!known.inCentra() && !known.readable()) {
            return Standing.UNKNOWN;
        }
        if (!known.inCentra()) {
            return known.inSage() ? Standing.NOT_IN_CENTRA : Standing.NOT_FOR_SAGE;
        }
        Posting posting = known.posting();
        if (posting == null) {
            return unposted(known);
        }
        return switch (posting.state()) {
            case POSTED -> posted(known);
            case SKIPPED, ABANDONED, REVERSED -> Standing.NOT_FOR_SAGE;
            case HELD, REFUSED -> known.told() || posting.cause() != null ? Standing.FOR_A_PERSON : Standing.FORGOTTEN;
            case PLANNED, WAITING, SENDING, IN_DOUBT, LOCKED, PARKED ->
                known.told() ? Standing.FOR_A_PERSON : waits(posting, known);
        };
    }

    /** What waits for an order that a person has is told with that order; after a while it is told all the same. */
    private static Standing waits(Posting posting, Known known) {
        boolean isDoubt = posting.state() == PostingState.IN_DOUBT || posting.state() == PostingState.SENDING;
        return known.late() && !isDoubt ? Standing.NOT_DESPATCHED : Standing.UNDER_WAY;
    }

    private static Standing unposted(Known known) {
        if (known.received()) {
            return known.late() ? Standing.NOT_DESPATCHED : Standing.UNDER_WAY;
        }
        return known.due() ? Standing.NOT_COLLECTED : Standing.ON_ITS_WAY;
    }

    private static Standing posted(Known known) {
        if (!known.readable()) {
            return Standing.UNKNOWN;
        }
        if (!known.inSage()) {
            return Standing.MISSING_IN_SAGE;
        }
        return known.difference().isEmpty() ? Standing.AGREES : Standing.DIFFERS;
    }

    /** How the goods of Sage's despatch differ from those of the shipment, product by product; empty where they do not. */
    static String difference(Optional<Command> planned, Despatch despatch, List<OpenOrder> orders) {
        if (planned.isEmpty() || planned.get().isErased()) {
            return "";
        }
        NewDespatch parcel = NewDespatchJson.read(planned.get().document());
        return String.join(", ", new DespatchComparison(despatch, orders, parcel).differences());
    }
}
