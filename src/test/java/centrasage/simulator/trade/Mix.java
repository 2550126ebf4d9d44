package centrasage.simulator.trade;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** How many orders of a day are of which kind, by weight. */
public record Mix(Map<OrderKind, Integer> weights) {

    public Mix {
        weights = Collections.unmodifiableMap(new EnumMap<>(weights));
        if (weights.values().stream().anyMatch(weight -> weight < 0)
                || weights.values().stream().mapToInt(Integer::intValue).sum() == 0) {
            throw new IllegalArgumentException("weights of a mix must be 0 or more, and one of them more than 0");
        }
    }

    /** The mix of a usual day. */
    public static Mix usual() {
        Map<OrderKind, Integer> weights = new EnumMap<>(OrderKind.class);
        for (OrderKind kind : OrderKind.values()) {
            weights.put(kind, kind.perThousand());
        }
        return new Mix(weights);
    }

    public static Mix only(OrderKind... kinds) {
        Map<OrderKind, Integer> weights = new EnumMap<>(OrderKind.class);
        for (OrderKind kind : kinds) {
            weights.put(kind, 1);
        }
        return new Mix(weights);
    }

    /** Nothing but what belongs in the ledger. */
    public static Mix ledger() {
        Map<OrderKind, Integer> weights = new EnumMap<>(OrderKind.class);
        for (OrderKind kind : OrderKind.values()) {
            if (kind.treatment() == OrderKind.Treatment.LEDGER) {
                weights.put(kind, kind.perThousand());
            }
        }
        return new Mix(weights);
    }

    /**
     * The kinds of a day's orders, shuffled. The shares are exact, not drawn, so that a small day has its rare kinds too:
     * the largest remainders get what is left after whole shares.
     */
    List<OrderKind> deal(int orders, long seed) {
        long total = weights.values().stream().mapToLong(Integer::longValue).sum();
        List<OrderKind> dealt = new ArrayList<>(orders);
        weights.forEach(
                (kind, weight) -> dealt.addAll(Collections.nCopies((int) ((long) weight * orders / total), kind)));
        List<OrderKind> byRemainder = new ArrayList<>(weights.keySet());
        byRemainder.sort(Comparator.comparingLong(kind -> -remainder(kind, orders, total)));
        for (int i = 0; dealt.size() < orders; i++) {
            dealt.add(byRemainder.get(i));
        }
        Collections.shuffle(dealt, new Random(seed));
        return dealt;
    }

    private long remainder(OrderKind kind, int orders, long total) {
        return (long) weights.getOrDefault(kind, 0) * orders % total;
    }
}
