package centrasage.simulator.centra.shipping;

import centrasage.simulator.centra.shipment.Parcel;
import centrasage.simulator.centra.shipment.Warehouse;
import centrasage.simulator.http.Refusal;
import centrasage.simulator.http.Response;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the warehouse is told to do, as JSON. */
record ShipmentOrder(ObjectNode json) {
    int order() {
        return json.path("order").asInt();
    }

    /** By line; empty where nothing is said. */
    Map<Integer, Integer> quantities() {
        Map<Integer, Integer> quantities = new TreeMap<>();
        for (JsonNode line : json.path("lines")) {
            quantities.merge(line.path("line").asInt(), line.path("quantity").asInt(1), Integer::sum);
        }
        return quantities;
    }

    Parcel parcel() {
        return new Parcel(
                text("carrier"),
                text("service"),
                json.has("packages") ? json.path("packages").asInt() : null,
                text("tracking"),
                text("returnTracking"));
    }

    @Nullable
    Warehouse warehouse() {
        String name = text("warehouse");
        return name == null ? null : Warehouse.named(name);
    }

    boolean flag(String name, boolean otherwise) {
        return json.path(name).asBoolean(otherwise);
    }

    Instant shippedAt(Instant otherwise) {
        String text = text("shippedAt");
        try {
            return text == null ? otherwise : Instant.parse(text);
        } catch (DateTimeException e) {
            throw new Refusal(Response.message(400, "shippedAt: must be like 2026-11-20T10:00:00Z"));
        }
    }

    private @Nullable String text(String name) {
        return json.path(name).textValue();
    }
}
