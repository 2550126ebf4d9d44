package centrasage.simulator.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The faults that a test orders for requests to come, each with how often it has struck. */
final class OrderedFaults {
    private static final String HEADER_VALUE = ": ";

    /**
     * Which requests are struck, and by what.
     *
     * @param identityPart what their identity contains
     * @param header a header that they carry, such as {@code X-Company: 34}; empty for any
     */
    record Wanted(FaultKind kind, String identityPart, String header) {
        boolean means(String identity, Request request) {
            return identity.contains(identityPart) && (header.isEmpty() || carries(request));
        }

        private boolean carries(Request request) {
            String[] words = header.split(HEADER_VALUE, 2);
            return words.length == 2 && words[1].equals(request.header(words[0]));
        }
    }

    private record Ordered(Wanted wanted, AtomicInteger left, AtomicInteger struck) {}

    private final Deque<Ordered> orders = new ConcurrentLinkedDeque<>();

    void add(Wanted wanted, int times) {
        orders.add(new Ordered(wanted, new AtomicInteger(times), new AtomicInteger()));
    }

    @Nullable
    FaultKind strike(String identity, Request request) {
        for (Ordered order : orders) {
            if (order.wanted().means(identity, request) && order.left().getAndDecrement() > 0) {
                order.struck().incrementAndGet();
                return order.wanted().kind();
            }
        }
        return null;
    }

    void clear() {
        orders.clear();
    }

    ArrayNode toJson() {
        ArrayNode rows = Json.array();
        orders.forEach(order -> {
            ObjectNode row = rows.addObject().put("kind", order.wanted().kind().wireName());
            row.put("key", order.wanted().identityPart())
                    .put("header", order.wanted().header())
                    .put("struck", order.struck().get());
        });
        return rows;
    }
}
