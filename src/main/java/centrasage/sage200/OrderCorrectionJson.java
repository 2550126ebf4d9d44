package centrasage.sage200;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;

/** The correction of an order as JSON text for the store, in our own form as {@link SalesOrderJson} is. */
public final class OrderCorrectionJson {
    private OrderCorrectionJson() {}

    public static String write(OrderCorrection correction) {
        return Json.createObjectBuilder()
                .add("company", correction.company())
                .add("orderId", correction.orderId())
                .add("documentNo", correction.documentNo())
                .add("customer", correction.customer())
                .add("seen", SalesOrderJson.money(correction.seen()))
                .add("meant", SalesOrderJson.money(correction.meant()))
                .add("sent", SalesOrderJson.line(correction.sent()))
                .add("line", SalesOrderJson.line(correction.line()))
                .build()
                .toString();
    }

    /** @throws IllegalArgumentException when the text is not what {@link #write} writes */
    public static OrderCorrection read(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonObject json = reader.readObject();
            return new OrderCorrection(
                    json.getString("company"),
                    json.getJsonNumber("orderId").longValueExact(),
                    json.getString("documentNo"),
                    json.getString("customer"),
                    SalesOrderJson.money(json.getJsonObject("seen")),
                    SalesOrderJson.money(json.getJsonObject("meant")),
                    SalesOrderJson.line(json.getJsonObject("sent")),
                    SalesOrderJson.line(json.getJsonObject("line")));
        } catch (JsonException | NullPointerException | ClassCastException | ArithmeticException e) {
            throw new IllegalArgumentException("the stored correction of a sales order cannot be read", e);
        }
    }
}
