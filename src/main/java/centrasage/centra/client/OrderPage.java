package centrasage.centra.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of orders in rising number. An order may come again on a later page or in the next window, never be left out.
 *
 * @param endCursor where the next page begins; never null when there is one
 * @param sentAt when Centra answered, by its own clock; null where it does not say
 */
public record OrderPage(
        List<RawOrder> orders,
        @Nullable String endCursor,
        boolean hasNextPage,
        @Nullable Instant sentAt) {
    public OrderPage {
        orders = List.copyOf(orders);
    }
}
