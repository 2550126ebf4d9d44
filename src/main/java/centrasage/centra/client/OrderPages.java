package centrasage.centra.client;

import centrasage.flow.TargetUnavailable;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes a page of orders apart. */
final class OrderPages {
    private OrderPages() {}

    static OrderPage read(Connection connection, @Nullable Instant sentAt) throws TargetUnavailable {
        List<RawOrder> orders = new ArrayList<>();
        for (JsonObject node : connection.nodes()) {
            // an order without a number could not be staged, nor be missed later: the page is not taken
            long number = Connection.number(node, "an order");
            orders.add(new RawOrder(number, Connection.updatedAt(node), node.toString(), Connection.content(node)));
        }
        return new OrderPage(orders, connection.endCursor(), connection.hasNextPage(), sentAt);
    }
}
