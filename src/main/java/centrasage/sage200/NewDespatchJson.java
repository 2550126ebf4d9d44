package centrasage.sage200;

import centrasage.money.Money;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;

/** A new despatch as JSON text for the store, as {@link SalesOrderJson} is one of an order. */
public final class NewDespatchJson {
    private NewDespatchJson() {}

    public static String write(NewDespatch despatch) {
        JsonArrayBuilder lines = Json.createArrayBuilder();
        despatch.lines()
                .forEach(line -> lines.add(Json.createObjectBuilder()
                        .add("product", line.product())
                        .add("place", line.place())
                        .add("quantity", line.quantity().toString())
                        .add("warehouse", line.warehouse())));
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("company", despatch.company())
                .add("customerDocumentNo", despatch.customerDocumentNo())
                .add("number", despatch.number())
                .add("date", despatch.date().toString())
                .add("lines", lines)
                .add("courier", despatch.tracking().courier())
                .add("consignment", despatch.tracking().consignment())
                .add("amount", despatch.value().amount().toString())
                .add("currency", despatch.value().currency().getCurrencyCode());
        if (despatch.pieces() != null) {
            json.add("pieces", despatch.pieces());
        }
        return json.build().toString();
    }

    /** @throws IllegalArgumentException when the text is not what {@link #write} writes */
    public static NewDespatch read(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonObject json = reader.readObject();
            return new NewDespatch(
                    json.getString("company"),
                    json.getString("customerDocumentNo"),
                    json.getString("number"),
                    LocalDate.parse(json.getString("date")),
                    json.getJsonArray("lines").getValuesAs(JsonObject.class).stream()
                            .map(NewDespatchJson::line)
                            .toList(),
                    new NewDespatch.Tracking(json.getString("courier"), json.getString("consignment")),
                    json.containsKey("pieces") ? json.getInt("pieces") : null,
                    Money.of(json.getString("amount"), json.getString("currency")));
        } catch (JsonException
                | NullPointerException
                | ClassCastException
                | DateTimeException
                | NumberFormatException e) {
            throw new IllegalArgumentException("the stored despatch cannot be read", e);
        }
    }

    private static NewDespatch.Line line(JsonObject line) {
        return new NewDespatch.Line(
                line.getString("product"),
                line.getInt("place"),
                new BigDecimal(line.getString("quantity")),
                line.getString("warehouse"));
    }
}
