package centrasage.simulator.centra.stocking;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Stock as an integration wants it to be.
 *
 * @param warehouse its id, null where none is given
 */
public record StockOrder(@Nullable Integer warehouse, List<Row> rows, Type type) {
    /** How quantities are meant. */
    public enum Type {
        PHYSICAL,
        FREE_TO_ALLOCATE
    }

    /** @param names what the product size is called by, as it was given */
    public record Row(Map<String, Object> names, int quantity) {
        public Row {
            names = Map.copyOf(names);
        }

        /** What kind of name the only one is. */
        String name() {
            return names.keySet().iterator().next();
        }

        Object value() {
            return names.values().iterator().next();
        }
    }

    public StockOrder {
        rows = List.copyOf(rows);
    }
}
