package centrasage.simulator.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** How often each method and path template was called, faults included, control calls not. */
public final class RequestLog {
    private final Map<String, AtomicLong> counts = new ConcurrentSkipListMap<>();

    void count(String method, String template) {
        counts.computeIfAbsent(method + " " + template, key -> new AtomicLong()).incrementAndGet();
    }

    /** Calls of one route, named as {@code "POST /sop_orders"}. */
    public long of(String methodAndTemplate) {
        AtomicLong count = counts.get(methodAndTemplate);
        return count == null ? 0 : count.get();
    }

    /** Calls of all routes. */
    public long total() {
        return counts.values().stream().mapToLong(AtomicLong::get).sum();
    }

    void reset() {
        counts.clear();
    }

    ArrayNode toJson() {
        ArrayNode rows = Json.array();
        counts.forEach((key, count) -> {
            int space = key.indexOf(' ');
            rows.addObject()
                    .put("method", key.substring(0, space))
                    .put("path", key.substring(space + 1))
                    .put("count", count.get());
        });
        return rows;
    }
}
