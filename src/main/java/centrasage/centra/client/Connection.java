package centrasage.centra.client;

import static jakarta.json.JsonValue.EMPTY_JSON_OBJECT;

import centrasage.centra.DateTimeTz;
import centrasage.centra.client.wire.Envelope;
import centrasage.flow.TargetUnavailable;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a relay connection. Its nodes are only looked at as far as staging needs: who, and how new.
 *
 * @param words what its nodes are, such as {@code orders}
 */
record Connection(
        String words, List<JsonObject> nodes, @Nullable String endCursor, boolean hasNextPage) {
    private static final int LONG_DIGITS = 18;

    /**
     * @param afterCursor what the page was asked after: where it ends there again, it would be read for ever
     * @throws TargetUnavailable for what is no page: taking what is not said for "no more" would lose everything after it
     */
    static Connection read(JsonObject connection, String words, @Nullable String afterCursor) throws TargetUnavailable {
        JsonValue hasNextPage = Envelope.object(connection, "pageInfo").get("hasNextPage");
        boolean more = JsonValue.TRUE.equals(hasNextPage);
        if (!(connection.get("edges") instanceof JsonArray edges) || !(more || JsonValue.FALSE.equals(hasNextPage))) {
            throw malformed("a page without " + words + " or without its end");
        }
        List<JsonObject> nodes = new ArrayList<>();
        for (JsonValue edge : edges) {
            nodes.add(edge instanceof JsonObject object ? Envelope.object(object, "node") : EMPTY_JSON_OBJECT);
        }
        String cursor = Envelope.object(connection, "pageInfo").get("endCursor") instanceof JsonString text
                ? text.getString()
                : null;
        if (more && (cursor == null || cursor.equals(afterCursor))) {
            throw new TargetUnavailable("Centra says that more " + words + " follow and does not say where (cursor "
                    + cursor + "): nothing more is read in this run; if it lasts, ask Centra's support");
        }
        return new Connection(words, nodes, cursor, more);
    }

    /** Of a node whose number is its key. */
    static long number(JsonObject node, String word) throws TargetUnavailable {
        if (node.get("number") instanceof JsonNumber number
                && number.isIntegral()
                && number.bigDecimalValue().precision() <= LONG_DIGITS) {
            return number.longValue();
        }
        throw malformed(word + " without a number");
    }

    /** Null where that cannot be read. */
    static @Nullable Instant updatedAt(JsonObject node) {
        JsonValue touched = node.get("updatedAt") instanceof JsonString text ? text : node.get("createdAt");
        return touched instanceof JsonString text
                ? DateTimeTz.parse(text.getString()).orElse(null)
                : null;
    }

    /** The node without the moment of change. */
    static String content(JsonObject node) {
        return Json.createObjectBuilder(node).remove("updatedAt").build().toString();
    }

    static TargetUnavailable malformed(String what) {
        return new TargetUnavailable(
                "Centra sent " + what + ": its API answers otherwise than documented, or centra.url"
                        + " does not lead to Centra; nothing of this page is taken, send this text to whoever maintains"
                        + " centra-sage200");
    }
}
