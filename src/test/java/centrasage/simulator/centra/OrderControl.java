package centrasage.simulator.centra;

import centrasage.simulator.centra.state.CentraOrder;
import centrasage.simulator.centra.state.CentraState;
import centrasage.simulator.http.Json;
import centrasage.simulator.http.Refusal;
import centrasage.simulator.http.Request;
import centrasage.simulator.http.Response;
import centrasage.simulator.http.Router;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

/** The part of {@code /control} that plays the shop's staff, and shows the auditor everything. */
final class OrderControl {
    private final CentraState state;

    OrderControl(CentraState state) {
        this.state = state;
    }

    void addTo(Router router) {
        router.on("GET", "/control/orders", this::all);
        router.on("POST", "/control/orders", this::put);
        router.on("GET", "/control/orders/{number}", request -> Response.json(OrderDump.write(order(request), true)));
        router.on("POST", "/control/orders/{number}/edit", this::edit);
        router.on("DELETE", "/control/orders/{number}", this::delete);
    }

    /** With {@code ?whole=false} facts only. */
    private Response all(Request request) {
        boolean whole = !"false".equals(request.query().get("whole"));
        ArrayNode orders = Json.array();
        state.orders().forEach(order -> orders.add(OrderDump.write(order, whole)));
        return Response.json(orders);
    }

    /** Takes what a dump holds under {@code order}, as it is: with times of long ago, if need be. */
    private Response put(Request request) {
        try {
            state.place(List.of(OrderDump.read(request.jsonObject())));
            return Response.json(201, Json.object());
        } catch (JsonProcessingException e) {
            throw new Refusal(Response.message(400, e.getOriginalMessage()));
        }
    }

    /** Centra keeps its staff from changing a locked order; {@code "force": true} is stronger. */
    private Response edit(Request request) {
        CentraOrder order = order(request);
        ObjectNode edit = request.jsonObject();
        if (order.locked() && !edit.path("force").asBoolean()) {
            throw new Refusal(Response.message(409, "order " + order.number() + " is locked"));
        }
        CentraOrder edited = state.change(order.number(), now -> OrderEdit.apply(now, edit));
        if (edit.has("updatedAt")) {
            edited = state.backdate(
                    order.number(), instant(edit.path("updatedAt").asText()));
        }
        return Response.json(OrderDump.write(edited, true));
    }

    private Response delete(Request request) {
        state.delete(order(request).number());
        return Response.json(Json.object());
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new Refusal(Response.message(400, "updatedAt: must be like 2026-11-20T10:00:00Z"));
        }
    }

    private CentraOrder order(Request request) {
        String number = request.pathParameter("number");
        CentraOrder order = number.matches("\\d{1,9}") ? state.order(Integer.parseInt(number)) : null;
        if (order == null) {
            throw new Refusal(Response.message(404, "no order " + number));
        }
        return order;
    }
}
