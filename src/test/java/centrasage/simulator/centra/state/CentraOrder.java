package centrasage.simulator.centra.state;

import centrasage.simulator.centra.shipment.OrderShipping;
import centrasage.simulator.centra.shipment.Warehouse;
import centrasage.simulator.centra.stock.OrderUnits;
import centrasage.simulator.trade.Currency;
import centrasage.simulator.trade.Payment;
import centrasage.simulator.trade.Standing;
import centrasage.simulator.trade.Totals;
import centrasage.simulator.trade.TradeOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An order as Centra holds it now: what was bought, and what has been written to it since.
 *
 * @param externalIds by integration
 * @param attributes values by element key, by attribute type
 */
public record CentraOrder(
        TradeOrder trade,
        Instant updatedAt,
        boolean locked,
        String internalComment,
        String otherComment,
        Map<String, String> externalIds,
        Map<String, Map<String, String>> attributes,
        OrderShipping shipping) {

    public CentraOrder {
        externalIds = Map.copyOf(externalIds);
        attributes = Map.copyOf(attributes);
    }

    static CentraOrder placed(TradeOrder trade, Warehouse from) {
        OrderShipping shipping = OrderShipping.NONE.withAllocatedFrom(from);
        return new CentraOrder(trade, trade.updatedAt(), false, "", trade.comment(), Map.of(), Map.of(), shipping);
    }

    public int number() {
        return trade.number();
    }

    public Standing standing() {
        return trade.standing();
    }

    public Currency currency() {
        return trade.terms().currency();
    }

    public Totals totals() {
        return trade.basket().totals();
    }

    public CentraOrder withTrade(TradeOrder newTrade) {
        return new CentraOrder(
                newTrade, updatedAt, locked, internalComment, otherComment, externalIds, attributes, shipping);
    }

    public CentraOrder withUpdatedAt(Instant instant) {
        return new CentraOrder(
                trade, instant, locked, internalComment, otherComment, externalIds, attributes, shipping);
    }

    public CentraOrder withLocked(boolean isLocked) {
        return new CentraOrder(
                trade, updatedAt, isLocked, internalComment, otherComment, externalIds, attributes, shipping);
    }

    public CentraOrder withComments(String internal, String other) {
        return new CentraOrder(trade, updatedAt, locked, internal, other, externalIds, attributes, shipping);
    }

    public CentraOrder withExternalId(String integration, String externalId) {
        Map<String, String> ids = new HashMap<>(externalIds);
        ids.put(integration, externalId);
        return new CentraOrder(trade, updatedAt, locked, internalComment, otherComment, ids, attributes, shipping);
    }

    public CentraOrder withAttribute(String type, String key, String value) {
        Map<String, Map<String, String>> types = new HashMap<>(attributes);
        Map<String, String> elements = new TreeMap<>(types.getOrDefault(type, Map.of()));
        elements.put(key, value);
        types.put(type, elements);
        return new CentraOrder(trade, updatedAt, locked, internalComment, otherComment, externalIds, types, shipping);
    }

    /** What it is to the stock. */
    OrderUnits units() {
        return OrderUnits.of(trade, shipping);
    }

    /** The id that the next entry of the payment history gets. */
    public int nextPaymentId() {
        return PaymentIds.next(number(), trade.payments());
    }

    /** With one more entry in the payment history. */
    public CentraOrder logged(Payment entry) {
        List<Payment> entries = new ArrayList<>(trade.payments());
        entries.add(entry);
        return withTrade(trade.withPayments(entries));
    }

    public CentraOrder withShipping(OrderShipping newShipping) {
        return new CentraOrder(
                trade, updatedAt, locked, internalComment, otherComment, externalIds, attributes, newShipping);
    }

    /** With the status that its shipments and cancelled units give it; without any shipment it keeps its own. */
    public CentraOrder settled() {
        if (shipping.shipments().isEmpty()) {
            return this;
        }
        boolean done = shipping.allShipped(trade.basket().lines());
        return withTrade(
                trade.withStanding(standing().withStatus(done ? Standing.Status.SHIPPED : Standing.Status.PROCESSING)));
    }
}
