package centrasage.centra.client.wire;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An entry of {@code errors}: the request as a whole was not answered.
 *
 * @param category such as {@code authorization}; empty where Centra gives none
 * @param path where in the answer, such as {@code orderConnection.edges.3.node}; empty for the whole
 */
record GraphQlError(String message, String category, String path) {
    private static final Pattern PERMISSION = Pattern.compile("[A-Za-z]+(?:\\.[A-Za-z]+)*:(?:read|write)");

    static GraphQlError of(JsonValue value) {
        if (!(value instanceof JsonObject error)) {
            return new GraphQlError(value.toString(), "", "");
        }
        JsonValue extensions = error.getOrDefault("extensions", JsonValue.EMPTY_JSON_OBJECT);
        JsonValue category = extensions instanceof JsonObject object ? object.get("category") : null;
        return new GraphQlError(
                UserMessage.text(error.get("message")),
                UserMessage.text(category),
                UserMessage.path(error.get("path")));
    }

    /** The permission that the token lacks, such as {@code Order:read}. */
    Optional<String> missingPermission() {
        Matcher found = PERMISSION.matcher(message);
        return category.equals("authorization") && found.find() ? Optional.of(found.group()) : Optional.empty();
    }

    /** An accident inside Centra, which the next attempt may not meet; anything else would be refused again. */
    boolean passing() {
        return category.equals("internal");
    }

    @Override
    public String toString() {
        return path.isEmpty() ? message : message + " (at " + path + ")";
    }
}
