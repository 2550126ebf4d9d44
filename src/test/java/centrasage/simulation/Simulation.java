package centrasage.simulation;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs seed after seed, and the first that fails once more, to tell what happened in it. */
final class Simulation implements AutoCloseable {
    private final Setting setting;
    private final Supplier<Books> books;
    private final ExecutorService threads = Executors.newCachedThreadPool(Simulation::daemon);
    private final Figures figures = new Figures();

    Simulation(Setting setting, Supplier<Books> books) {
        this.setting = setting;
        this.books = books;
    }

    static Simulation inMemory(Setting setting) {
        return new Simulation(setting, () -> new MemoryBooks(World.SETTLE));
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "simulation");
        thread.setDaemon(true);
        return thread;
    }

    Figures figures() {
        return figures;
    }

    /** Why the history of this seed is not as it should be; null where it is. */
    @Nullable
    Throwable run(long seed) {
        return run(new History(seed, setting, books.get(), figures, false, threads));
    }

    private static @Nullable Throwable run(History history) {
        try {
            history.run();
            return null;
        } catch (RuntimeException | Error e) {
            return e.getCause() instanceof Error cause ? cause : e;
        }
    }

    /** Everything that happens in the history of this seed. */
    String story(long seed) {
        History history = new History(seed, setting, books.get(), new Figures(), true, threads);
        @Nullable Throwable failure = run(history);
        return history.story() + "\n" + (failure == null ? "all is as it should be" : failure);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
