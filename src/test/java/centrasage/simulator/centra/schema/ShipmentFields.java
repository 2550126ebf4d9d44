package centrasage.simulator.centra.schema;

import centrasage.simulator.centra.returns.ShipmentWorth;
import centrasage.simulator.centra.shipment.Parcel;
import centrasage.simulator.centra.shipment.Shipment;
import centrasage.simulator.centra.shipment.ShippedLine;
import centrasage.simulator.centra.state.CentraOrder;
import centrasage.simulator.centra.state.OrderShipment;
import centrasage.simulator.trade.Line;
import centrasage.simulator.trade.Store;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A shipment and its lines. */
final class ShipmentFields {
    /** Units of an order's line in a shipment. */
    record Packed(CentraOrder order, ShippedLine line) {
        Line orderLine() {
            return order.trade().basket().lines().stream()
                    .filter(each -> each.id() == line.orderLine())
                    .findFirst()
                    .orElseThrow();
        }

        int returned() {
            return order.shipping().returnsOf(shipment()).stream()
                    .mapToInt(made -> made.quantityOf(line.orderLine()))
                    .sum();
        }

        Worth worth() {
            return new Worth(order, new ShipmentWorth(order, shipment()).of(line), line.quantity());
        }

        private Shipment shipment() {
            return order.shipping().shipments().stream()
                    .filter(shipment -> shipment.lines().contains(line))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private final Dates dates;

    ShipmentFields(Dates dates) {
        this.dates = dates;
    }

    static String typeOf(OrderShipment row) {
        boolean consumer = row.order().trade().terms().store().type() == Store.Type.DIRECT_TO_CONSUMER;
        return consumer ? "DirectToConsumerShipment" : "WholesaleShipment";
    }

    static List<OrderShipment> of(CentraOrder order) {
        return order.shipping().shipments().stream()
                .map(shipment -> new OrderShipment(order, shipment))
                .toList();
    }

    void addTo(RuntimeWiring.Builder wiring) {
        Fields<OrderShipment> fields = new Fields<>();
        identity(fields);
        standing(fields);
        money(fields);
        fields.addTo(wiring, "DirectToConsumerShipment", "WholesaleShipment");
        new Fields<Parcel>()
                .with("carrierName", Parcel::carrier)
                .with("serviceName", Parcel::service)
                .addTo(wiring, "CarrierInformation");
        new Fields<Packed>()
                .with("id", packed -> packed.line().id())
                .with("quantity", packed -> packed.line().quantity())
                .with("returnedQuantity", Packed::returned)
                .with("invoicedQuantity", packed -> 0)
                .with("lineValue", (packed, call) -> packed.worth().value(call))
                .with("unitPrice", (packed, call) -> packed.worth().unit(call))
                .with("appliedTaxRules", packed -> packed.worth().taxes())
                .with("orderLine", packed -> new LineFields.OrderLine(packed.order(), packed.orderLine()))
                .with("allocations", AllocationFields::of)
                .addTo(wiring, "ShipmentLine");
        AllocationFields.addTo(wiring);
    }

    private void identity(Fields<OrderShipment> fields) {
        fields.with("id", row -> row.shipment().id())
                .with("number", row -> row.shipment().number())
                .with("createdAt", dates.of(row -> row.shipment().createdAt()))
                .with("updatedAt", dates.of(row -> row.shipment().updatedAt()))
                .with("externalId", ShipmentFields::externalId)
                .with("additionalMessage", row -> row.shipment().message())
                .with("order", OrderShipment::order)
                .with("lines", ShipmentFields::lines)
                .with("shippingAddress", row -> row.order().trade().parties().shipping());
    }

    private void standing(Fields<OrderShipment> fields) {
        fields.with("isGoodToGo", row -> row.shipment().goodToGo())
                .with("isPrinted", row -> false)
                .with("isShipped", row -> row.shipment().shipped())
                .with("shippedAt", dates.of(row -> row.shipment().shippedAt()))
                .with("isOnHold", row -> row.order().standing().onHold())
                .with("trackingNumber", row -> row.shipment().parcel().tracking())
                .with("returnTrackingNumber", row -> row.shipment().parcel().returnTracking())
                .with("numberOfPackages", row -> row.shipment().parcel().packages())
                .with("carrierInformation", row -> row.shipment().parcel());
    }

    private void money(Fields<OrderShipment> fields) {
        fields.with("isPaid", row -> row.shipment().payment().paid())
                .with("paidAt", dates.of(row -> row.shipment().payment().paidAt()))
                .with("isCaptured", row -> row.shipment().payment().captured())
                .with("capturedAt", dates.of(row -> row.shipment().payment().capturedAt()))
                .with("grandTotal", ShipmentFields::grandTotal)
                .with("capturedValue", ShipmentFields::captured)
                .with("currencyBaseRate", row -> row.order().currency().baseRate())
                .with("usedFallbackTax", row -> false);
    }

    private static @Nullable Object externalId(OrderShipment row, DataFetchingEnvironment environment) {
        Map<String, String> ids = row.shipment().externalIds();
        return ids.get(Call.of(environment).token().integration());
    }

    private static List<Packed> lines(OrderShipment row) {
        return row.shipment().lines().stream()
                .map(line -> new Packed(row.order(), line))
                .toList();
    }

    /** Without tax only where that is asked, which nobody does: then the tax of a part is not documented. */
    private static Amount grandTotal(OrderShipment row) {
        return Amount.of(row.order(), row.shipment().valueMinor());
    }

    private static @Nullable Amount captured(OrderShipment row) {
        Shipment shipment = row.shipment();
        return shipment.payment().captured()
                ? Amount.of(row.order(), shipment.payment().capturedMinor())
                : null;
    }
}
