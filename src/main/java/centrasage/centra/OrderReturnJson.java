package centrasage.centra;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the text of one return, as {@code graphql/returns.graphql} selects it, into a value. Never throws for content. */
public final class OrderReturnJson {
    /** Ours: what Centra has no more says nothing itself. */
    private static final String GONE = "isGone";

    private OrderReturnJson() {}

    public static Parsed<OrderReturn> parse(String text) {
        return DocumentJson.parse(text, "return", OrderReturnJson::read);
    }

    /**
     * The last that is known of a return, and that Centra has it no more.
     *
     * @throws jakarta.json.JsonException when the text is no JSON object
     */
    public static String gone(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonObject last = reader.readObject();
            return Json.createObjectBuilder(last).add(GONE, true).build().toString();
        }
    }

    private static OrderReturn read(Fields made) {
        Fields order = made.object("order");
        Fields total = made.object("grandTotal");
        Fields warehouse = made.optionalObject("returnWarehouse");
        return new OrderReturn(
                made.integer("id"),
                order.integer("number"),
                order.time("createdAt"),
                made.time("createdAt"),
                made.text("returnStatus"),
                made.isTrue(GONE),
                made.flag("returnedToStock"),
                warehouse == null ? "" : warehouse.text("name").strip(),
                total.object("currency").text("code"),
                total.decimal("value"),
                made.amount("net"),
                made.list("lines", OrderReturnJson::line),
                totals(made.object("totals")));
    }

    private static OrderReturn.Line line(Fields line) {
        Fields orderLine = line.object("orderLine");
        Fields size = orderLine.optionalObject("productSize");
        return new OrderReturn.Line(
                line.integer("id"),
                orderLine.text("__typename"),
                size == null ? "" : stripped(size.optionalText("SKU")),
                line.count("quantity"),
                line.amount("gross"),
                line.amount("net"),
                orderLine.decimal("taxPercent"),
                OrderJson.taxes(line, "appliedTaxRules"));
    }

    private static OrderReturn.Totals totals(Fields totals) {
        return new OrderReturn.Totals(
                charge(totals, "shipping", "shippingTaxRules"),
                charge(totals, "handling", "handlingTaxRules"),
                charge(totals, "returnCost", "returnCostTaxRules"),
                charge(totals, "discounts", "discountTaxRules"));
    }

    private static OrderReturn.Charge charge(Fields totals, String value, String taxes) {
        return new OrderReturn.Charge(totals.amount(value), OrderJson.taxes(totals, taxes));
    }

    private static String stripped(@Nullable String text) {
        return Objects.requireNonNullElse(text, "").strip();
    }
}
