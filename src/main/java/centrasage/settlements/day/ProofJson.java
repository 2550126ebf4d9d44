package centrasage.settlements.day;

import centrasage.money.Money;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was open in a bank as JSON text for the store.
 *
 * @param parts as in {@link ClearingDay}
 */
record ProofJson(
        List<ClearingDay.Part> parts,
        Map<String, Money> ages,
        @Nullable LocalDate oldest,
        ClearingDay.@Nullable Base base) {

    static String write(ClearingDay day) {
        JsonObjectBuilder ages = Json.createObjectBuilder();
        new TreeMap<>(day.ages()).forEach((age, amount) -> ages.add(age, plain(amount)));
        JsonObjectBuilder json =
                Json.createObjectBuilder().add("parts", parts(day.parts())).add("ages", ages);
        LocalDate oldest = day.oldest();
        if (oldest != null) {
            json.add("oldest", oldest.toString());
        }
        ClearingDay.Base base = day.base();
        if (base != null) {
            json.add(
                    "base",
                    Json.createObjectBuilder()
                            .add("currency", base.ledger().currency().getCurrencyCode())
                            .add("ledger", plain(base.ledger()))
                            .add("open", plain(base.open()))
                            .add("unknown", base.unknown())
                            .add("proven", base.proven())
                            .add("parts", parts(base.parts())));
        }
        return json.build().toString();
    }

    private static JsonArrayBuilder parts(List<ClearingDay.Part> parts) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        parts.forEach(part -> array.add(Json.createObjectBuilder()
                .add("kind", part.kind())
                .add("count", part.count())
                .add("amount", plain(part.amount()))));
        return array;
    }

    private static String plain(Money amount) {
        return amount.amount().toPlainString();
    }

    /** @param currency of the bank */
    static ProofJson read(String text, String currency) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonObject json = reader.readObject();
            Map<String, Money> ages = new TreeMap<>();
            JsonObject byAge = json.getJsonObject("ages");
            byAge.keySet().forEach(age -> ages.put(age, Money.of(byAge.getString(age), currency)));
            return new ProofJson(
                    parts(json, currency),
                    ages,
                    json.containsKey("oldest") ? LocalDate.parse(json.getString("oldest")) : null,
                    json.containsKey("base") ? base(json.getJsonObject("base")) : null);
        }
    }

    private static ClearingDay.Base base(JsonObject json) {
        String currency = json.getString("currency");
        return new ClearingDay.Base(
                Money.of(json.getString("ledger"), currency),
                Money.of(json.getString("open"), currency),
                json.getJsonNumber("unknown").longValue(),
                json.getBoolean("proven"),
                parts(json, currency));
    }

    private static List<ClearingDay.Part> parts(JsonObject json, String currency) {
        return json.getJsonArray("parts").getValuesAs(JsonObject.class).stream()
                .map(part -> new ClearingDay.Part(
                        part.getString("kind"),
                        part.getJsonNumber("count").longValue(),
                        Money.of(part.getString("amount"), currency)))
                .toList();
    }
}
