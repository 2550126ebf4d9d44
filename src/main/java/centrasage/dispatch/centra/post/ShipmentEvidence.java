package centrasage.dispatch.centra.post;

import centrasage.centra.MadeShipment;
import centrasage.centra.ShippableOrder;
import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What was read before a shipment is made, and is kept with its intent.
 *
 * @param picked what is sent: quantities by the ids of the order's lines
 * @param seen the ids of the shipments that were there
 */
record ShipmentEvidence(Map<Long, Integer> picked, List<Long> seen) {
    ShipmentEvidence {
        picked = Map.copyOf(picked);
        seen = List.copyOf(seen);
    }

    static ShipmentEvidence of(Map<Long, Integer> picked, ShippableOrder order) {
        return new ShipmentEvidence(
                picked, order.shipments().stream().map(MadeShipment::id).toList());
    }

    /** Whether this one came since, holds the same and says of no despatch that it is made of it. */
    boolean mayBe(MadeShipment shipment) {
        return !seen.contains(shipment.id())
                && !shipment.isOfSage()
                && shipment.quantities().equals(picked);
    }

    String text() {
        JsonObjectBuilder quantities = Json.createObjectBuilder();
        new TreeMap<>(picked).forEach((line, quantity) -> quantities.add(Long.toString(line), quantity));
        return Json.createObjectBuilder()
                .add("picked", quantities)
                .add("seen", Json.createArrayBuilder(seen))
                .build()
                .toString();
    }

    /** @param text what {@link #text} has written */
    static ShipmentEvidence read(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonObject json = reader.readObject();
            JsonObject picked = json.getJsonObject("picked");
            return new ShipmentEvidence(
                    picked.keySet().stream().collect(Collectors.toMap(Long::valueOf, picked::getInt)),
                    json.getJsonArray("seen").getValuesAs(JsonNumber.class).stream()
                            .map(JsonNumber::longValueExact)
                            .toList());
        }
    }
}
