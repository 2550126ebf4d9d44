package centrasage.centra.client;

import centrasage.centra.DateTimeTz;
import centrasage.flow.TargetUnavailable;
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
    private OrderPages() {}

    static OrderPage read(JsonObject connection) throws TargetUnavailable {
        if (!connection.containsKey("edges") || !connection.containsKey("pageInfo")) {
            throw malformed("a page without orders and without its end");
        }
        List<RawOrder> orders = new ArrayList<>();
        for (JsonValue edge : connection.getJsonArray("edges")) {
            orders.add(raw(Envelope.object(edge.asJsonObject(), "node")));
        }
        JsonObject pageInfo = Envelope.object(connection, "pageInfo");
        String endCursor = pageInfo.get("endCursor") instanceof JsonString cursor ? cursor.getString() : null;
        return new OrderPage(orders, endCursor, pageInfo.getBoolean("hasNextPage", false));
    }

    /** An order without a number could not be staged, nor be missed later: the page is not taken. */
    private static RawOrder raw(JsonObject node) throws TargetUnavailable {
        if (!(node.get("number") instanceof JsonNumber number) || !number.isIntegral()) {
            throw malformed("an order without a number");
        }
        return new RawOrder(number.longValue(), updatedAt(node), node.toString());
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
