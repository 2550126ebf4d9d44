package centrasage.simulator.sage200.lookup;

import centrasage.simulator.http.Json;
import centrasage.simulator.sage200.odata.Query;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** What is known of the row of a view without working it out, by the row of the table that it is made of. */
public final class Known {
    private final Map<String, Function<ObjectNode, JsonNode>> fields = new TreeMap<>();

    /** A field of the view that is a column of the table. */
    public Known with(String field, String column) {
        return with(field, row -> row.path(column));
    }

    /** A field of the view that is found somewhere else. */
    public Known with(String field, Function<ObjectNode, JsonNode> value) {
        fields.put(field, value);
        return this;
    }

    /** Which rows of the table are worked out at all: those that the filter lets pass, or may let pass. */
    public Predicate<ObjectNode> mayPass(Query query) {
        if (!query.filtersBy(fields.keySet())) {
            return row -> true;
        }
        Map<String, Function<ObjectNode, JsonNode>> wanted = new TreeMap<>(fields);
        wanted.keySet().removeIf(field -> !query.names(field));
        return row -> {
            ObjectNode part = Json.object();
            wanted.forEach((field, value) -> part.set(field, value.apply(row)));
            return query.filter().test(part);
        };
    }
}
