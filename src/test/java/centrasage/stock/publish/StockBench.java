package centrasage.stock.publish;

import centrasage.simulator.centra.CentraClient;
import centrasage.simulator.centra.CentraOptions;
import centrasage.simulator.centra.CentraSimulator;
import centrasage.simulator.http.Json;
import centrasage.simulator.sage200.SageSimulator;
import centrasage.stock.publish.PublishShelf.Outcome;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;

/**
 * How long stock-to-centra takes for a hundred thousand SKUs without Centra's rate limit: everything for the first time, a run after a
 * thousand changes, and the comparison of everything. Both simulators run here, our side with its store in memory in a process of its own
 * of 512 MB. Ends with 1 where one of the last two takes longer than it may.
 */
public final class StockBench {
    private static final int SKUS = 100_000;
    private static final int CHANGES = 1_000;
    private static final String PREFIX = "BENCH-";
    private static final String HEAP = "-Xmx512m";
    private static final Duration MOST_INCREMENTAL = Duration.ofSeconds(5);
    private static final Duration MOST_IN_ALL = Duration.ofSeconds(60);
    private static final Instant LONG_AGO = Instant.parse("2026-01-05T08:00:00Z");
    private static final double MEGABYTE = 1024.0 * 1024;
    private static final String CHANGE = "change";
    private static final String TIMED = "timed ";

    private final SageSimulator sage;
    private final CentraSimulator centra;
    private final ManySkus skus;

    private StockBench(SageSimulator sage, CentraSimulator centra) {
        this.sage = sage;
        this.centra = centra;
        this.skus = new ManySkus(sage, PREFIX);
    }

    /** Takes no arguments, or, for our side, the addresses of Sage and Centra. */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 2) {
            System.exit(new OurSide(URI.create(arguments[0]), URI.create(arguments[1])).run() ? 0 : 1);
        }
        try (SageSimulator sage = SageSimulator.start(0, 7, (ObjectNode) Json.parse("{}"));
                CentraSimulator centra = CentraSimulator.start(CentraOptions.of(0, 7))) {
            System.exit(new StockBench(sage, centra).run());
        }
    }

    private int run() throws Exception {
        fill();
        Process ours = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        HEAP,
                        "-Djakarta.json.provider=" + System.getProperty("jakarta.json.provider"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        StockBench.class.getName(),
                        sage.baseUrl().toString(),
                        centra.baseUrl().toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader said = ours.inputReader(StandardCharsets.UTF_8);
                PrintStream answers = new PrintStream(ours.getOutputStream(), true, StandardCharsets.UTF_8)) {
            long before = 0;
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                if (line.equals(CHANGE)) {
                    change();
                    answers.println(CHANGE);
                } else if (line.startsWith(TIMED)) {
                    long sent = sage.requests().total() + centra.requests().total();
                    System.out.println(line.substring(TIMED.length()) + "; " + (sent - before) + " requests");
                    before = sent;
                } else {
                    System.out.println(line);
                }
            }
            return ours.waitFor();
        } finally {
            ours.destroyForcibly();
        }
    }

    private void fill() {
        skus.fill(new CentraClient(centra.baseUrl()), SKUS, LONG_AGO);
        for (int each = 0; each < SKUS; each++) {
            skus.free(each, each % 50, LONG_AGO.plusSeconds(200L * each));
        }
    }

    private void change() {
        for (int each = 0; each < CHANGES; each++) {
            skus.free(each * (SKUS / CHANGES), 60 + each % 20, Instant.now());
        }
    }

    /** What is measured, in its own process: it tells the other one when it may change stock, and what it measured. */
    private static final class OurSide {
        private final StockSide side;

        OurSide(URI sage, URI centra) {
            this.side = new StockSide(sage, centra);
        }

        boolean run() throws Exception {
            timed("everything for the first time", () -> side.publish(true));
            change();
            Duration incremental = timed("a run after " + CHANGES + " changes", side::publish);
            Duration idle = timed("a run after none", side::publish);
            Duration all = timed("everything compared", () -> side.publish(true));
            boolean inTime = incremental.compareTo(MOST_INCREMENTAL) <= 0 && all.compareTo(MOST_IN_ALL) <= 0;
            System.out.printf(
                    Locale.ROOT,
                    "incremental / idle %.1f, everything / incremental %.1f: %s%n",
                    (double) incremental.toMillis() / Math.max(1, idle.toMillis()),
                    (double) all.toMillis() / incremental.toMillis(),
                    inTime ? "in time" : "TOO SLOW");
            return inTime;
        }

        private static void change() throws IOException {
            System.out.println(CHANGE);
            while (System.in.read() != '\n') {
                // until the other process has answered
            }
        }

        private static Duration timed(String what, Callable<Outcome> run) throws Exception {
            long begun = System.nanoTime();
            Outcome outcome = run.call();
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            System.gc();
            System.out.printf(
                    Locale.ROOT,
                    TIMED + "%-30s %6.1f s; read %d, changed %d, told %d, right %d; %.0f MB live of %s%n",
                    what,
                    took.toMillis() / 1000.0,
                    outcome.read(),
                    outcome.news(),
                    outcome.told(),
                    outcome.right(),
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGABYTE,
                    HEAP);
            return took;
        }
    }
}
