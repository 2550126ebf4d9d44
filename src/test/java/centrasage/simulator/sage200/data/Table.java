package centrasage.simulator.sage200.data;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows of one table of a company, by id, in the order in which they came. */
public final class Table {
    private final Map<Long, ObjectNode> rows = new LinkedHashMap<>();

    public Stream<ObjectNode> rows() {
        return rows.values().stream();
    }

    public @Nullable ObjectNode row(long id) {
        return rows.get(id);
    }

    /** The first row whose column holds a text, in the eyes of a database that does not see case. */
    public @Nullable ObjectNode firstWith(String column, String text) {
        return rows().filter(row -> row.path(column).asText().equalsIgnoreCase(text))
                .findFirst()
                .orElse(null);
    }

    public void put(long id, ObjectNode row) {
        rows.put(id, row);
    }

    public void remove(long id) {
        rows.remove(id);
    }

    Table copy() {
        Table copy = new Table();
        rows.forEach((id, row) -> copy.rows.put(id, row.deepCopy()));
        return copy;
    }
}
