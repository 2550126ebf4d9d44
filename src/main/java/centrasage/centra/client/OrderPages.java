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

/** Takes a relay connection apart. Its nodes are only looked at as far as staging needs: who, and how new. */
final class OrderPages {
    private static final int LONG_DIGITS = 18;

    private OrderPages() {}

    static OrderPage read(JsonObject connection, @Nullable Instant sentAt) throws TargetUnavailable {
        JsonValue hasNextPage = Envelope.object(connection, "pageInfo").get("hasNextPage");
        boolean more = JsonValue.TRUE.equals(hasNextPage);
        // Taking what is not said for "no more" would lose every order after it.
        if (!(connection.get("edges") instanceof JsonArray edges) || !(more || JsonValue.FALSE.equals(hasNextPage))) {
            throw malformed("a page without orders or without its end");
        }
        List<RawOrder> orders = new ArrayList<>();
        for (JsonValue edge : edges) {
            orders.add(raw(edge instanceof JsonObject object ? Envelope.object(object, "node") : EMPTY_JSON_OBJECT));
        }
        return new OrderPage(orders, endCursor(connection), more, sentAt);
    }

    private static @Nullable String endCursor(JsonObject connection) {
        JsonValue cursor = Envelope.object(connection, "pageInfo").get("endCursor");
        return cursor instanceof JsonString text ? text.getString() : null;
    }

    /** An order without a number could not be staged, nor be missed later: the page is not taken. */
    private static RawOrder raw(JsonObject node) throws TargetUnavailable {
        if (node.get("number") instanceof JsonNumber number
                && number.isIntegral()
                && number.bigDecimalValue().precision() <= LONG_DIGITS) {
            String content =
                    Json.createObjectBuilder(node).remove("updatedAt").build().toString();
            return new RawOrder(number.longValue(), updatedAt(node), node.toString(), content);
        }
        throw malformed("an order without a number");
    }

    private static @Nullable Instant updatedAt(JsonObject node) {
        JsonValue touched = node.get("updatedAt") instanceof JsonString text ? text : node.get("createdAt");
        return touched instanceof JsonString text
                ? DateTimeTz.parse(text.getString()).orElse(null)
                : null;
    }

    private static TargetUnavailable malformed(String what) {
        return new TargetUnavailable(
                "Centra sent " + what + ": its API answers otherwise than documented, or centra.url"
                        + " does not lead to Centra; nothing of this page is taken, send this text to whoever maintains"
                        + " centra-sage200");
    }
}
