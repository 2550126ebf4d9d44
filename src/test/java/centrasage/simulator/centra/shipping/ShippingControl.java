package centrasage.simulator.centra.shipping;

import centrasage.simulator.centra.shipment.Warehouse;
import centrasage.simulator.centra.state.CentraOrder;
import centrasage.simulator.centra.state.CentraState;
import centrasage.simulator.centra.state.OrderShipment;
import centrasage.simulator.http.Json;
import centrasage.simulator.http.Refusal;
import centrasage.simulator.http.Request;
import centrasage.simulator.http.Response;
import centrasage.simulator.http.Router;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Supplier;

/** The part of {@code /control} that plays the shop's warehouse, and whoever upsets its captures. */
public final class ShippingControl {
    private final CentraState state;
    private final Captures captures;
    private final WarehouseWork work;

    public ShippingControl(CentraState state, Captures captures) {
        this.state = state;
        this.captures = captures;
        this.work = new WarehouseWork(state, new Shipments(state, captures));
    }

    public void addTo(Router router) {
        router.on("GET", "/control/shipments", request -> all());
        router.on("POST", "/control/shipments", this::ship);
        router.on("POST", "/control/shipments/all", this::shipAll);
        router.on("GET", "/control/shipments/{id}", request -> Response.json(ShipmentDump.write(row(request))));
        router.on("PUT", "/control/shipments/{id}", this::amend);
        router.on("PUT", "/control/orders/{number}/warehouse", this::allocate);
        router.on("POST", "/control/captures", this::failCapture);
    }

    public void reset() {
        captures.clear();
    }

    private Response all() {
        ArrayNode rows = Json.array();
        state.shipments().forEach(row -> rows.add(ShipmentDump.write(row)));
        return Response.json(rows);
    }

    /**
     * {@code {"order": 10001, "lines": [{"line": 100010, "quantity": 1}], "tracking": "T1", "carrier": "DHL", "service": "Express",
     * "packages": 1, "warehouse": "Leeds", "shippedAt": "2026-11-20T10:00:00Z", "complete": true}}: all but the order may be
     * left out. Without lines everything goes that remains, and with {@code "complete": false} it stays in the warehouse.
     */
    private Response ship(Request request) {
        ShipmentOrder order = new ShipmentOrder(request.jsonObject());
        return answered(201, () -> ShipmentDump.write(work.ship(order)));
    }

    /** {@code {"tracking": "T2", "carrier": "DPD", "complete": true}}: staff may amend what has left, unlike an integration. */
    private Response amend(Request request) {
        ShipmentOrder order = new ShipmentOrder(request.jsonObject());
        int id = row(request).shipment().id();
        return answered(200, () -> ShipmentDump.write(work.amend(id, order)));
    }

    /**
     * {@code {"share": 100, "split": 15, "part": 5, "seed": 1, "warehouse": "Main", "shippedAt": "...", "tracking": true}}: ships
     * that percentage of the orders that wait, some in two parcels, and some in part with the rest of it cancelled.
     */
    private Response shipAll(Request request) {
        ObjectNode body = request.jsonObject();
        return answered(200, () -> new ShippingDay(state, work, body).ship());
    }

    /** {@code {"warehouse": "Leeds"}}: its stock is kept for the order from now on. */
    private Response allocate(Request request) {
        String name = request.jsonObject().path("warehouse").asText(Warehouse.MAIN.name());
        CentraOrder order = state.change(
                number(request.pathParameter("number")),
                now -> now.withShipping(now.shipping().withAllocatedFrom(Warehouse.named(name))));
        return Response.json(Json.object()
                .put("order", order.number())
                .put("warehouse", order.shipping().allocatedFrom().name()));
    }

    /** {@code {"order": 10001, "message": "Refused by the bank", "times": 1}}: the next captures of the order fail. */
    private Response failCapture(Request request) {
        ObjectNode body = request.jsonObject();
        int order = number(body.path("order").asText());
        for (int i = 0; i < body.path("times").asInt(1); i++) {
            captures.failNext(order, body.path("message").asText("Capture failed: refused by the payment provider"));
        }
        return Response.json(Json.object().put("order", order));
    }

    private static Response answered(int status, Supplier<ObjectNode> work) {
        try {
            return Response.json(status, work.get());
        } catch (ShippingRefused refused) {
            throw new Refusal(Response.message(409, refused.message()));
        }
    }

    private int number(String text) {
        if (!text.matches("\\d{1,9}") || state.order(Integer.parseInt(text)) == null) {
            throw new Refusal(Response.message(404, "no order " + text));
        }
        return Integer.parseInt(text);
    }

    private OrderShipment row(Request request) {
        String id = request.pathParameter("id");
        OrderShipment row = id.matches("\\d{1,9}") ? state.shipment(Integer.parseInt(id)) : null;
        if (row == null) {
            throw new Refusal(Response.message(404, "no shipment " + id));
        }
        return row;
    }
}
