package centrasage.simulation;

import centrasage.sync.posting.Crash;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;

/**
 * The scheduler. One worker runs at any moment, and the seed alone says which: a worker that stalls keeps its thread and its stack, and
 * the loop goes on in another thread until it lets that worker run on, or die. Nobody ever runs beside anybody else.
 */
final class Turns {
    /** How many workers can be stalled at once. */
    private static final int STALLED_MAX = 3;

    private final Executor threads;
    private final Chance chance;
    private final Program program;
    private final List<Stalled> stalled = new ArrayList<>();
    private final CompletableFuture<Void> end = new CompletableFuture<>();

    /** What the loop does between the turns of stalled workers. */
    interface Program {
        /** Lets one thing happen, from its beginning to its end if nothing stalls it; false when nothing more is to happen. */
        boolean next();
    }

    private static final class Stalled {
        private final Semaphore go = new Semaphore(0);
        private final Object node;
        private boolean dies;

        Stalled(Object node) {
            this.node = node;
        }
    }

    Turns(Executor threads, Chance chance, Program program) {
        this.threads = threads;
        this.chance = chance;
        this.program = program;
    }

    /** Runs all of it, and returns when it is over. */
    void run() {
        loop();
        end.join();
    }

    private void loop() {
        try {
            while (!end.isDone()) {
                if (!stalled.isEmpty() && chance.percent(30)) {
                    resume();
                    return;
                }
                if (!program.next()) {
                    if (stalled.isEmpty()) {
                        end.complete(null);
                    } else {
                        resume();
                    }
                    return;
                }
            }
        } catch (Throwable e) {
            end.completeExceptionally(e);
            stalled.forEach(each -> each.dies = true);
            stalled.forEach(each -> each.go.release());
        }
    }

    /** It goes on in its own thread, and then the loop does. */
    private void resume() {
        stalled.remove(chance.below(stalled.size())).go.release();
    }

    boolean mayStall() {
        return stalled.size() < STALLED_MAX && !end.isDone();
    }

    /** Called by a worker: others run until the scheduler comes back to it. */
    void stall(Object node) {
        Stalled me = new Stalled(node);
        stalled.add(me);
        threads.execute(this::loop);
        me.go.acquireUninterruptibly();
        if (me.dies) {
            throw new Crash("while it stalled");
        }
    }

    /** The process of a node dies, with all workers in it. */
    void kill(Predicate<Object> node) {
        stalled.stream().filter(each -> node.test(each.node)).forEach(each -> each.dies = true);
    }
}
