package centrasage.simulator.centra.shipping;

import centrasage.simulator.centra.shipment.Parcel;
import centrasage.simulator.centra.shipment.Shipment;
import centrasage.simulator.centra.shipment.ShippedLine;
import centrasage.simulator.centra.state.CentraOrder;
import centrasage.simulator.centra.state.OrderShipment;
import centrasage.simulator.http.Json;
import centrasage.simulator.trade.Line;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;

/** Shipments as JSON for {@code /control}: what the auditor sees. */
final class ShipmentDump {
    private ShipmentDump() {}

    static ObjectNode write(OrderShipment row) {
        Shipment shipment = row.shipment();
        Parcel parcel = shipment.parcel();
        ObjectNode json = Json.object()
                .put("id", shipment.id())
                .put("order", shipment.order())
                .put("number", shipment.number())
                .put("goodToGo", shipment.goodToGo())
                .put("paid", shipment.payment().paid())
                .put("captured", shipment.payment().captured())
                .put("shipped", shipment.shipped())
                .put("shippedAt", Objects.toString(shipment.shippedAt(), null))
                .put("updatedAt", shipment.updatedAt().toString())
                .put("orderStatus", row.order().standing().status().name())
                .put("carrier", parcel.carrier())
                .put("service", parcel.service())
                .put("packages", parcel.packages())
                .put("tracking", parcel.tracking());
        ArrayNode lines = json.putArray("lines");
        shipment.lines().forEach(line -> lines.add(line(row.order(), line)));
        return json;
    }

    private static ObjectNode line(CentraOrder order, ShippedLine shipped) {
        Line line = order.trade().basket().lines().stream()
                .filter(each -> each.id() == shipped.orderLine())
                .findFirst()
                .orElseThrow();
        return Json.object()
                .put("id", shipped.id())
                .put("line", line.id())
                .put("type", line.type().name())
                .put("sku", line.article().sku())
                .put("quantity", shipped.quantity())
                .put("ordered", line.quantity())
                .put("warehouse", shipped.warehouse().name());
    }
}
