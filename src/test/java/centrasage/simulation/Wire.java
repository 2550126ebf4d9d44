package centrasage.simulation;

import centrasage.flow.Outcome;
import centrasage.flow.TargetUnavailable;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** The way to the model of Sage 200 and back, with everything that can go wrong on it. */
final class Wire {
    /** Of what is written whole or not at all. */
    private static final Runnable NOTHING = () -> {};

    private final World world;
    private final Awaits awaits;

    Wire(World world, Awaits awaits) {
        this.world = world;
        this.awaits = awaits;
    }

    /** What can come of a read besides its answer. */
    private record Read<T>(T answer, boolean silent) {}

    <T> T read(String name, Supplier<T> answer) throws TargetUnavailable {
        Read<T> read = awaits.remote(
                name, () -> new Read<>(answer.get(), world.chance().strikes(Fault.SILENT, 40)));
        if (read.silent()) {
            throw new TargetUnavailable("Sage 200 does not answer");
        }
        return read.answer();
    }

    /** Whether one of the answers cannot be understood. */
    boolean garbles() {
        return world.chance().strikes(Fault.GARBLED, 20);
    }

    /**
     * One write.
     *
     * @param commit does it, or says why not
     */
    Outcome write(String name, Callable<Outcome> commit) {
        return write(name, commit, NOTHING);
    }

    /** @param half what can be left of it that is not whole */
    Outcome write(String name, Callable<Outcome> commit, Runnable half) {
        Outcome outcome = awaits.remote(name, () -> {
            awaits.sent();
            return judged(commit, half);
        });
        awaits.slow(world.clock());
        return outcome;
    }

    private Outcome judged(Callable<Outcome> commit, Runnable half) {
        Chance chance = world.chance();
        if (chance.strikes(Fault.TURNED_AWAY, 60)) {
            return new Outcome.Unavailable("connection refused, or 429");
        }
        if (chance.strikes(Fault.NOTHING_CAME, 60)) {
            return new Outcome.InDoubt("time-out, and nothing came of it");
        }
        if (chance.strikes(Fault.LATE_COMMIT, 100)) {
            world.sage().later(chance.upTo(world.latest()), () -> run(commit));
            return new Outcome.InDoubt("504, and it commits later");
        }
        if (half != NOTHING && chance.strikes(Fault.DRAFT_LEFT, 80)) {
            world.sage().later(chance.percent(50) ? Duration.ZERO : chance.upTo(world.latest()), half);
            return new Outcome.InDoubt("reset half way");
        }
        if (chance.strikes(Fault.KILLED_WHILE_SENT, 40)) {
            world.sage().later(chance.percent(50) ? Duration.ZERO : chance.upTo(world.latest()), () -> run(commit));
            awaits.die("while the answer was on its way");
        }
        Outcome outcome = run(commit);
        boolean lost = outcome instanceof Outcome.Posted && chance.strikes(Fault.TIMEOUT_AFTER_COMMIT, 120);
        return lost ? new Outcome.InDoubt("the answer was lost after the commit") : outcome;
    }

    private static Outcome run(Callable<Outcome> commit) {
        try {
            return commit.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
