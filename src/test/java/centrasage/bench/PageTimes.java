package centrasage.bench;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** How long each page took, each time that it was read. */
final class PageTimes {
    private final Map<String, ConcurrentLinkedQueue<Duration>> times = new TreeMap<>();

    PageTimes(List<String> addresses) {
        addresses.forEach(address -> times.put(address, new ConcurrentLinkedQueue<>()));
    }

    void took(String address, Duration time) {
        times.computeIfAbsent(address, unknown -> new ConcurrentLinkedQueue<>()).add(time);
    }

    /** Whether 95 of 100 readings of each page were within the limit, and each was read often enough to say so. */
    boolean print(PrintStream out, Duration limit, int least) {
        boolean good = true;
        out.printf("%6s %8s %8s %8s%n", "times", "p50 ms", "p95 ms", "max ms");
        for (Map.Entry<String, ConcurrentLinkedQueue<Duration>> page : times.entrySet()) {
            List<Duration> sorted = page.getValue().stream().sorted().toList();
            boolean enough = sorted.size() >= least;
            Duration p95 = enough ? at(sorted, 95) : Duration.ZERO;
            boolean within = enough && p95.compareTo(limit) <= 0;
            good &= within;
            out.printf(
                    "%6d %8d %8d %8d %s%s%n",
                    sorted.size(),
                    enough ? at(sorted, 50).toMillis() : 0,
                    p95.toMillis(),
                    enough ? at(sorted, 100).toMillis() : 0,
                    page.getKey(),
                    within ? "" : enough ? "  ABOVE THE LIMIT" : "  READ TOO SELDOM");
        }
        return good;
    }

    private static Duration at(List<Duration> sorted, int percent) {
        int place = (sorted.size() * percent + 99) / 100 - 1;
        return sorted.get(Math.max(0, place));
    }
}
