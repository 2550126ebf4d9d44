package centrasage.security;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Counts wrong passwords for each of many keys, such as names and addresses, and tells when there were too many. Remembers
 * a limited number of keys: the one that failed first is forgotten first. Not safe for threads: the caller sees to that.
 */
final class Failures {
    private static final int MOST_KEYS = 2_000;

    private final int most;
    private final Duration window;
    private final Map<String, Since> counts = new LinkedHashMap<>();

    /**
     * @param most how many may fail within one window
     * @param window from the first failure on; then counting begins anew
     */
    Failures(int most, Duration window) {
        this.most = most;
        this.window = window;
    }

    private record Since(Instant first, int failures) {
        boolean isOver(Duration window, Instant now) {
            return !first.plus(window).isAfter(now);
        }
    }

    /** How long nothing is checked for this key any more; empty when something may be. */
    Optional<Duration> left(String key, Instant now) {
        Since since = counts.get(key);
        return since == null || since.isOver(window, now) || since.failures() < most
                ? Optional.empty()
                : Optional.of(Duration.between(now, since.first().plus(window)));
    }

    void failed(String key, Instant now) {
        Since before = counts.get(key);
        if (before == null || before.isOver(window, now)) {
            counts.remove(key);
            counts.put(key, new Since(now, 1));
            forgetTheOldest();
        } else {
            counts.put(key, new Since(before.first(), before.failures() + 1));
        }
    }

    private void forgetTheOldest() {
        if (counts.size() > MOST_KEYS) {
            counts.remove(counts.keySet().iterator().next());
        }
    }

    void succeeded(String key) {
        counts.remove(key);
    }

    int size() {
        return counts.size();
    }
}
