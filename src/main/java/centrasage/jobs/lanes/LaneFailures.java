package centrasage.jobs.lanes;

import centrasage.sync.runs.Failing;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Why lanes failed, until their run ends: a lane has a context of its own, and cannot write into the run's exit status. */
@ApplicationScoped
public class LaneFailures {
    private final Map<Long, String> byExecution = new ConcurrentHashMap<>();

    void add(long execution, Throwable failure) {
        byExecution.putIfAbsent(execution, Failing.words(failure));
    }

    /** The first failure of a run's lanes; it is told once. */
    public Optional<String> take(long execution) {
        return Optional.ofNullable(byExecution.remove(execution));
    }
}
