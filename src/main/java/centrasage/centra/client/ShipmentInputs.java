package centrasage.centra.client;

import centrasage.centra.MadeShipment;
import centrasage.centra.NewShipment;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;
import java.util.TreeMap;

/**
 * The variables of the mutations of a shipment.
 *
 * @param email whether Centra tells the customer that the parcel has left
 * @param onAccountIsPaid whether a shipment on account counts as paid when it is released: there is nothing to capture
 */
public record ShipmentInputs(boolean email, boolean onAccountIsPaid) {

    JsonObjectBuilder create(NewShipment shipment, Map<Long, Integer> picked) {
        JsonArrayBuilder lines = Json.createArrayBuilder();
        new TreeMap<>(picked)
                .forEach((line, quantity) -> lines.add(Json.createObjectBuilder()
                        .add("orderLine", Json.createObjectBuilder().add("id", line))
                        .add("quantity", quantity)));
        JsonObjectBuilder input = Json.createObjectBuilder()
                .add("order", Json.createObjectBuilder().add("number", shipment.order()))
                .add("lines", lines)
                .add("additionalMessage", MadeShipment.message(shipment.despatch()));
        return Json.createObjectBuilder().add("input", input);
    }

    JsonObjectBuilder advance(ShipmentStep step, NewShipment shipment) {
        JsonObjectBuilder variables = Json.createObjectBuilder();
        return switch (step) {
            case RELEASE -> variables.add("input", release(shipment));
            case COMPLETE -> variables.add("input", complete(shipment));
            case CREATE, CAPTURE -> variables;
        };
    }

    private JsonObjectBuilder release(NewShipment shipment) {
        JsonObjectBuilder input = Json.createObjectBuilder()
                .add("isGoodToGo", true)
                .add("externalId", shipment.despatch())
                .add("shipmentInfo", info(shipment));
        return shipment.onAccount() && onAccountIsPaid ? input.add("isPaid", true) : input;
    }

    private JsonObjectBuilder complete(NewShipment shipment) {
        return Json.createObjectBuilder()
                .add("shippedAt", shipment.shippedAt().toString())
                .add("sendEmail", email)
                .add("shipmentInfo", info(shipment));
    }

    /** What is not known is left out, so that it takes nothing away. */
    private static JsonObjectBuilder info(NewShipment shipment) {
        JsonObjectBuilder info = Json.createObjectBuilder();
        Map<String, String> known = Map.of(
                "carrier", shipment.tracking().carrier(),
                "service", shipment.tracking().service(),
                "trackingNumber", shipment.tracking().number());
        new TreeMap<>(known).forEach((name, value) -> {
            if (!value.isEmpty()) {
                info.add(name, value);
            }
        });
        if (shipment.packages() != null) {
            info.add("packagesNumber", shipment.packages());
        }
        return info;
    }
}
