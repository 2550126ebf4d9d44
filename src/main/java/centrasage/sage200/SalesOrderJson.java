package centrasage.sage200;

import centrasage.money.Money;
import centrasage.sage200.NewSalesOrder.DeliveryAddress;
import centrasage.sage200.NewSalesOrder.Line;
import centrasage.sage200.NewSalesOrder.LineType;
import centrasage.sage200.NewSalesOrder.Rounding;
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
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A new sales order as JSON text for the store, in codes: what is read is equal to what was written, to the last decimal.
 * This is our own form, not Sage's; amounts are strings, so that no reader in between can take them for floating-point.
 */
public final class SalesOrderJson {
    private SalesOrderJson() {}

    public static String write(NewSalesOrder order) {
        return json(order).build().toString();
    }

    static JsonObjectBuilder json(NewSalesOrder order) {
        JsonArrayBuilder lines = Json.createArrayBuilder();
        order.lines().forEach(line -> lines.add(line(line)));
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("company", order.company())
                .add("customer", order.customer())
                .add("customerDocumentNo", order.customerDocumentNo())
                .add("documentDate", order.documentDate().toString())
                .add("deliveryAddress", address(order.deliveryAddress()))
                .add("fields", fields(order.fields()))
                .add("lines", lines)
                .add("total", money(order.total()))
                .add("vat", money(order.vat()));
        if (order.rounding() != null) {
            json.add("rounding", rounding(order.rounding()));
        }
        return json;
    }

    /** @throws IllegalArgumentException when the text is not what {@link #write} writes */
    public static NewSalesOrder read(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return read(reader.readObject());
        } catch (JsonException
                | NullPointerException
                | ClassCastException
                | DateTimeException
                | NumberFormatException e) {
            // the text holds personal data and must not end in a log
            throw new IllegalArgumentException("the stored sales order cannot be read", e);
        }
    }

    static NewSalesOrder read(JsonObject json) {
        return new NewSalesOrder(
                json.getString("company"),
                json.getString("customer"),
                json.getString("customerDocumentNo"),
                LocalDate.parse(json.getString("documentDate")),
                address(json.getJsonObject("deliveryAddress")),
                fields(json),
                json.getJsonArray("lines").getValuesAs(JsonObject.class).stream()
                        .map(SalesOrderJson::line)
                        .toList(),
                money(json.getJsonObject("total")),
                money(json.getJsonObject("vat")),
                json.containsKey("rounding") ? rounding(json.getJsonObject("rounding")) : null);
    }

    private static JsonObjectBuilder rounding(Rounding rounding) {
        return Json.createObjectBuilder()
                .add("line", line(rounding.line()))
                .add("least", rounding.least().toString())
                .add("most", rounding.most().toString());
    }

    private static Rounding rounding(JsonObject json) {
        return new Rounding(
                line(json.getJsonObject("line")),
                new BigDecimal(json.getString("least")),
                new BigDecimal(json.getString("most")));
    }

    static JsonObjectBuilder line(Line line) {
        JsonObjectBuilder json =
                Json.createObjectBuilder().add("type", line.type().name());
        text(json, "code", line.code());
        text(json, "description", line.description());
        text(json, "warehouse", line.warehouse());
        json.add("quantity", line.quantity().toString())
                .add("toAllocate", line.toAllocate().toString())
                .add("unitPrice", line.unitPrice().toString());
        if (line.taxCode() != null) {
            json.add("taxCode", line.taxCode());
        }
        text(json, "nominal", line.nominal());
        if (!line.fields().isEmpty()) {
            json.add("fields", fields(line.fields()));
        }
        return json;
    }

    static Line line(JsonObject json) {
        return new Line(
                LineType.valueOf(json.getString("type")),
                text(json, "code"),
                text(json, "description"),
                text(json, "warehouse"),
                new BigDecimal(json.getString("quantity")),
                new BigDecimal(json.getString("toAllocate")),
                new BigDecimal(json.getString("unitPrice")),
                json.containsKey("taxCode") ? json.getInt("taxCode") : null,
                text(json, "nominal"),
                fields(json));
    }

    private static JsonObjectBuilder fields(Map<String, String> fields) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        new TreeMap<>(fields).forEach(json::add);
        return json;
    }

    /** What an older version wrote has none. */
    private static Map<String, String> fields(JsonObject json) {
        Map<String, String> fields = new TreeMap<>();
        if (json.containsKey("fields")) {
            JsonObject object = json.getJsonObject("fields");
            object.keySet().forEach(name -> fields.put(name, object.getString(name)));
        }
        return fields;
    }

    private static JsonObjectBuilder address(DeliveryAddress address) {
        return Json.createObjectBuilder()
                .add("postalName", address.postalName())
                .add("address1", address.address1())
                .add("address2", address.address2())
                .add("address3", address.address3())
                .add("address4", address.address4())
                .add("city", address.city())
                .add("county", address.county())
                .add("postcode", address.postcode())
                .add("countryCode", address.countryCode())
                .add("contact", address.contact())
                .add("telephone", address.telephone())
                .add("email", address.email())
                .add("taxNumber", address.taxNumber());
    }

    private static DeliveryAddress address(JsonObject json) {
        return new DeliveryAddress(
                json.getString("postalName"),
                json.getString("address1"),
                json.getString("address2"),
                json.getString("address3"),
                json.getString("address4"),
                json.getString("city"),
                json.getString("county"),
                json.getString("postcode"),
                json.getString("countryCode"),
                json.getString("contact"),
                json.getString("telephone"),
                json.getString("email"),
                json.getString("taxNumber"));
    }

    static JsonObjectBuilder money(Money money) {
        return Json.createObjectBuilder()
                .add("amount", money.amount().toPlainString())
                .add("currency", money.currency().getCurrencyCode());
    }

    static Money money(JsonObject json) {
        return Money.of(json.getString("amount"), json.getString("currency"));
    }

    private static void text(JsonObjectBuilder json, String name, @Nullable String value) {
        if (value != null) {
            json.add(name, value);
        }
    }

    private static @Nullable String text(JsonObject json, String name) {
        return json.containsKey(name) ? json.getString(name) : null;
    }
}
