package centrasage.reconcile.drift;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How many of the orders that were compared Sage does not hold, by their day. One by one people delete few in a day; a Sage that was
 * put back, or is another one, misses most of them.
 */
final class Missing {
    /** Nobody deletes so many orders of a day one by one. */
    private static final long FEW = 20;

    private final Map<LocalDate, Share> byDay = new TreeMap<>();

    private record Share(long missing, long compared) {
        Share and(Share other) {
            return new Share(missing + other.missing, compared + other.compared);
        }

        boolean isMost() {
            return missing > FEW && missing * 2 > compared;
        }

        String words() {
            return missing + " of the " + compared + " orders that were posted to it";
        }
    }

    void count(LocalDate day, boolean missing) {
        byDay.merge(day, new Share(missing ? 1 : 0, 1), Share::and);
    }

    /** Of all orders, or else of a day, that most are missing, in words; empty where people may have deleted them. */
    Optional<String> most() {
        Share all = byDay.values().stream().reduce(new Share(0, 0), Share::and);
        if (all.isMost()) {
            return Optional.of(all.words());
        }
        return byDay.entrySet().stream()
                .filter(day -> day.getValue().isMost())
                .findFirst()
                .map(day -> day.getValue().words() + " with the date of " + day.getKey());
    }
}
