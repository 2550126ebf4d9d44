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
     * @param order how its order stands in Sage
     * @param inSage how many despatches in Sage carry its number
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
            OrderInSage order,
            int inSage,
            boolean readable,
            String difference) {}

    /** Of the order of a shipment. */
    enum OrderInSage {
        THERE_OR_NOT_POSTED,
        GONE,
        /** And people were told of it. */
        GONE_AND_TOLD
    }

    static Standing judge(Known known) {
        Standing standing = byItself(known);
        boolean isNotThere = standing == Standing.NOT_DESPATCHED || standing == Standing.MISSING_IN_SAGE;
        if (!isNotThere) {
            return standing;
        }
        return switch (known.order()) {
            case THERE_OR_NOT_POSTED -> standing;
            case GONE -> Standing.ORDER_GONE;
            case GONE_AND_TOLD -> Standing.FOR_A_PERSON;
        };
    }

    private static Standing byItself(Known known) {
        if (!known.inCentra() && !known.readable()) {
            return Standing.UNKNOWN;
        }
        if (!known.inCentra()) {
            return known.inSage() > 0 ? Standing.NOT_IN_CENTRA : Standing.NOT_FOR_SAGE;
        }
        Posting posting = known.posting();
        if (posting == null) {
            return known.inSage() > 1 ? Standing.SEVERAL_IN_SAGE : unposted(known);
        }
        return switch (posting.state()) {
            case POSTED -> posted(known);
            case SKIPPED, ABANDONED, REVERSED -> known.inSage() > 1 ? Standing.SEVERAL_IN_SAGE : Standing.NOT_FOR_SAGE;
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
        if (known.inSage() != 1) {
            return known.inSage() == 0 ? Standing.MISSING_IN_SAGE : Standing.SEVERAL_IN_SAGE;
        }
        return known.difference().isEmpty() ? Standing.AGREES : Standing.DIFFERS;
    }

    /** How the goods of Sage's despatches, together, differ from those of the shipment, product by product; empty where they do not. */
    static String difference(Optional<Command> planned, List<Despatch> despatches, List<OpenOrder> orders) {
        if (despatches.isEmpty() || planned.isEmpty() || planned.get().isErased()) {
            return "";
        }
        NewDespatch parcel = NewDespatchJson.read(planned.get().document());
        Despatch all = despatches.stream().reduce(Despatch::with).orElseThrow();
        return String.join(", ", new DespatchComparison(all, orders, parcel).differences());
    }
}
