package centrasage.simulator.centra.returns;

import centrasage.simulator.http.Json;
import centrasage.simulator.trade.Currency;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/** How often something happened, and what it came to by currency, in minor units. */
final class Sums {
    private final Map<String, Integer> counts = new TreeMap<>();
    private final Map<String, Map<String, Long>> sums = new TreeMap<>();

    void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    void add(String what, Currency currency, long minor) {
        count(what);
        sums.computeIfAbsent(currency.code(), code -> new TreeMap<>()).merge(what, minor, Long::sum);
    }

    ObjectNode toJson() {
        ObjectNode json = Json.object();
        json.set("counts", Json.mapper().valueToTree(counts));
        json.set("sumsMinor", Json.mapper().valueToTree(sums));
        return json;
    }
}
