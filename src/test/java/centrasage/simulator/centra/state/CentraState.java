package centrasage.simulator.centra.state;

import centrasage.simulator.centra.events.ChangeType;
import centrasage.simulator.centra.shipment.Shipment;
import centrasage.simulator.centra.shipment.Warehouse;
import centrasage.simulator.centra.stock.OrderUnits;
import centrasage.simulator.centra.stock.Stock;
import centrasage.simulator.trade.Standing;
import centrasage.simulator.trade.TradeOrder;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The orders, products, stock and tokens of one tenant. All changes but those of tokens happen one after the other. */
public final class CentraState {
    /** A shop has had returns before we came; a deleted one's id is never given again. */
    private static final int RETURNS_BEFORE = 70_000;

    private final Clock clock;
    private final ZoneId zone;
    private final DataFaults faults;
    private final NavigableMap<Integer, CentraOrder> orders = new ConcurrentSkipListMap<>();
    private final Map<String, AccessToken> tokens = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> attributeTypes = new ConcurrentHashMap<>();
    private final List<Watcher> watchers = new CopyOnWriteArrayList<>();
    private final TenantOptions options = new TenantOptions();
    private final Stock stock = new Stock();
    private final AtomicInteger lastReturn = new AtomicInteger(RETURNS_BEFORE);

    public CentraState(Clock clock, ZoneId zone, DataFaults faults) {
        this.clock = clock;
        this.zone = zone;
        this.faults = faults;
        attributeTypes.put("sage", Set.of("order_number", "sync_state"));
    }

    public ZoneId zone() {
        return zone;
    }

    /** Centra's own idea of the time, in whole seconds as it stores them. */
    public Instant now() {
        return clock.instant().plusSeconds(faults.clockSkewSeconds()).truncatedTo(ChronoUnit.SECONDS);
    }

    public Collection<CentraOrder> orders() {
        return orders.values();
    }

    public @Nullable CentraOrder order(int number) {
        return orders.get(number);
    }

    public @Nullable CentraOrder orderById(String id) {
        return orders.values().stream()
                .filter(order -> order.trade().id().equals(id))
                .findFirst()
                .orElse(null);
    }

    public @Nullable CentraOrder orderByExternalId(String integration, String externalId) {
        return orders.values().stream()
                .filter(order -> externalId.equals(order.externalIds().get(integration)))
                .findFirst()
                .orElse(null);
    }

    /** Has somebody told of every change from now on. */
    public void watch(Watcher watcher) {
        watchers.add(watcher);
    }

    private void tell(String objectType, int reference, ChangeType change) {
        watchers.forEach(watcher -> watcher.changed(objectType, reference, change));
    }

    /** Puts orders in as they are, replacing those of the same number. */
    public void place(List<TradeOrder> placed) {
        place(placed, Warehouse.MAIN);
    }

    /** @param from whose stock is kept for them */
    public synchronized void place(List<TradeOrder> placed, Warehouse from) {
        for (TradeOrder trade : placed) {
            CentraOrder order = CentraOrder.placed(trade, from);
            CentraOrder before = orders.put(trade.number(), order);
            stock.placed(before == null ? OrderUnits.NONE : before.units(), order.units());
            tell("Order", trade.number(), before == null ? ChangeType.CREATED : ChangeType.UPDATED);
        }
    }

    /** Works on the stock, and the products that it is of, while nobody else changes it, nor any order. */
    public synchronized <T> T withStock(Function<Stock, T> work) {
        return work.apply(stock);
    }

    /** One that goods were ever kept in or left from, or that somebody named. */
    public synchronized @Nullable Warehouse warehouse(int id) {
        return stock.warehouse(id);
    }

    /** An order that nobody can read any more. */
    public synchronized void delete(int number) {
        CentraOrder order = orders.remove(number);
        if (order != null) {
            stock.placed(order.units(), OrderUnits.NONE);
            tell("Order", number, ChangeType.DELETED);
        }
    }

    /** The number that the next order gets, at least {@code first}. */
    public int nextNumber(int first) {
        return orders.isEmpty() ? first : Math.max(first, orders.lastKey() + 1);
    }

    /** Changes an order and marks it as updated now, or a while ago when the fault of late updates strikes. */
    public synchronized CentraOrder change(int number, UnaryOperator<CentraOrder> change) {
        return put(number, ChangeType.UPDATED, order -> {
            CentraOrder changed = change.apply(order);
            Instant at = now().minusSeconds(faults.lateUpdateSeconds());
            return changed.withUpdatedAt(at).withShipping(ShipmentChanges.stamped(order, changed, at));
        });
    }

    /**
     * Changes what hangs on an order, its payments or returns, and not the order itself. It is marked as updated all the
     * same (inferred), unless the fault strikes by which payments do not touch orders.
     */
    public synchronized CentraOrder changeDependents(int number, UnaryOperator<CentraOrder> change) {
        return put(number, ChangeType.DEPENDENT_DATA_CHANGED, order -> {
            CentraOrder changed = change.apply(order);
            Instant at = now().minusSeconds(faults.lateUpdateSeconds());
            CentraOrder stamped = changed.withShipping(ShipmentChanges.stamped(order, changed, at));
            boolean paid = !OrderChanges.ofPayments(order, changed).isEmpty();
            boolean untouched = paid && faults.paymentsDoNotTouchOrders();
            return untouched ? stamped : stamped.withUpdatedAt(at);
        });
    }

    public TenantOptions options() {
        return options;
    }

    public int nextReturnId() {
        return lastReturn.incrementAndGet();
    }

    public Stream<OrderReturn> returns() {
        return orders.values().stream()
                .flatMap(order -> order.shipping().returns().stream().map(made -> new OrderReturn(order, made)));
    }

    public @Nullable OrderReturn returned(int id) {
        return returns().filter(row -> row.made().id() == id).findFirst().orElse(null);
    }

    /** The order whose payment history holds an entry. */
    public @Nullable CentraOrder orderOfPayment(int id) {
        return orders.values().stream()
                .filter(order -> order.trade().payments().stream().anyMatch(entry -> entry.id() == id))
                .findFirst()
                .orElse(null);
    }

    public Stream<OrderShipment> shipments() {
        return orders.values().stream()
                .flatMap(order ->
                        order.shipping().shipments().stream().map(shipment -> new OrderShipment(order, shipment)));
    }

    public @Nullable OrderShipment shipment(int id) {
        CentraOrder order = orders.get(Shipment.orderOf(id));
        return order == null
                ? null
                : order.shipping().shipments().stream()
                        .filter(shipment -> shipment.id() == id)
                        .findFirst()
                        .map(shipment -> new OrderShipment(order, shipment))
                        .orElse(null);
    }

    /** Moves an order's time of change, as a late commit or a clock set back does. */
    public synchronized CentraOrder backdate(int number, Instant updatedAt) {
        return put(number, ChangeType.UPDATED, order -> order.withUpdatedAt(updatedAt));
    }

    private CentraOrder put(int number, ChangeType usual, UnaryOperator<CentraOrder> change) {
        CentraOrder order = orders.get(number);
        if (order == null) {
            throw Refused.invalid("Could not find order with number " + number);
        }
        CentraOrder changed = change.apply(order);
        orders.put(number, changed);
        stock.changed(order.units(), changed.units());
        ShipmentChanges.between(order, changed).forEach((id, told) -> tell("Shipment", id, told));
        OrderChanges.ofPayments(order, changed).forEach((id, told) -> tell("PaymentHistoryEntry", id, told));
        OrderChanges.ofReturns(order, changed).forEach((id, told) -> tell("Return", id, told));
        tell("Order", number, isCompleted(changed) && !isCompleted(order) ? ChangeType.COMPLETED : usual);
        return changed;
    }

    private static boolean isCompleted(CentraOrder order) {
        return order.standing().status() == Standing.Status.SHIPPED;
    }

    public synchronized void clear() {
        orders.clear();
        stock.reset();
        lastReturn.set(RETURNS_BEFORE);
        options.reset();
    }

    public void put(AccessToken token) {
        tokens.put(token.value(), token);
    }

    public void revoke(String token) {
        tokens.remove(token);
    }

    public @Nullable AccessToken token(String value) {
        return tokens.get(value);
    }

    public Collection<AccessToken> tokens() {
        return List.copyOf(tokens.values());
    }

    /** Attribute types are set up by hand in AMS before an integration may assign them. */
    public void putAttributeType(String type, Set<String> elementKeys) {
        attributeTypes.put(type, Set.copyOf(elementKeys));
    }

    public boolean knowsAttribute(String type, String elementKey) {
        return attributeTypes.getOrDefault(type, Set.of()).contains(elementKey);
    }
}
