package centrasage.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A million order lifecycles on all cores, and what struck them. Ends with 1 where anything did not come out right.
 *
 * <p>Arguments: the first seed, and how many lifecycles; both may be left out.
 */
public final class Million {
    private static final long FIRST_SEED = 20_261_129L;
    private static final long LIFECYCLES = 1_000_000L;
    private static final long PROGRESS = 100_000L;

    private final AtomicLong nextSeed;
    private final long endSeed;
    private final AtomicLong done = new AtomicLong();
    private final ConcurrentLinkedQueue<Long> failing = new ConcurrentLinkedQueue<>();

    private Million(long firstSeed, long lifecycles) {
        nextSeed = new AtomicLong(firstSeed);
        endSeed = firstSeed + lifecycles / Setting.USUAL.orders();
    }

    public static void main(String[] arguments) throws InterruptedException {
        long firstSeed = arguments.length > 0 ? Long.parseLong(arguments[0]) : FIRST_SEED;
        long lifecycles = arguments.length > 1 ? Long.parseLong(arguments[1]) : LIFECYCLES;
        int cores = Runtime.getRuntime().availableProcessors();
        System.out.println(lifecycles + " order lifecycles from seed " + firstSeed + " on " + cores + " cores");
        long beganNanos = System.nanoTime();
        Million million = new Million(firstSeed, lifecycles);
        Figures figures = million.run(cores);
        System.out.print(figures.table());
        System.out.printf("%,14d  violations%n", million.failing.size());
        System.out.printf("%,14d  seconds%n", (System.nanoTime() - beganNanos) / 1_000_000_000L);
        million.tellOfTheFirst();
        System.exit(million.failing.isEmpty() ? 0 : 1);
    }

    private Figures run(int cores) throws InterruptedException {
        List<Simulation> simulations = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int core = 0; core < cores; core++) {
            Simulation simulation = Simulation.inMemory(Setting.USUAL);
            Thread thread = new Thread(() -> run(simulation), "seeds-" + core);
            simulations.add(simulation);
            threads.add(thread);
            thread.start();
        }
        Figures figures = new Figures();
        for (int core = 0; core < cores; core++) {
            threads.get(core).join();
            figures.add(simulations.get(core).figures());
            simulations.get(core).close();
        }
        return figures;
    }

    private void run(Simulation simulation) {
        for (long seed = nextSeed.getAndIncrement(); seed < endSeed; seed = nextSeed.getAndIncrement()) {
            @Nullable Throwable failure = simulation.run(seed);
            if (failure != null) {
                failing.add(seed);
                System.out.println("seed " + seed + ": " + failure);
            }
            long lifecycles = done.incrementAndGet() * Setting.USUAL.orders();
            if (lifecycles % PROGRESS == 0) {
                System.out.printf("%,d lifecycles, %d violations%n", lifecycles, failing.size());
            }
        }
    }

    private void tellOfTheFirst() {
        failing.stream().sorted().findFirst().ifPresent(seed -> {
            try (Simulation simulation = Simulation.inMemory(Setting.USUAL)) {
                System.out.println(simulation.story(seed));
            }
            System.out.println("To see it again: mvn -q -Psimulate -Dsimulate.seed=" + seed + " -Dsimulate.lifecycles="
                    + Setting.USUAL.orders());
        });
    }
}
