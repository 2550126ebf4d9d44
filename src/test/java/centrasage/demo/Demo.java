package centrasage.demo;

import centrasage.simulator.trade.Shop;
import centrasage.story.RunningApplication;
import centrasage.story.World;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;

/**
 * {@code mvn -Pdemo}: a day's orders, parcels and payments of a fashion brand go out of a Centra and into a Sage 200, and stock and items back,
 * over real HTTP, while some answers of Sage get lost and some records are locked; then the books of both sides are compared.
 */
public final class Demo {
    private static final int OK = 0;
    private static final int INVARIANT_BROKEN = 1;

    private final PrintStream out;
    private final World world;
    private final int orders;
    private final long seed;

    private Demo(PrintStream out, World world, int orders, long seed) {
        this.out = out;
        this.world = world;
        this.orders = orders;
        this.seed = seed;
    }

    public static void main(String[] arguments) throws InterruptedException {
        Path folder = Path.of(arguments[0], "demo");
        int orders = Integer.getInteger("demo.orders", 600);
        long seed = Long.getLong("demo.seed", 20261123L);
        LocalDate day = LocalDate.now(Clock.system(Shop.ZONE)).minusDays(1);
        endWithParent();
        System.out.println();
        System.out.println(
                "centra-sage200: a day's trade of a fashion brand, " + orders + " orders of " + day + ", seed " + seed);
        try (World world = World.begin(folder, seed, day, orders)) {
            System.exit(new Demo(System.out, world, orders, seed).run(Boolean.getBoolean("demo.exit")));
        }
    }

    /** Maven may be killed; nothing of the demo outlives it. */
    private static void endWithParent() {
        ProcessHandle.current()
                .parent()
                .ifPresent(parent ->
                        parent.onExit().thenRun(() -> Runtime.getRuntime().halt(OK)));
    }

    private int run(boolean exit) throws InterruptedException {
        Map<String, String> settings = Day.settings(world);
        out.println("Centra simulator    " + settings.get("centra.url"));
        out.println("Sage 200 simulator  " + settings.get("sage200.url"));
        out.println("Starting the application, its data in " + shown(world.folder()) + " ...");
        try (RunningApplication application =
                RunningApplication.start(world.folder(), settings).awaitReady()) {
            out.printf("Ready %.1f s after the start of its JVM, with a heap of 512 MB.%n", seconds(application));
            Day traded = Day.trade(out, world, application, seed);
            Summary summary = new Summary(out, world, application);
            boolean holds = summary.print(traded.audit(), orders, traded.proofs());
            traded.payouts().drill();
            summary.log();
            if (!exit) {
                summary.console();
                out.println("It keeps running until you press Ctrl-C.");
                Thread.currentThread().join();
            }
            return holds ? OK : INVARIANT_BROKEN;
        }
    }

    /** As one would type it in the folder in which Maven was started. */
    static Path shown(Path path) {
        Path here = Path.of("").toAbsolutePath();
        return path.startsWith(here) ? here.relativize(path) : path;
    }

    private static BigDecimal seconds(RunningApplication application) {
        return BigDecimal.valueOf(application.startTime().toMillis(), 3);
    }
}
