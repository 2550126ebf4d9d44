package centrasage.dispatch.plan;

import centrasage.centra.Shipment;
import centrasage.flow.OrderStanding;
import centrasage.flow.Owner;
import centrasage.flow.Plan;
import centrasage.flow.PostingState;
import centrasage.flow.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What becomes of a shipment whatever is in it: of one that has not left, or whose order is not for the ledger. */
final class Settled {
    private Settled() {}

    /** Empty where it is to be despatched, which its goods decide. */
    static Optional<Plan> despatch(Shipment shipment, OrderStanding order) {
        boolean isNotPosted = order.key() == null || order.state() == PostingState.SKIPPED;
        return of(shipment, order, isNotPosted, "Confirm the despatch of shipment " + shipment.number());
    }

    /** Empty where it is to be invoiced, which its goods decide. */
    static Optional<Plan> invoice(Shipment shipment, OrderStanding order) {
        boolean isNotPosted =
                order.key() == null || (order.state() == PostingState.SKIPPED && !order.isInvoicedByShipment());
        return of(shipment, order, isNotPosted, "Enter the invoice of shipment " + shipment.number());
    }

    private static Optional<Plan> of(Shipment shipment, OrderStanding order, boolean isNotPosted, String deed) {
        if (shipment.ofSage()) {
            return Optional.of(skip(
                    "MADE_FROM_SAGE",
                    "It was made in Centra of a despatch that Sage 200 has already (dispatch-to-centra)",
                    "Nothing to do"));
        }
        if (!shipment.shipped() || shipment.shippedAt() == null) {
            return Optional.of(skip(
                    "NOT_SHIPPED",
                    "It is not completed in Centra yet",
                    "Nothing: it is despatched when it is completed"));
        }
        if (isNotPosted) {
            return Optional.of(new Plan.Skip(orderNotPosted(shipment, order)));
        }
        return order.state() == PostingState.ABANDONED || order.state() == PostingState.REVERSED
                ? Optional.of(new Plan.Hold(List.of(givenUp(shipment, deed))))
                : Optional.empty();
    }

    static Plan skip(String code, String what, String remedy) {
        return new Plan.Skip(new Reason(code, Owner.OPERATIONS, what, remedy));
    }

    private static Reason orderNotPosted(Shipment shipment, OrderStanding order) {
        List<String> why = new ArrayList<>();
        order.reasons().forEach(reason -> why.add(reason.what()));
        return new Reason(
                "ORDER_NOT_POSTED",
                Owner.OPERATIONS,
                "Its order " + shipment.order() + " is not posted to Sage 200"
                        + (why.isEmpty()
                                ? ": it is from before the cut-over (orders.from)"
                                : ": " + String.join("; ", why)),
                "Nothing: if the order is posted after all, the shipment is despatched then");
    }

    private static Reason givenUp(Shipment shipment, String deed) {
        return new Reason(
                "ORDER_GIVEN_UP",
                Owner.OPERATIONS,
                "Its order " + shipment.order()
                        + " was settled by hand or cancelled in Sage 200, so there is no order there that it could be despatched of",
                deed + " in Sage 200 by hand, then resolve this");
    }
}
