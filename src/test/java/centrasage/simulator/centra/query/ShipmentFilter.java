package centrasage.simulator.centra.query;

import centrasage.simulator.centra.shipment.Parcel;
import centrasage.simulator.centra.shipment.Shipment;
import centrasage.simulator.centra.shipment.ShipmentPayment;
import centrasage.simulator.centra.state.CentraOrder;
import centrasage.simulator.centra.state.OrderShipment;
import centrasage.simulator.trade.Customer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What shipments are found by. */
public final class ShipmentFilter {
    private ShipmentFilter() {}

    /** @param integration whose external ids are meant */
    public static Filter<OrderShipment> of(String integration) {
        Map<String, Function<OrderShipment, @Nullable Object>> values = new HashMap<>();
        shipment(values, "id", Shipment::id);
        shipment(values, "number", Shipment::number);
        shipment(values, "createdAt", Shipment::createdAt);
        shipment(values, "updatedAt", Shipment::updatedAt);
        shipment(values, "isGoodToGo", Shipment::goodToGo);
        shipment(values, "isPrinted", shipment -> false);
        shipment(values, "isShipped", Shipment::shipped);
        shipment(values, "shippedAt", Shipment::shippedAt);
        shipment(values, "externalId", shipment -> shipment.externalIds().get(integration));
        shipment(values, "trackingNumber", shipment -> tracking(shipment.parcel()));
        payment(values, "isPaid", ShipmentPayment::paid);
        payment(values, "paidAt", ShipmentPayment::paidAt);
        payment(values, "isCaptured", ShipmentPayment::captured);
        payment(values, "capturedAt", ShipmentPayment::capturedAt);
        order(values, "isOnHold", order -> order.standing().onHold());
        order(values, "orderId", order -> order.trade().id());
        order(values, "countryId", order -> order.trade().terms().country().id());
        order(values, "currencyId", order -> order.currency().id());
        order(values, "customerId", order -> customer(order.trade().parties().customer()));
        order(values, "storeId", order -> order.trade().terms().store().id());
        order(values, "storeType", order -> order.trade().terms().store().type().name());
        return new Filter<>("shipment", values, ShipmentFilter::found);
    }

    /** The id first, which decides between shipments that are otherwise equal. */
    public static List<SortField<OrderShipment>> sortFields() {
        return List.of(
                SortField.number("id", row -> row.shipment().id()),
                SortField.moment("createdAt", row -> row.shipment().createdAt()),
                SortField.moment("updatedAt", row -> row.shipment().updatedAt()));
    }

    private static void shipment(
            Map<String, Function<OrderShipment, @Nullable Object>> values,
            String name,
            Function<Shipment, @Nullable Object> value) {
        values.put(name, row -> value.apply(row.shipment()));
    }

    private static void payment(
            Map<String, Function<OrderShipment, @Nullable Object>> values,
            String name,
            Function<ShipmentPayment, @Nullable Object> value) {
        shipment(values, name, shipment -> value.apply(shipment.payment()));
    }

    private static void order(
            Map<String, Function<OrderShipment, @Nullable Object>> values,
            String name,
            Function<CentraOrder, @Nullable Object> value) {
        values.put(name, row -> value.apply(row.order()));
    }

    private static @Nullable String tracking(Parcel parcel) {
        return parcel.tracking();
    }

    private static @Nullable Integer customer(@Nullable Customer customer) {
        return customer == null ? null : customer.id();
    }

    private static boolean found(OrderShipment row, String words) {
        return row.shipment().number().equals(words)
                || words.equals(tracking(row.shipment().parcel()));
    }
}
