package centrasage.reconcile.finding;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How many of the documents that were compared Sage does not hold, by their day. One by one people delete few in a day; a Sage that was
 * put back, or is another one, misses most of them.
 */
public final class Missing {
    /** Nobody deletes so many orders of a day one by one. */
    private static final long FEW = 20;

    private final Map<LocalDate, Share> byDay = new TreeMap<>();
    private final String what;

    /** @param what was compared, such as {@code orders that were posted to it} */
    public Missing(String what) {
        this.what = what;
    }

    private record Share(long missing, long compared) {
        Share and(Share other) {
            return new Share(missing + other.missing, compared + other.compared);
        }

        boolean isMost() {
            return missing > FEW && missing * 2 > compared;
        }

        String words(String what) {
            return missing + " of the " + compared + " " + what;
        }
    }

    public void count(LocalDate day, boolean missing) {
        byDay.merge(day, new Share(missing ? 1 : 0, 1), Share::and);
    }

    /** Of all of them, or else of a day, that most are missing, in words; empty where people may have deleted them. */
    public Optional<String> most() {
        Share all = byDay.values().stream().reduce(new Share(0, 0), Share::and);
        if (all.isMost()) {
            return Optional.of(all.words(what));
        }
        return byDay.entrySet().stream()
                .filter(day -> day.getValue().isMost())
                .findFirst()
                .map(day -> day.getValue().words(what) + " with the date of " + day.getKey());
    }
}
