package centrasage.centra;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the text of one staged document. Never throws for content. */
final class DocumentJson {
    private DocumentJson() {}

    /** @param word what people call such a document, such as {@code order} */
    static <T> Parsed<T> parse(String text, String word, Function<Fields, T> reading) {
        Faults faults = new Faults(word);
        JsonObject object = object(text, faults);
        T document = object == null ? null : reading.apply(new Fields(object, "", faults));
        return document == null || !faults.reasons().isEmpty()
                ? new Parsed.Unreadable<>(faults.reasons())
                : new Parsed.Readable<>(document);
    }

    private static @Nullable JsonObject object(String text, Faults faults) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonValue value = reader.readValue();
            if (value instanceof JsonObject object) {
                return object;
            }
            faults.unreadable("it is no JSON object");
        } catch (
                RuntimeException
                        e) { // JSON-P signals nesting and digits beyond its limits with unchecked kinds of its own
            faults.unreadable("it is no JSON text");
        }
        return null;
    }
}
