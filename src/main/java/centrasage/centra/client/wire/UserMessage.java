package centrasage.centra.client.wire;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A {@code UserError} (the mutation was rejected) or {@code UserWarning} (it was done, but not all of it). Centra gives
 * prose and no code.
 *
 * @param path where in the input, such as {@code input.lines.0}; empty for the whole
 */
record UserMessage(String message, String path) {

    static UserMessage of(JsonValue value) {
        return value instanceof JsonObject object
                ? new UserMessage(text(object.get("message")), path(object.get("path")))
                : new UserMessage(text(value), "");
    }

    static String text(@Nullable JsonValue value) {
        if (value == null || value.getValueType() == JsonValue.ValueType.NULL) {
            return "";
        }
        return value instanceof JsonString string ? string.getString() : value.toString();
    }

    /** The type of a path is not documented: a list of names and numbers, or one text. */
    static String path(@Nullable JsonValue value) {
        return value instanceof JsonArray segments
                ? segments.stream().map(UserMessage::text).collect(Collectors.joining("."))
                : text(value);
    }
}
