package centrasage.bench;

import centrasage.story.RunningApplication;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Duration;

/** What a long history costs: the same new orders and receipts through an empty store and through one with a million old ones of each. */
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
        out.println("A whole run over " + ORDERS
                + " new orders, the first after a start, then over their receipts, H2 on a file");
        Took empty = run("empty", 0);
        out.printf(
                "orders %.1f s, receipts %.1f s; now %,d old ones of each are written%n",
                seconds(empty.orders()), seconds(empty.receipts()), old);
        Took full = run("full", old);
        boolean orders = print("orders", empty.orders(), full.orders());
        return print("receipts", empty.receipts(), full.receipts()) && orders;
    }

    private boolean print(String what, Duration empty, Duration full) {
        BigDecimal ratio =
                BigDecimal.valueOf(full.toMillis()).divide(BigDecimal.valueOf(empty.toMillis()), 2, RoundingMode.UP);
        out.printf("%-9s %,12d old ones: %7.1f s%n", what, 0, seconds(empty));
        out.printf(
                "%-9s %,12d old ones: %7.1f s, %s times as long (at most %s)%n",
                what, old, seconds(full), ratio, RATIO_MAX);
        return ratio.compareTo(RATIO_MAX) <= 0;
    }

    private record Took(Duration orders, Duration receipts) {}

    /**
     * The schema is made by a first life of the application, and what plans are made under is noted by its first runs; what is measured is
     * the second one's first run.
     */
    private Took run(String name, long postings) throws InterruptedException {
        try (Shift shift = Shift.in(folder.resolve(name))) {
            shift.latency(Duration.ZERO);
            shift.orders(WARM_UP);
            try (RunningApplication first = shift.start(LANES)) {
                shift.run(first, Shift.Work.ORDERS);
                shift.ship();
                shift.run(first, Shift.Work.RECEIPTS);
                first.stop();
            }
            if (postings > 0) {
                OldPostings.write(shift.folder(), postings);
            }
            shift.orders(ORDERS);
            try (RunningApplication second = shift.start(LANES)) {
                Duration orders = shift.run(second, Shift.Work.ORDERS).whole();
                shift.mustAgree();
                shift.ship();
                Duration receipts = shift.run(second, Shift.Work.RECEIPTS).whole();
                shift.moneyMustAgree();
                return new Took(orders, receipts);
            }
        }
    }

    private static BigDecimal seconds(Duration time) {
        return BigDecimal.valueOf(time.toMillis(), 3);
    }
}
