package centrasage.simulator.centra.state;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Faults in what Centra says rather than in the connection: each drawn with a rate per thousand, seeded, counted. */
public final class DataFaults {
    public enum Kind {
        /** The answer is not JSON. */
        MALFORMED_BODY("malformedBody"),
        /** A proxy in front of Centra answers 502. */
        BAD_GATEWAY("badGateway"),
        /** A page has one of its rows twice. */
        DUPLICATE_ROWS("duplicateRows"),
        /** A page's rows come in another order. */
        REORDERED_ROWS("reorderedRows"),
        /** A change is stamped with a time that lies {@code lateUpdateSeconds} back. */
        LATE_UPDATE("lateUpdate");

        private final String wireName;

        Kind(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }

        static @Nullable Kind named(String name) {
            return List.of(values()).stream()
                    .filter(kind -> kind.wireName.equals(name))
                    .findFirst()
                    .orElse(null);
        }
    }

    private final Map<Kind, Integer> permille = new EnumMap<>(Kind.class);
    private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);
    private final Map<Kind, Random> chance = new EnumMap<>(Kind.class);
    private long lateBySeconds = 900;
    private long clockSkewSeconds;
    private boolean paymentsDoNotTouchOrders;

    public DataFaults(long seed) {
        seed(seed);
    }

    /** Starts the draws over, each kind with chance of its own. */
    public synchronized void seed(long seed) {
        for (Kind kind : Kind.values()) {
            chance.put(kind, new Random(seed * 31 + kind.wireName().hashCode()));
        }
    }

    /**
     * Sets a rate, or one of {@code seed}, {@code lateUpdateSeconds}, {@code clockSkewSeconds}, {@code paymentsDoNotTouchOrders} (1 or
     * 0); false if it is unknown.
     */
    public synchronized boolean set(String name, long value) {
        Kind kind = Kind.named(name);
        if (kind != null && value >= 0 && value <= 1000) {
            permille.put(kind, (int) value);
            return true;
        }
        switch (name) {
            case "seed" -> seed(value);
            case "lateUpdateSeconds" -> lateBySeconds = value;
            case "clockSkewSeconds" -> clockSkewSeconds = value;
            case "paymentsDoNotTouchOrders" -> paymentsDoNotTouchOrders = value != 0;
            default -> {
                return false;
            }
        }
        return true;
    }

    public synchronized boolean strikes(Kind kind) {
        int rate = permille.getOrDefault(kind, 0);
        Random random = chance.get(kind);
        boolean struck = rate > 0 && random != null && random.nextInt(1000) < rate;
        if (struck) {
            counts.merge(kind, 1L, Long::sum);
        }
        return struck;
    }

    public synchronized long count(Kind kind) {
        return counts.getOrDefault(kind, 0L);
    }

    public synchronized int permille(Kind kind) {
        return permille.getOrDefault(kind, 0);
    }

    public synchronized void resetCounts() {
        counts.clear();
    }

    synchronized long clockSkewSeconds() {
        return clockSkewSeconds;
    }

    /** A new payment entry leaves its order's time of change as it is: whether it does in Centra is not documented. */
    synchronized boolean paymentsDoNotTouchOrders() {
        return paymentsDoNotTouchOrders;
    }

    synchronized long lateUpdateSeconds() {
        return strikes(Kind.LATE_UPDATE) ? lateBySeconds : 0;
    }
}
