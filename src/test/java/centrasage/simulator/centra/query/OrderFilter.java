package centrasage.simulator.centra.query;

import centrasage.simulator.centra.state.CentraOrder;
import centrasage.simulator.trade.Customer;
import centrasage.simulator.trade.Parties;
import centrasage.simulator.trade.Standing;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What orders are found by. */
public final class OrderFilter {
    private OrderFilter() {}

    /** @param integration whose external ids are meant */
    public static Filter<CentraOrder> of(String integration) {
        Map<String, Function<CentraOrder, @Nullable Object>> values = new HashMap<>();
        values.put("id", order -> order.trade().id());
        values.put("number", CentraOrder::number);
        values.put("status", order -> order.standing().status().name());
        values.put("createdAt", order -> order.trade().createdAt());
        values.put("orderDate", order -> order.trade().createdAt());
        values.put("updatedAt", CentraOrder::updatedAt);
        values.put("countryId", order -> order.trade().terms().country().id());
        values.put("currencyId", order -> order.currency().id());
        values.put("marketId", order -> order.trade().terms().market().id());
        values.put(
                "pricelistId",
                order -> order.trade().terms().market().priceList().id());
        values.put("storeId", order -> order.trade().terms().store().id());
        values.put("storeType", order -> order.trade().terms().store().type().name());
        values.put("customerId", order -> idOf(order.trade().parties().customer()));
        values.put("accountId", order -> idOf(order.trade().parties().account()));
        values.put("isLocked", CentraOrder::locked);
        values.put("isOnHold", order -> order.standing().onHold());
        values.put("isWaitingForPayment", order -> order.standing().waitingForPayment());
        values.put("isWaitingForCheckFirstAllocation", OrderFilter::waitsForAllocation);
        values.put("isInternal", order -> order.standing().internal());
        values.put("orderHoldReason", order -> nameOf(order.standing().holdReason()));
        values.put("otherComment", CentraOrder::otherComment);
        values.put("externalId", order -> order.externalIds().get(integration));
        values.put("purchaseOrderNumber", order -> null);
        return new Filter<>("order", values, OrderFilter::found);
    }

    /** The number first, which decides between orders that are otherwise equal. */
    public static List<SortField<CentraOrder>> sortFields() {
        return List.of(
                SortField.number("number", CentraOrder::number),
                SortField.text("id", order -> order.trade().id()),
                SortField.moment("orderDate", order -> order.trade().createdAt()),
                SortField.moment("createdAt", order -> order.trade().createdAt()),
                SortField.moment("updatedAt", CentraOrder::updatedAt));
    }

    private static boolean found(CentraOrder order, String words) {
        String lower = words.toLowerCase(Locale.ROOT);
        Customer customer = order.trade().parties().customer();
        return Integer.toString(order.number()).equals(lower)
                || (customer != null
                        && (customer.email() + " " + customer.firstName() + " " + customer.lastName())
                                .toLowerCase(Locale.ROOT)
                                .contains(lower));
    }

    private static boolean waitsForAllocation(CentraOrder order) {
        return order.standing().holdReason() == Standing.HoldReason.WAITING_FOR_CHECK_FIRST_ALLOCATION;
    }

    private static @Nullable Integer idOf(@Nullable Customer customer) {
        return customer == null ? null : customer.id();
    }

    private static @Nullable Integer idOf(Parties.@Nullable Account account) {
        return account == null ? null : account.id();
    }

    private static @Nullable String nameOf(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }
}
