package centrasage.centra;

import centrasage.money.Money;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

/** A new shipment as JSON text for the store. */
public final class NewShipmentJson {
    private NewShipmentJson() {}

    public static String write(NewShipment shipment) {
        JsonArrayBuilder lines = Json.createArrayBuilder();
        shipment.lines()
                .forEach(line -> lines.add(Json.createObjectBuilder()
                        .add("product", line.product())
                        .add("quantity", line.quantity())
                        .add("from", Json.createArrayBuilder(line.from()))));
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("order", shipment.order())
                .add("despatch", shipment.despatch())
                .add("lines", lines)
                .add("along", Json.createArrayBuilder(shipment.along()))
                .add("carrier", shipment.tracking().carrier())
                .add("service", shipment.tracking().service())
                .add("tracking", shipment.tracking().number())
                .add("shippedAt", shipment.shippedAt().toString())
                .add("onAccount", shipment.onAccount())
                .add("amount", shipment.value().amount().toString())
                .add("currency", shipment.value().currency().getCurrencyCode());
        if (shipment.packages() != null) {
            json.add("packages", shipment.packages());
        }
        return json.build().toString();
    }

    /** @throws IllegalArgumentException when the text is not what {@link #write} writes */
    public static NewShipment read(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonObject json = reader.readObject();
            return new NewShipment(
                    json.getJsonNumber("order").longValueExact(),
                    json.getString("despatch"),
                    json.getJsonArray("lines").getValuesAs(JsonObject.class).stream()
                            .map(NewShipmentJson::line)
                            .toList(),
                    ids(json.getJsonArray("along")),
                    new Shipment.Tracking(
                            json.getString("carrier"), json.getString("service"), json.getString("tracking")),
                    json.containsKey("packages") ? json.getInt("packages") : null,
                    Instant.parse(json.getString("shippedAt")),
                    json.getBoolean("onAccount"),
                    Money.of(json.getString("amount"), json.getString("currency")));
        } catch (JsonException
                | NullPointerException
                | ClassCastException
                | DateTimeException
                | ArithmeticException
                | NumberFormatException e) {
            throw new IllegalArgumentException("the stored shipment cannot be read", e);
        }
    }

    private static NewShipment.Line line(JsonObject line) {
        return new NewShipment.Line(line.getString("product"), line.getInt("quantity"), ids(line.getJsonArray("from")));
    }

    private static List<Long> ids(JsonArray ids) {
        return ids.getValuesAs(JsonNumber.class).stream()
                .map(JsonNumber::longValueExact)
                .toList();
    }
}
