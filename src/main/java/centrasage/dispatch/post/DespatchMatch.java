package centrasage.dispatch.post;

import centrasage.flow.Document;
import centrasage.flow.Finding;
import centrasage.flow.Owner;
import centrasage.flow.Reason;
import centrasage.flow.ShipmentNumber;
import centrasage.sage200.Despatch;
import centrasage.sage200.DespatchComparison;
import centrasage.sage200.NewDespatch;
import centrasage.sage200.OpenOrder;
import centrasage.sage200.client.SageDespatches.There;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What Sage holds under the key of an order means for one of its shipments: a despatch whose notes carry the shipment's number is
 * ours. Without one, it can be sent where the order stands open for it; after a doubt only where nothing more is despatched than
 * was before.
 */
final class DespatchMatch {
    private final NewDespatch despatch;
    private final String evidence;
    private final Map<String, Long> warehouses;

    /**
     * @param evidence what was read before the send that is in doubt; empty where none is
     * @param warehouses ids by Sage's names
     */
    DespatchMatch(NewDespatch despatch, String evidence, Map<String, Long> warehouses) {
        this.despatch = despatch;
        this.evidence = evidence;
        this.warehouses = warehouses;
    }

    Finding judge(There there) {
        List<Despatch> ours = there.despatches().stream()
                .filter(each -> each.isOf(despatch.number()))
                .toList();
        if (ours.size() > 1) {
            return new Finding.Several(ours.stream().map(this::document).toList());
        }
        return ours.isEmpty() ? judgeWithout(there) : judge(ours.get(0), there.orders());
    }

    private Document document(Despatch each) {
        return each.document(despatch.value());
    }

    private Finding judge(Despatch ours, List<OpenOrder> orders) {
        DespatchComparison compared = new DespatchComparison(ours, orders, despatch);
        return compared.isSame()
                ? new Finding.Found(document(ours))
                : new Finding.Different(List.of(document(ours)), otherContent(ours, compared));
    }

    private Reason otherContent(Despatch ours, DespatchComparison compared) {
        return new Reason(
                "OTHER_DESPATCH_UNDER_KEY",
                Owner.OPERATIONS,
                "Sage 200 despatch " + ours.number() + " carries " + despatch.number() + " in its notes and holds "
                        + compared.held() + ", the shipment " + compared.meant(),
                "Correct the despatch in Sage 200, or take " + despatch.number()
                        + " out of its notes if it is another parcel, then plan again");
    }

    private Finding judgeWithout(There there) {
        List<OpenOrder> live =
                there.orders().stream().filter(order -> !order.isCancelled()).toList();
        if (live.stream().anyMatch(OpenOrder::draft)) {
            return new Finding.Undecidable("somebody is changing the order " + despatch.customerDocumentNo());
        }
        if (live.size() != 1) {
            return new Finding.Different(List.of(), live.isEmpty() ? noOrder() : severalOrders(live));
        }
        OpenOrder order = live.get(0);
        boolean despatchedUnsaid =
                !evidence.isEmpty() && DespatchEvidence.read(evidence).moved(order, explained(there));
        return despatchedUnsaid
                ? new Finding.Different(List.of(), despatchedByWhom(order, there))
                : openFor(order, there.despatches());
    }

    /** Those that carry the number of another shipment of this order. */
    private List<Despatch> explained(There there) {
        String order = ShipmentNumber.order(despatch.number());
        return there.despatches().stream()
                .filter(each -> !ShipmentNumber.allIn(each.notes(), order).isEmpty())
                .toList();
    }

    private Finding openFor(OpenOrder order, List<Despatch> despatches) {
        if (order.isStopped()) {
            return new Finding.Blocked(List.of(stopped(order)));
        }
        Picking picking = new Picking(despatch, order, warehouses);
        if (!picking.missing().isEmpty()) {
            return new Finding.Different(List.of(), picking.missing().get(0));
        }
        return picking.elsewhere().isEmpty()
                ? new Finding.Absent(
                        DespatchEvidence.of(picking.picked(), order, despatches).text())
                : new Finding.Blocked(picking.elsewhere());
    }

    private Reason stopped(OpenOrder order) {
        return new Reason(
                "ORDER_STOPPED_IN_SAGE",
                Owner.OPERATIONS,
                "Sage 200 order " + order.documentNo() + " is on hold or in dispute, so shipment " + despatch.number()
                        + ", which has left, cannot be despatched there",
                "Find out why it was stopped, and make the order live in Sage 200; it is tried again by itself");
    }

    private Reason noOrder() {
        return new Reason(
                "ORDER_NOT_IN_SAGE",
                Owner.OPERATIONS,
                "Sage 200 has no live order " + despatch.customerDocumentNo() + ", though it was posted, so shipment "
                        + despatch.number() + " cannot be despatched",
                "Look for the order in Sage 200: if its customer order number was changed, put it back, then plan again; if it was"
                        + " cancelled or deleted, enter it again by hand with its despatch, then resolve this");
    }

    private Reason severalOrders(List<OpenOrder> live) {
        String numbers = live.stream().map(OpenOrder::documentNo).sorted().collect(Collectors.joining(" and "));
        return new Reason(
                "SEVERAL_ORDERS_IN_SAGE",
                Owner.OPERATIONS,
                "Sage 200 has " + live.size() + " live orders " + despatch.customerDocumentNo() + " (" + numbers
                        + "), so it cannot be told which one shipment " + despatch.number() + " belongs to",
                "Cancel the one that is too many in Sage 200, then plan again");
    }

    private Reason despatchedByWhom(OpenOrder order, There there) {
        String unsaid = there.despatches().stream()
                .filter(each -> !explained(there).contains(each))
                .map(each -> each.number() + (each.user().isEmpty() ? "" : " by " + each.user()))
                .collect(Collectors.joining(", "));
        return new Reason(
                "DESPATCH_WITHOUT_NUMBER",
                Owner.OPERATIONS,
                "Shipment " + despatch.number() + " was sent to Sage 200 and no answer came; since then more of order "
                        + order.documentNo() + " is despatched, by "
                        + (unsaid.isEmpty() ? "nobody that is named" : unsaid)
                        + ", without a shipment's number in the notes",
                "If that despatch is this parcel, write " + despatch.number()
                        + " into its notes in Sage 200, then plan again: it is taken for this one. If it is another parcel, plan"
                        + " again: then this one is sent");
    }
}
