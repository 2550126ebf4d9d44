package centrasage.sage200;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Other tracking as JSON text for the store: that of its despatch, with one field more. */
public final class TrackingAmendmentJson {
    private static final String BEFORE = "carriersBefore";

    private TrackingAmendmentJson() {}

    public static String write(TrackingAmendment amendment) {
        return Json.createObjectBuilder(object(NewDespatchJson.write(amendment.despatch())))
                .add(BEFORE, Json.createArrayBuilder(new TreeSet<>(amendment.carriersBefore())))
                .build()
                .toString();
    }

    /**
     * What was written before there were such carriers has none.
     *
     * @throws IllegalArgumentException when the text is not what {@link #write} writes
     */
    public static TrackingAmendment read(String text) {
        NewDespatch despatch = NewDespatchJson.read(text);
        try {
            JsonObject json = object(text);
            return new TrackingAmendment(
                    despatch, json.containsKey(BEFORE) ? texts(json.getJsonArray(BEFORE)) : Set.of());
        } catch (JsonException | ClassCastException e) {
            throw new IllegalArgumentException("the stored tracking cannot be read", e);
        }
    }

    private static Set<String> texts(JsonArray array) {
        return array.getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .collect(Collectors.toSet());
    }

    private static JsonObject object(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
