package centrasage.dispatch.post;

import centrasage.flow.Outcome;
import centrasage.flow.Owner;
import centrasage.flow.Reason;
import centrasage.sage200.NewDespatch;
import java.util.List;
import java.util.Map;

/**
 * What Sage refuses for a cause that goes away, such as stock that is not booked in, is tried again by itself: the parcel has left,
 * and Sage must hear of it.
 */
final class DespatchRefusals {
    private static final Map<String, String> PASSING = Map.of(
            "NOT_ENOUGH_STOCK",
            "The parcel has left, so book in or allocate the stock of this order in Sage 200",
            "CUSTOMER_ON_HOLD",
            "Take the account or the order off hold in Sage 200",
            "CREDIT_LIMIT",
            "Raise the credit limit of the web account in Sage 200",
            "TRACEABLE_STOCK",
            "Say in Sage 200 which batch or serial numbers left, or despatch it there with the shipment's number in the notes",
            "PERIOD_CLOSED",
            "Open the period of the shipment's date in Sage 200");

    private DespatchRefusals() {}

    static Outcome judged(Outcome outcome, NewDespatch despatch) {
        if (!(outcome instanceof Outcome.Refused refused)) {
            return outcome;
        }
        boolean passing = refused.reasons().stream().allMatch(reason -> PASSING.containsKey(reason.code()));
        List<Reason> reasons = refused.reasons().stream()
                .map(reason -> inWords(reason, despatch))
                .toList();
        return passing ? Outcome.Refused.forNow(reasons) : new Outcome.Refused(reasons);
    }

    private static Reason inWords(Reason reason, NewDespatch despatch) {
        String remedy = PASSING.get(reason.code());
        Owner owner = reason.code().equals("NOT_ENOUGH_STOCK") ? Owner.OPERATIONS : reason.owner();
        return remedy == null
                ? reason
                : new Reason(
                        reason.code(),
                        owner,
                        reason.what(),
                        remedy + "; shipment " + despatch.number() + " is tried again by itself");
    }
}
