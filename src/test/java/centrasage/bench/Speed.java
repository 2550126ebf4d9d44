package centrasage.bench;

import centrasage.story.RunningApplication;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * Orders per second beside the physical limit. A lane has one order under way at a time, so that Sage's latency lets {@code
 * lanes} orders through in each {@code latency}: no more than {@code lanes / latency}. What is read beforehand, thirty orders at
 * once, and what is committed around each order takes its share of that. A receipt is read back after it was posted, so that no more than
 * {@code lanes / (2 * latency)} of them go through.
 */
final class Speed {
    private static final List<Long> LANES = numbers("bench.lanes", "1,2,4,8");
    private static final List<Long> LATENCIES_MILLIS = numbers("bench.latencies", "0,200,1000");
    /** What is asked of the job wherever Sage takes its time. */
    private static final int WANTED_PERCENT = 90;

    /** As many as a server has long had behind it: with fewer, what is measured is the JIT compiler's work on two cores. */
    private static final int WARM_UP = 2000;

    private static final int FREE_OF_WAITING = 2000;
    private static final Duration RECEIPTS_LATENCY = Duration.ofMillis(200);

    private final PrintStream out;
    private final Path folder;
    private final long seconds;
    private boolean reached = true;

    /** @param seconds how long a run lasts at the physical limit */
    Speed(PrintStream out, Path folder, long seconds) {
        this.out = out;
        this.folder = folder;
        this.seconds = seconds;
    }

    private static List<Long> numbers(String property, String otherwise) {
        return Arrays.stream(System.getProperty(property, otherwise).split(",", -1))
                .map(Long::valueOf)
                .toList();
    }

    /** Whether the job came near enough to the limit wherever there is one. */
    boolean print() throws InterruptedException {
        out.println(
                "Documents posted a second by the job's step post, the jar on an H2 file, Sage simulated on this machine");
        out.printf(
                "%-9s %5s %8s %7s %9s %9s %9s %7s%n",
                "what", "lanes", "waits", "posted", "seconds", "a second", "limit/s", "ratio");
        for (long lanes : LANES) {
            print(Math.toIntExact(lanes));
        }
        out.println(
                reached
                        ? "At least " + WANTED_PERCENT + " % of lanes / latency at every latency above 0."
                        : "LESS than " + WANTED_PERCENT + " % of lanes / latency somewhere.");
        return reached;
    }

    private void print(int lanes) throws InterruptedException {
        try (Shift shift = Shift.in(folder.resolve("lanes-" + lanes));
                RunningApplication application = shift.start(lanes)) {
            shift.latency(Duration.ZERO);
            shift.orders(WARM_UP);
            shift.run(application, Shift.Work.ORDERS);
            for (long millis : LATENCIES_MILLIS) {
                Duration latency = Duration.ofMillis(millis);
                shift.latency(Duration.ZERO);
                shift.orders(count(lanes, latency));
                shift.latency(latency);
                print("orders", lanes, latency, shift.run(application, Shift.Work.ORDERS));
            }
            shift.latency(Duration.ZERO);
            shift.mustAgree();
            receipts(shift, application, lanes);
        }
    }

    /** Of all orders that were posted so far, at the latency of an ordinary Sage. */
    private void receipts(Shift shift, RunningApplication application, int lanes) throws InterruptedException {
        shift.ship();
        shift.latency(RECEIPTS_LATENCY);
        Shift.Measured run = shift.run(application, Shift.Work.RECEIPTS);
        print("receipts", lanes, RECEIPTS_LATENCY.multipliedBy(2), run);
        shift.latency(Duration.ZERO);
        shift.moneyMustAgree();
    }

    private int count(int lanes, Duration latency) {
        return latency.isZero() ? FREE_OF_WAITING : Math.toIntExact(lanes * seconds * 1000 / latency.toMillis());
    }

    /** @param latency how long a lane waits for Sage with each document */
    private void print(String what, int lanes, Duration latency, Shift.Measured run) {
        BigDecimal perSecond = perSecond(run.posted(), run.posting());
        if (latency.isZero()) {
            out.printf(
                    "%-9s %5d %5d ms %7d %9s %9s %9s %7s%n",
                    what, lanes, 0, run.posted(), seconds(run), perSecond, "-", "-");
            return;
        }
        BigDecimal limit = perSecond(lanes, latency);
        BigDecimal percent = perSecond.movePointRight(2).divide(limit, 1, RoundingMode.DOWN);
        reached &= percent.compareTo(BigDecimal.valueOf(WANTED_PERCENT)) >= 0;
        out.printf(
                "%-9s %5d %5d ms %7d %9s %9s %9s %5s %%%n",
                what, lanes, latency.toMillis(), run.posted(), seconds(run), perSecond, limit, percent);
    }

    private static BigDecimal seconds(Shift.Measured run) {
        return BigDecimal.valueOf(run.posting().toMillis(), 3).setScale(1, RoundingMode.HALF_UP);
    }

    private static BigDecimal perSecond(long count, Duration time) {
        return BigDecimal.valueOf(count * 1000).divide(BigDecimal.valueOf(time.toMillis()), 2, RoundingMode.HALF_UP);
    }
}
