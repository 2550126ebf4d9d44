package centrasage.bench;

import centrasage.demo.Day;
import centrasage.story.RunningApplication;
import centrasage.story.World;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * {@code mvn -q -Pconsole-bench}: how long the console's pages take while a store holds a million postings and 50,000 open exceptions,
 * and twenty people read them, each pausing about three seconds. Measured at the other end of the loopback: what the server
 * needs, and a little more. Exit code 1 where 95 of 100 readings of any page are not within 300 ms.
 */
public final class ConsoleBench {
    private static final long SEED = 20261201;
    private static final int ORDERS = 120;
    private static final int USERS = 20;
    private static final Duration LIMIT = Duration.ofMillis(300);
    private static final int WARM_UP = 5;
    private static final int LEAST_READINGS = 20;

    private final PrintStream out;
    private final World world;
    private final Clock clock = Clock.systemUTC();

    private ConsoleBench(PrintStream out, World world) {
        this.out = out;
        this.world = world;
    }

    public static void main(String[] arguments) throws Exception {
        endWithParent();
        Path folder = Path.of(arguments[0], "console-bench");
        Duration length = Duration.ofSeconds(Long.getLong("bench.seconds", 300));
        LocalDate day = LocalDate.now(ZoneOffset.UTC).minusDays(1);
        try (World world = World.begin(folder, SEED, day, ORDERS)) {
            System.exit(new ConsoleBench(System.out, world).run(length) ? 0 : 1);
        }
    }

    /** Maven may be killed; nothing of the bench outlives it. */
    private static void endWithParent() {
        ProcessHandle.current()
                .parent()
                .ifPresent(parent ->
                        parent.onExit().thenRun(() -> Runtime.getRuntime().halt(1)));
    }

    private boolean run(Duration length) throws Exception {
        Map<String, String> settings = Day.settings(world);
        try (RunningApplication first =
                RunningApplication.start(world.folder(), settings).awaitReady()) {
            Day.trade(
                    new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8), world, first, SEED);
            first.stop();
        }
        FullStore.write(out, world.folder());
        settings.replaceAll(
                (key, value) -> key.startsWith("schedule.") && !key.equals("schedule.time-zone") ? "" : value);
        try (RunningApplication second = RunningApplication.start(world.folder(), settings, "-XX:TieredStopAtLevel=4")
                .awaitReady()) {
            List<String> addresses = Views.of(second.api());
            PageTimes times = read(second.address(), addresses, length);
            return times.print(out, LIMIT, LEAST_READINGS);
        }
    }

    private PageTimes read(URI base, List<String> addresses, Duration length) throws Exception {
        Visitor alone = Visitor.signIn(base, "admin", RunningApplication.ADMIN_PASSWORD);
        for (int round = 0; round < WARM_UP; round++) {
            for (String address : addresses) {
                alone.read(address);
            }
        }
        PageTimes times = new PageTimes(addresses);
        Instant end = clock.instant().plus(length);
        ExecutorService people = Executors.newFixedThreadPool(USERS);
        List<Future<?>> readers = IntStream.range(0, USERS)
                .<Future<?>>mapToObj(person -> people.submit(() -> {
                    read(base, new Random(SEED + person), addresses, times, end);
                    return null;
                }))
                .toList();
        for (Future<?> reader : readers) {
            reader.get();
        }
        people.shutdown();
        out.printf("seed %d, %d people, %d s%n", SEED, USERS, length.toSeconds());
        return times;
    }

    private void read(URI base, Random random, List<String> addresses, PageTimes times, Instant end)
            throws InterruptedException {
        Visitor visitor = Visitor.signIn(base, "admin", RunningApplication.ADMIN_PASSWORD);
        while (clock.instant().isBefore(end)) {
            TimeUnit.MILLISECONDS.sleep(2_000 + random.nextInt(2_000));
            String address = addresses.get(random.nextInt(addresses.size()));
            times.took(address, visitor.read(address));
        }
    }
}
