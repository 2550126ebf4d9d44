package centrasage.centra.client.wire;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What every answer of Centra is wrapped in: {@code data}, {@code errors}, {@code extensions}.
 *
 * @param sentAt by Centra's clock; null where the answer does not say
 */
public record Envelope(
        JsonObject data,
        List<GraphQlError> errors,
        JsonObject extensions,
        @Nullable Instant sentAt) {

    public Envelope {
        errors = List.copyOf(errors);
    }

    /** Personal data must not end in a log. */
    @Override
    public String toString() {
        return "Envelope[errors=" + errors + "]";
    }

    /** @throws JsonException when it is no envelope */
    static Envelope read(String text) {
        JsonObject whole = parse(text);
        if (!whole.containsKey("data") && !whole.containsKey("errors")) {
            throw new JsonException("it has neither data nor errors");
        }
        List<GraphQlError> errors = list(whole, "errors").map(GraphQlError::of).toList();
        return new Envelope(object(whole, "data"), errors, object(whole, "extensions"), null);
    }

    Envelope sentAt(@Nullable Instant moment) {
        return new Envelope(data, errors, extensions, moment);
    }

    /** What the request used up of the quota of complexity; 0 where Centra does not say. */
    long complexity() {
        return extensions.get("complexity") instanceof JsonNumber cost ? cost.longValue() : 0;
    }

    /** Fields and permissions that Centra will remove, in its own words. */
    List<String> deprecations() {
        return Stream.of("deprecatedFieldsUsed", "deprecatedPermissionsUsed")
                .flatMap(name -> list(extensions, name))
                .map(UserMessage::text)
                .toList();
    }

    /** The result of the mutation that was sent under this name. */
    Payload payload(String mutation) {
        JsonObject fields = object(data, mutation);
        return new Payload(
                fields,
                list(fields, "userErrors").map(UserMessage::of).toList(),
                list(fields, "userWarnings").map(UserMessage::of).toList());
    }

    /** JSON-P's limits of depth and digits surface as unchecked exceptions of several kinds: one kind leaves here. */
    private static JsonObject parse(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        } catch (JsonException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new JsonException("it is too deep or its numbers are too long", e);
        }
    }

    public static JsonObject object(JsonObject parent, String name) {
        return parent.get(name) instanceof JsonObject child ? child : JsonValue.EMPTY_JSON_OBJECT;
    }

    static Stream<JsonValue> list(JsonObject parent, String name) {
        return parent.get(name) instanceof JsonArray array ? array.stream() : Stream.empty();
    }
}
