package centrasage.simulator.centra.query;

import centrasage.simulator.centra.state.CentraOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of the orders that a query means, in order, and what lies before and after it. */
public record OrderPage(List<CentraOrder> rows, int totalCount, boolean hasNext, boolean hasPrevious, OrderSort sort) {

    public String cursor(CentraOrder order) {
        return sort.cursor(order);
    }

    public @Nullable String startCursor() {
        return rows.isEmpty() ? null : cursor(rows.get(0));
    }

    public @Nullable String endCursor() {
        return rows.isEmpty() ? null : cursor(rows.get(rows.size() - 1));
    }
}
