package centrasage.simulation;

import centrasage.sync.posting.MovableClock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What happened in a history, for whoever reads a failure: written only when a seed is run for the second time. */
final class Trace {
    private final boolean wanted;
    private final MovableClock clock;
    private final List<String> lines = new ArrayList<>();

    Trace(boolean wanted, MovableClock clock) {
        this.wanted = wanted;
        this.clock = clock;
    }

    void say(Supplier<String> what) {
        if (wanted) {
            lines.add(clock.now() + " " + what.get());
        }
    }

    String text() {
        return String.join("\n", lines);
    }
}
