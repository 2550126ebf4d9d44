package centrasage.simulator.centra.state;

import centrasage.simulator.centra.events.ChangeType;
import centrasage.simulator.centra.shipment.Return;
import centrasage.simulator.trade.Payment;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a change of an order did to its payments and returns. */
final class OrderChanges {
    private OrderChanges() {}

    /** Every entry that was added, by its id. */
    static Map<Integer, ChangeType> ofPayments(CentraOrder before, CentraOrder after) {
        Set<Integer> known = before.trade().payments().stream().map(Payment::id).collect(Collectors.toSet());
        Map<Integer, ChangeType> changes = new TreeMap<>();
        after.trade().payments().stream()
                .filter(entry -> !known.contains(entry.id()))
                .forEach(entry -> changes.put(entry.id(), ChangeType.CREATED));
        return changes;
    }

    /** One event for each return that is new, gone or touched, by its id; an entry about its refund touches it (inferred). */
    static Map<Integer, ChangeType> ofReturns(CentraOrder before, CentraOrder after) {
        Map<Integer, Return> known = byId(before);
        Map<Integer, Return> now = byId(after);
        Map<Integer, ChangeType> changes = new TreeMap<>();
        known.keySet().stream().filter(id -> !now.containsKey(id)).forEach(id -> changes.put(id, ChangeType.DELETED));
        Set<Integer> refunded = refunded(before, after);
        now.forEach((id, made) -> {
            Return old = known.get(id);
            if (!made.equals(old) || refunded.contains(id)) {
                changes.put(id, change(old, made));
            }
        });
        return changes;
    }

    private static ChangeType change(@Nullable Return before, Return after) {
        if (before == null) {
            return ChangeType.CREATED;
        }
        return after.completed() && !before.completed() ? ChangeType.COMPLETED : ChangeType.UPDATED;
    }

    private static Set<Integer> refunded(CentraOrder before, CentraOrder after) {
        Set<Integer> added = ofPayments(before, after).keySet();
        return after.trade().payments().stream()
                .filter(entry -> added.contains(entry.id()))
                .map(entry -> entry.origin().returned())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static Map<Integer, Return> byId(CentraOrder order) {
        return order.shipping().returns().stream().collect(Collectors.toMap(Return::id, Function.identity()));
    }
}
