package centrasage.settlements.store;

import centrasage.money.Money;
import centrasage.settlements.file.BatchSums;
import centrasage.settlements.file.FeeKind;
import centrasage.settlements.file.LineKind;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The sums of a batch as JSON text for the store. */
final class BatchSumsJson {
    private BatchSumsJson() {}

    static String write(BatchSums sums) {
        return json(sums).build().toString();
    }

    private static JsonObjectBuilder json(BatchSums sums) {
        JsonObjectBuilder own = Json.createObjectBuilder();
        new TreeMap<>(sums.own()).forEach((kind, amount) -> own.add(kind.name(), plain(amount)));
        JsonObjectBuilder fees = Json.createObjectBuilder();
        new TreeMap<>(sums.fees()).forEach((kind, amount) -> fees.add(kind.name(), plain(amount)));
        JsonObjectBuilder exchanged = Json.createObjectBuilder();
        new TreeMap<>(sums.exchanged())
                .forEach((currency, each) -> exchanged.add(
                        currency,
                        Json.createObjectBuilder()
                                .add("gross", plain(each.gross()))
                                .add("worth", plain(each.worth()))));
        JsonObjectBuilder json =
                Json.createObjectBuilder().add("own", own).add("fees", fees).add("exchanged", exchanged);
        if (!sums.months().isEmpty()) {
            JsonObjectBuilder months = Json.createObjectBuilder();
            sums.months().forEach((day, month) -> months.add(day.toString(), json(month)));
            json.add("months", months);
        }
        return json;
    }

    private static String plain(Money amount) {
        return amount.amount().toPlainString();
    }

    /** @param currency of the batch */
    static BatchSums read(String text, String currency) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return sums(reader.readObject(), currency);
        }
    }

    private static BatchSums sums(JsonObject json, String currency) {
        Map<LineKind, Money> own = new EnumMap<>(LineKind.class);
        JsonObject kinds = json.getJsonObject("own");
        kinds.keySet().forEach(kind -> own.put(LineKind.valueOf(kind), Money.of(kinds.getString(kind), currency)));
        Map<FeeKind, Money> fees = new EnumMap<>(FeeKind.class);
        JsonObject kept = json.getJsonObject("fees");
        kept.keySet().forEach(kind -> fees.put(FeeKind.valueOf(kind), Money.of(kept.getString(kind), currency)));
        Map<String, BatchSums.Exchanged> exchanged = new TreeMap<>();
        JsonObject others = json.getJsonObject("exchanged");
        for (String other : others.keySet()) {
            JsonObject each = others.getJsonObject(other);
            exchanged.put(
                    other,
                    new BatchSums.Exchanged(
                            Money.of(each.getString("gross"), other), Money.of(each.getString("worth"), currency)));
        }
        SortedMap<LocalDate, BatchSums> months = new TreeMap<>();
        JsonObject byDay = json.containsKey("months") ? json.getJsonObject("months") : JsonValue.EMPTY_JSON_OBJECT;
        byDay.keySet().forEach(day -> months.put(LocalDate.parse(day), sums(byDay.getJsonObject(day), currency)));
        return new BatchSums(own, fees, exchanged, months);
    }
}
