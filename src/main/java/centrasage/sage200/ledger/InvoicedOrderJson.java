package centrasage.sage200.ledger;

import centrasage.sage200.SalesOrderJson;
import centrasage.sage200.ledger.InvoicedOrder.Charged;
import centrasage.sage200.ledger.InvoicedOrder.Kind;
import centrasage.sage200.ledger.InvoicedOrder.Origin;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** An invoiced order as JSON text for the store: that of its sales order, which {@link SalesOrderJson} reads too, and one member more. */
public final class InvoicedOrderJson {
    private static final String PARTS = "charged";

    private InvoicedOrderJson() {}

    public static String write(InvoicedOrder invoiced) {
        JsonArrayBuilder parts = Json.createArrayBuilder();
        invoiced.parts().forEach(part -> parts.add(json(part)));
        return Json.createObjectBuilder(object(SalesOrderJson.write(invoiced.order())))
                .add(PARTS, parts)
                .build()
                .toString();
    }

    /** @throws IllegalArgumentException when the text is not what {@link #write} writes */
    public static InvoicedOrder read(String text) {
        try {
            return new InvoicedOrder(
                    SalesOrderJson.read(text), object(text).getJsonArray(PARTS).getValuesAs(InvoicedOrderJson::part));
        } catch (JsonException | NullPointerException | ClassCastException | NumberFormatException e) {
            throw new IllegalArgumentException("the stored order cannot be read", e);
        }
    }

    private static JsonObject object(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    private static JsonObjectBuilder json(Charged part) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("kind", part.origin().kind().name())
                .add("line", part.origin().line())
                .add("quantity", part.quantity())
                .add("gross", part.gross().toPlainString())
                .add("vat", part.vat().toPlainString())
                .add("taxCode", part.taxCode());
        return part.nominal() == null ? json : json.add("nominal", part.nominal());
    }

    private static Charged part(JsonObject json) {
        return new Charged(
                new Origin(
                        Kind.valueOf(json.getString("kind")),
                        json.getJsonNumber("line").longValueExact()),
                json.getInt("quantity"),
                new BigDecimal(json.getString("gross")),
                new BigDecimal(json.getString("vat")),
                json.getInt("taxCode"),
                nominal(json));
    }

    private static @Nullable String nominal(JsonObject json) {
        return json.containsKey("nominal") ? json.getString("nominal") : null;
    }
}
