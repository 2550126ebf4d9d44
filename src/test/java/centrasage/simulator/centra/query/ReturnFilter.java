package centrasage.simulator.centra.query;

import centrasage.simulator.centra.shipment.Return;
import centrasage.simulator.centra.state.OrderReturn;
import centrasage.simulator.trade.Customer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What returns are found by. */
public final class ReturnFilter {
    private ReturnFilter() {}

    public static Filter<OrderReturn> all() {
        Map<String, Function<OrderReturn, @Nullable Object>> values = new HashMap<>();
        values.put("id", row -> row.made().id());
        values.put("createdAt", row -> row.made().createdAt());
        values.put("updatedAt", row -> row.made().updatedAt());
        values.put("status", row -> status(row.made()));
        values.put(
                "storeType", row -> row.order().trade().terms().store().type().name());
        values.put("customerId", row -> customer(row.order().trade().parties().customer()));
        return new Filter<>("return", values, (row, words) -> false);
    }

    public static String status(Return made) {
        return made.completed() ? "COMPLETED" : "PENDING";
    }

    /** The id first, which decides between returns that are otherwise equal. */
    public static List<SortField<OrderReturn>> sortFields() {
        return List.of(
                SortField.number("id", row -> row.made().id()),
                SortField.moment("createdAt", row -> row.made().createdAt()),
                SortField.moment("updatedAt", row -> row.made().updatedAt()));
    }

    private static @Nullable Integer customer(@Nullable Customer customer) {
        return customer == null ? null : customer.id();
    }
}
