package centrasage.simulator.centra.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of the rows that a query means, in order, and what lies before and after it. */
public record Page<T>(List<T> rows, int totalCount, boolean hasNext, boolean hasPrevious, Sort<T> sort) {

    public String cursor(T row) {
        return sort.cursor(row);
    }

    public @Nullable String startCursor() {
        return rows.isEmpty() ? null : cursor(rows.get(0));
    }

    public @Nullable String endCursor() {
        return rows.isEmpty() ? null : cursor(rows.get(rows.size() - 1));
    }
}
