package centrasage.sync.collect;

import centrasage.flow.TargetUnavailable;
import centrasage.sync.runs.Failing;
import centrasage.sync.runs.RunCounts;
import centrasage.sync.staging.ChangesSince;
import centrasage.sync.staging.Staging;
import jakarta.batch.runtime.context.JobContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One run of a step {@code collect}: {@link ChangesSince} within a job, which counts what it does and can be stopped. */
public final class Collecting {
    private final Staging staging;
    private final RunCounts counts;
    private final JobContext context;
    private final Clock clock;
    private volatile boolean stopped;

    public Collecting(Staging staging, RunCounts counts, JobContext context, Clock clock) {
        this.staging = staging;
        this.counts = counts;
        this.context = context;
        this.clock = clock;
    }

    /**
     * @return the exit status
     * @throws TargetUnavailable when the source cannot be read: the run fails, and the next one begins at the same place
     */
    public String read(ChangesSince.Window window, ChangesSince.Source source) throws TargetUnavailable {
        return Failing.telling(context, () -> {
            new ChangesSince(staging, clock, window).read(source, () -> stopped, this::count);
            return stopped ? "STOPPED" : "COMPLETED";
        });
    }

    /** When a document was changed of which the source does not say it. */
    public Instant changedBy(@Nullable Instant sentAt) {
        return Objects.requireNonNullElseGet(sentAt, clock::instant);
    }

    private void count(Map<String, Long> more) {
        counts.add(context.getExecutionId(), more);
    }

    /** Between two pages. */
    public void stop() {
        stopped = true;
    }
}
