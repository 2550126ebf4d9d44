package centrasage.dispatch.centra;

import centrasage.centra.NewShipment;
import centrasage.centra.Order;
import centrasage.centra.Shipment;
import centrasage.flow.Command;
import centrasage.flow.OrderName;
import centrasage.flow.OrdersFrom;
import centrasage.flow.Owner;
import centrasage.flow.Plan;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.Reason;
import centrasage.flow.Sha256;
import centrasage.flow.ShipmentNumber;
import centrasage.mapping.InForce;
import centrasage.mapping.Mappings;
import centrasage.sage200.DespatchNote;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Decides what becomes of one despatch of Sage's in Centra: shipped exactly so, skipped, or held with all the reasons. Asks nobody and
 * looks at no clock: the same despatch, order and mappings give the same plan.
 */
final class CentraShipmentPlanner {
    private final Function<NewShipment, String> text;
    private final OrdersFrom from;
    private final ZoneId zone;

    /**
     * @param text writes the shipment down as the JSON text of a {@link Command}
     * @param from the cut-over
     * @param zone in which Sage's days begin
     */
    CentraShipmentPlanner(Function<NewShipment, String> text, OrdersFrom from, ZoneId zone) {
        this.text = text;
        this.from = from;
        this.zone = zone;
    }

    /** Whether its notes carry the number of a shipment of its order: then we made it, or somebody said that it is that one. */
    static boolean isOfCentra(DespatchNote note) {
        return !ShipmentNumber.allIn(note.notes(), Long.toString(note.order())).isEmpty();
    }

    /**
     * @param order as Centra sent it last; empty where it was never received
     */
    Plan plan(DespatchNote note, Optional<Order> order, Mappings mappings) {
        if (isOfCentra(note)) {
            return skip(
                    "DESPATCHED_FROM_CENTRA",
                    "It is the despatch of a shipment that Centra has already, as its notes say",
                    "Nothing to do");
        }
        InForce inForce = mappings.on(note.date());
        List<Reason> reasons = new ArrayList<>();
        Set<Boolean> owners = owners(note, inForce, reasons);
        if (reasons.isEmpty() && !owners.contains(true)) {
            return skip(
                    "DESPATCHED_IN_CENTRA",
                    "Its warehouse despatches in Centra (warehouses.csv, dispatch_owner = centra), or nothing in it is goods",
                    "Nothing: if somebody despatched it by hand, its shipment in Centra leads");
        }
        if (from.isAfter(note.order(), note.orderedOn())) {
            return skip(
                    "ORDER_NOT_POSTED",
                    "Its order " + note.order() + " is from before the cut-over (orders.from)",
                    "Complete its shipment in Centra by hand");
        }
        if (owners.contains(false)) {
            reasons.add(severalOwners(note));
        }
        return order.map(known -> ofOrder(note, known, inForce, reasons)).orElseGet(() -> {
            reasons.add(ofUnknownOrder(note));
            return new Plan.Hold(reasons);
        });
    }

    private static Set<Boolean> owners(DespatchNote note, InForce inForce, List<Reason> reasons) {
        Set<Boolean> owners = new TreeSet<>();
        note.lines().stream()
                .filter(DespatchNote.Line::isGoods)
                .map(DespatchNote.Line::warehouse)
                .distinct()
                .forEach(warehouse -> Optional.ofNullable(inForce.isDispatchedBySage(note.company(), warehouse)
                                .orTell(reasons::add))
                        .ifPresent(owners::add));
        return owners;
    }

    private Plan ofOrder(DespatchNote note, Order order, InForce inForce, List<Reason> reasons) {
        DespatchedGoods goods = new DespatchedGoods(note, order, inForce);
        List<NewShipment.Line> lines = goods.lines();
        reasons.addAll(goods.reasons());
        if (!reasons.isEmpty()) {
            return new Plan.Hold(reasons);
        }
        InForce.Carrier carrier = inForce.carrier(note.company(), note.courier());
        NewShipment shipment = new NewShipment(
                note.order(),
                note.key(),
                lines,
                goods.along(),
                new Shipment.Tracking(carrier.name(), carrier.service(), note.consignment()),
                note.pieces(),
                shippedAt(note, order),
                order.payments().isEmpty(),
                goods.value());
        return new Plan.Post(new Command(
                new PostingKey(note.company(), PostingKind.CENTRA_SHIPMENT, note.key()),
                object(note),
                shipment.value(),
                null,
                note.date(),
                fingerprint(note),
                text.apply(shipment)));
    }

    /** Sage tells the day alone; an order of that day cannot have left before it was made. */
    private Instant shippedAt(DespatchNote note, Order order) {
        Instant morning = note.date().atStartOfDay(zone).toInstant();
        return morning.isBefore(order.createdAt()) ? order.createdAt() : morning;
    }

    static String object(DespatchNote note) {
        return OrderName.object(note.company(), OrderName.of(note.order()));
    }

    /** What was in it. Who carries it is no part: it may be amended. */
    static String fingerprint(DespatchNote note) {
        return Sha256.hex("despatch/1\n" + note.key() + "\n"
                + note.lines().stream()
                        .map(line -> line.orderLine() + " "
                                + line.quantity().stripTrailingZeros().toPlainString())
                        .sorted()
                        .collect(Collectors.joining("\n")));
    }

    /** Sage has the order from us as a rule, so that Centra's is here long since. */
    private static Reason ofUnknownOrder(DespatchNote note) {
        return new Reason(
                "ORDER_NOT_RECEIVED",
                Owner.OPERATIONS,
                "Despatch " + note.number() + " is of sales order " + OrderName.of(note.order()) + ", and no order "
                        + note.order() + " was ever received from Centra",
                "If it is an order of Centra's, see why it was not received: the despatch is planned again once it is. Else give"
                        + " the sales order another customer order number in Sage 200, and resolve this");
    }

    private static Reason severalOwners(DespatchNote note) {
        return new Reason(
                "SEVERAL_DESPATCH_OWNERS",
                Owner.OPERATIONS,
                "Despatch " + note.number()
                        + " left from warehouses of which some despatch in Sage 200 and some in Centra"
                        + " (warehouses.csv)",
                "Complete its shipment in Centra by hand, then resolve this");
    }

    private static Plan skip(String code, String what, String remedy) {
        return new Plan.Skip(new Reason(code, Owner.OPERATIONS, what, remedy));
    }
}
