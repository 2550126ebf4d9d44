package centrasage.console.mappings.impact;

import centrasage.money.Money;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An impact as JSON text for the store: what is read is equal to what was written. */
final class ImpactJson {
    private ImpactJson() {}

    static String write(Impact impact) {
        Impact.Counts counts = impact.counts();
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("base", impact.base())
                .add("days", impact.days())
                .add("at", impact.at().toString())
                .add("more", impact.more())
                .add("orders", counts.orders())
                .add("payments", counts.payments())
                .add("wouldPost", counts.postable())
                .add("wouldHold", counts.held())
                .add("changed", counts.changed())
                .add("reasons", counts.reasons())
                .add("inSage", counts.inSage())
                .add("postable", array(impact.postable(), money -> Json.createValue(money.toString())))
                .add("held", array(impact.held(), money -> Json.createValue(money.toString())))
                .add("documents", array(impact.documents(), ImpactJson::json))
                .add("totals", array(impact.totals(), ImpactJson::json))
                .add("notes", array(impact.notes(), Json::createValue));
        put(json, "sageReadAt", impact.sageReadAt());
        return json.build().toString();
    }

    private static <T> JsonArrayBuilder array(Collection<T> items, Function<T, JsonValue> change) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        items.stream().map(change).forEach(array::add);
        return array;
    }

    private static void put(JsonObjectBuilder json, String name, @Nullable Object value) {
        if (value != null) {
            json.add(name, value.toString());
        }
    }

    private static JsonValue json(Impact.Document document) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("effect", document.effect().name())
                .add("kind", document.kind())
                .add("number", document.number())
                .add("order", document.order())
                .add("amount", document.amount().toString())
                .add(
                        "fields",
                        array(
                                document.fields(),
                                field -> Json.createObjectBuilder()
                                        .add("name", field.name())
                                        .add("before", field.before())
                                        .add("after", field.after())
                                        .build()));
        put(json, "target", document.targetNumber());
        return json.build();
    }

    private static JsonValue json(Impact.Total total) {
        return Json.createObjectBuilder()
                .add("company", total.company())
                .add("what", total.what())
                .add("code", total.code())
                .add("inSage", total.inSage())
                .add("before", total.before().toString())
                .add("after", total.after().toString())
                .build();
    }

    static Impact read(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return impact(reader.readObject());
        }
    }

    private static Impact impact(JsonObject json) {
        return new Impact(
                json.getInt("base"),
                json.getInt("days"),
                Instant.parse(json.getString("at")),
                json.containsKey("sageReadAt") ? Instant.parse(json.getString("sageReadAt")) : null,
                json.getBoolean("more"),
                new Impact.Counts(
                        json.getInt("orders"),
                        json.getInt("payments"),
                        json.getInt("wouldPost"),
                        json.getInt("wouldHold"),
                        json.getInt("changed"),
                        json.getInt("reasons"),
                        json.getInt("inSage")),
                texts(json, "postable").stream().map(ImpactJson::money).toList(),
                texts(json, "held").stream().map(ImpactJson::money).toList(),
                json.getJsonArray("documents").getValuesAs(JsonObject.class).stream()
                        .map(ImpactJson::document)
                        .toList(),
                json.getJsonArray("totals").getValuesAs(JsonObject.class).stream()
                        .map(ImpactJson::total)
                        .toList(),
                texts(json, "notes"));
    }

    private static List<String> texts(JsonObject json, String name) {
        return json.getJsonArray(name).getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .toList();
    }

    private static Impact.Document document(JsonObject json) {
        return new Impact.Document(
                Impact.Effect.valueOf(json.getString("effect")),
                json.getString("kind"),
                json.getString("number"),
                json.getString("order"),
                json.getString("target", null),
                money(json.getString("amount")),
                json.getJsonArray("fields").getValuesAs(JsonObject.class).stream()
                        .map(field -> new Impact.Field(
                                field.getString("name"), field.getString("before"), field.getString("after")))
                        .toList());
    }

    private static Impact.Total total(JsonObject json) {
        return new Impact.Total(
                json.getString("company"),
                json.getString("what"),
                json.getString("code"),
                json.getBoolean("inSage"),
                money(json.getString("before")),
                money(json.getString("after")));
    }

    /** {@code GBP 12.00}, or {@code 12.00 GBP}, as {@link Money} writes it. */
    private static Money money(String text) {
        String[] parts = text.split(" ", 2);
        boolean isFirst = parts[0].matches("[A-Z]{3}");
        return Money.of(isFirst ? parts[1] : parts[0], isFirst ? parts[0] : parts[1]);
    }
}
