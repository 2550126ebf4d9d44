package centrasage.sage200;

import centrasage.sage200.NewSalesOrder.Line;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.List;

/** The amendment of an order as JSON text for the store, in our own form as {@link SalesOrderJson} is. */
public final class OrderAmendmentJson {
    private OrderAmendmentJson() {}

    public static String write(OrderAmendment amendment) {
        JsonArrayBuilder befores = Json.createArrayBuilder();
        amendment.befores().forEach(before -> befores.add(lines(before)));
        return Json.createObjectBuilder()
                .add("orderId", amendment.orderId())
                .add("documentNo", amendment.documentNo())
                .add("befores", befores)
                .add("order", SalesOrderJson.json(amendment.order()))
                .add("cancels", amendment.cancels())
                .build()
                .toString();
    }

    private static JsonArrayBuilder lines(List<Line> lines) {
        JsonArrayBuilder json = Json.createArrayBuilder();
        lines.forEach(line -> json.add(SalesOrderJson.line(line)));
        return json;
    }

    /** @throws IllegalArgumentException when the text is not what {@link #write} writes */
    public static OrderAmendment read(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonObject json = reader.readObject();
            return new OrderAmendment(
                    json.getJsonNumber("orderId").longValueExact(),
                    json.getString("documentNo"),
                    json.getJsonArray("befores").getValuesAs(JsonArray.class).stream()
                            .map(OrderAmendmentJson::lines)
                            .toList(),
                    SalesOrderJson.read(json.getJsonObject("order")),
                    json.getBoolean("cancels"));
        } catch (JsonException | NullPointerException | ClassCastException | ArithmeticException e) {
            // the text holds personal data and must not end in a log
            throw new IllegalArgumentException("the stored amendment of a sales order cannot be read", e);
        }
    }

    private static List<Line> lines(JsonArray json) {
        return json.getValuesAs(JsonObject.class).stream()
                .map(SalesOrderJson::line)
                .toList();
    }
}
