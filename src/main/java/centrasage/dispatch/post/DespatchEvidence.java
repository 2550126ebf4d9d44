package centrasage.dispatch.post;

import centrasage.sage200.Despatch;
import centrasage.sage200.OpenOrder;
import centrasage.sage200.client.SageDespatches.Picked;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What was read before a despatch is sent, and is kept with its intent: which lines it takes, and how much was despatched of every
 * line of the order. So equal part shipments and a user's own despatch are told apart afterwards.
 *
 * @param picked what is sent
 * @param despatched by the id of the order's line, in the units in which it was ordered
 * @param seen the ids of the despatches that were there
 */
record DespatchEvidence(Picked picked, Map<Long, BigDecimal> despatched, List<Long> seen) {
    DespatchEvidence {
        despatched = Map.copyOf(despatched);
        seen = List.copyOf(seen);
    }

    static DespatchEvidence of(Picked picked, OpenOrder order, Collection<Despatch> despatches) {
        return new DespatchEvidence(
                picked,
                order.lines().stream().collect(Collectors.toMap(OpenOrder.Line::id, OpenOrder.Line::despatched)),
                despatches.stream().map(Despatch::id).sorted().toList());
    }

    /** Whether more of any line is despatched now than then, but by despatches that explain themselves. */
    boolean moved(OpenOrder order, Collection<Despatch> explained) {
        return order.lines().stream().anyMatch(line -> {
            BigDecimal before = despatched.getOrDefault(line.id(), BigDecimal.ZERO);
            BigDecimal since = explained.stream()
                    .filter(despatch -> !seen.contains(despatch.id()))
                    .map(despatch -> despatch.quantities().getOrDefault(line.id(), BigDecimal.ZERO))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            return line.despatched().compareTo(before.add(since)) > 0;
        });
    }

    String text() {
        JsonObjectBuilder seenBefore = Json.createObjectBuilder()
                .add("order", picked.order())
                .add("picked", quantities(picked.quantities()))
                .add("despatched", quantities(despatched))
                .add("seen", Json.createArrayBuilder(seen));
        return seenBefore.build().toString();
    }

    private static JsonObjectBuilder quantities(Map<Long, BigDecimal> quantities) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        new TreeMap<>(quantities).forEach((line, quantity) -> json.add(Long.toString(line), quantity.toPlainString()));
        return json;
    }

    /** @param text what {@link #text} has written */
    static DespatchEvidence read(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonObject json = reader.readObject();
            return new DespatchEvidence(
                    new Picked(json.getJsonNumber("order").longValueExact(), quantities(json.getJsonObject("picked"))),
                    quantities(json.getJsonObject("despatched")),
                    json.getJsonArray("seen").getValuesAs(jakarta.json.JsonNumber.class).stream()
                            .map(jakarta.json.JsonNumber::longValue)
                            .toList());
        }
    }

    private static Map<Long, BigDecimal> quantities(JsonObject json) {
        return json.keySet().stream()
                .collect(Collectors.toMap(Long::valueOf, line -> new BigDecimal(json.getString(line))));
    }
}
