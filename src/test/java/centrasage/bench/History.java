package centrasage.bench;

import centrasage.story.RunningApplication;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Duration;

/** What a long history costs: the same new orders through an empty store and through one with a million old postings. */
final class History {
    private static final int ORDERS = 1000;
    private static final int LANES = 4;
    private static final int WARM_UP = 20;
    private static final BigDecimal RATIO_MAX = new BigDecimal("1.20");

    private final PrintStream out;
    private final Path folder;
    private final long old;

    History(PrintStream out, Path folder, long old) {
        this.out = out;
        this.folder = folder;
        this.old = old;
    }

    /** Whether the history costs no more than it may. */
    boolean print() throws InterruptedException {
        out.println(
                "A whole run of order-import over " + ORDERS + " new orders, the first after a start, H2 on a file");
        Duration empty = run("empty", 0);
        Duration full = run("full", old);
        BigDecimal ratio =
                BigDecimal.valueOf(full.toMillis()).divide(BigDecimal.valueOf(empty.toMillis()), 2, RoundingMode.UP);
        out.printf("%,12d old postings: %7.1f s%n", 0, seconds(empty));
        out.printf(
                "%,12d old postings: %7.1f s, %s times as long (at most %s)%n", old, seconds(full), ratio, RATIO_MAX);
        return ratio.compareTo(RATIO_MAX) <= 0;
    }

    /** The schema is made by a first life of the application; what is measured is the second one's first run. */
    private Duration run(String name, long postings) throws InterruptedException {
        try (Shift shift = Shift.in(folder.resolve(name))) {
            shift.latency(Duration.ZERO);
            shift.orders(WARM_UP);
            try (RunningApplication first = shift.start(LANES)) {
                shift.run(first);
                first.stop();
            }
            if (postings > 0) {
                OldPostings.write(shift.folder(), postings);
            }
            shift.orders(ORDERS);
            try (RunningApplication second = shift.start(LANES)) {
                Duration whole = shift.run(second).whole();
                shift.mustAgree();
                return whole;
            }
        }
    }

    private static BigDecimal seconds(Duration time) {
        return BigDecimal.valueOf(time.toMillis(), 3);
    }
}
