package centrasage.simulator.centra.query;

import centrasage.simulator.centra.state.CentraOrder;
import centrasage.simulator.centra.state.Refused;
import centrasage.simulator.trade.Customer;
import centrasage.simulator.trade.Parties;
import centrasage.simulator.trade.Standing;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The conditions of {@code where} on orders, all of which must hold. */
public final class OrderFilter {
    private final Map<String, Function<CentraOrder, @Nullable Object>> values = new HashMap<>();

    /** @param integration whose external ids are meant */
    public OrderFilter(String integration) {
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
    }

    /** Compiles the conditions; one that the simulator does not know is refused, never ignored. */
    public Predicate<CentraOrder> compile(Map<String, Object> where) {
        Set<String> negated = names(where.get("negate"));
        Predicate<CentraOrder> all = order -> true;
        for (Map.Entry<String, Object> condition : where.entrySet()) {
            String name = condition.getKey();
            Object wanted = condition.getValue();
            if (wanted == null || name.equals("negate")) {
                continue;
            }
            Predicate<CentraOrder> one = condition(name, wanted);
            all = all.and(negated.contains(name) ? one.negate() : one);
        }
        return all;
    }

    private Predicate<CentraOrder> condition(String name, Object wanted) {
        if (name.equals("search")) {
            return order -> found(order, wanted.toString());
        }
        if (name.equals("notNull")) {
            return names(wanted).stream()
                    .map(this::present)
                    .reduce(Predicate::and)
                    .orElse(order -> true);
        }
        Function<CentraOrder, @Nullable Object> value = value(name);
        return order -> matches(value.apply(order), wanted);
    }

    private Predicate<CentraOrder> present(String name) {
        Function<CentraOrder, @Nullable Object> value = value(name);
        return order -> value.apply(order) != null;
    }

    private Function<CentraOrder, @Nullable Object> value(String name) {
        Function<CentraOrder, @Nullable Object> value = values.get(name);
        if (value == null) {
            throw Refused.notSimulated("the order filter " + name);
        }
        return value;
    }

    /** A list means one of its values, an object a range of dates or a match of text, anything else itself. */
    private static boolean matches(@Nullable Object actual, Object wanted) {
        if (wanted instanceof List<?> list) {
            return actual != null && list.stream().anyMatch(each -> same(actual, each));
        }
        if (wanted instanceof Map<?, ?> condition) {
            return actual instanceof Instant instant ? inRange(instant, condition) : equalsText(actual, condition);
        }
        return actual != null && same(actual, wanted);
    }

    private static boolean same(Object actual, Object wanted) {
        return actual.toString().equals(wanted.toString());
    }

    /** Both ends belong to the range. */
    private static boolean inRange(Instant actual, Map<?, ?> range) {
        return !(range.get("from") instanceof Instant from && actual.isBefore(from))
                && !(range.get("to") instanceof Instant to && actual.isAfter(to));
    }

    private static boolean equalsText(@Nullable Object actual, Map<?, ?> match) {
        return actual != null && actual.equals(match.get("equals"));
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

    private static Set<String> names(@Nullable Object list) {
        Set<String> names = new HashSet<>();
        if (list instanceof List<?> values) {
            values.forEach(value -> names.add(String.valueOf(value)));
        }
        return names;
    }
}
