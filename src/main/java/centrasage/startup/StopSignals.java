package centrasage.startup;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * The orderly end by SIGTERM or Ctrl-C. What is asked of the application happens first, and only then does the JVM end: its
 * shutdown hooks all run at once, and among them H2 closes the database under whatever still runs
 * (docs/decisions/restarts-by-themselves.md).
 */
final class StopSignals {
    private static final Logger LOG = Logger.getLogger(StopSignals.class.getName());

    private StopSignals() {}

    /** From now on; where the JVM keeps the signals for itself, an end is simply recovered from like a crash. */
    static void first(Runnable end) {
        for (String name : List.of("TERM", "INT")) {
            try {
                EndFirst handler = new EndFirst(end);
                handler.previous = Signal.handle(new Signal(name), handler);
            } catch (IllegalArgumentException e) {
                LOG.log(Level.FINE, "the JVM was told to leave the signal {0} alone", name);
            }
        }
    }

    private static final class EndFirst implements SignalHandler {
        private final Runnable end;
        private volatile SignalHandler previous = SignalHandler.SIG_DFL;

        EndFirst(Runnable end) {
            this.end = end;
        }

        @Override
        public void handle(Signal signal) {
            LOG.info(() -> signal + ": what runs is asked to end between two documents");
            try {
                end.run();
            } catch (Exception | Error e) { // the process must end, whatever becomes of this
                LOG.log(Level.WARNING, "what runs could not be ended in order", e);
            }
            previous.handle(signal);
        }
    }
}
