package centrasage.jobs.run;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Counts of one worker, handed to the run's log when it ends. */
public final class Tally implements Consumer<String> {
    private final Map<String, Long> counts = new ConcurrentHashMap<>();

    @Override
    public void accept(String what) {
        counts.merge(what, 1L, Long::sum);
    }

    public Map<String, Long> counts() {
        return Map.copyOf(counts);
    }
}
