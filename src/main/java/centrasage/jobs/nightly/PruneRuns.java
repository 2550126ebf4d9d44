package centrasage.jobs.nightly;

import centrasage.sync.runs.Failing;
import centrasage.sync.runs.RunCounts;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The second step of the job {@code retention}: deletes the runs of jobs that are older than {@code retention.runs}. */
@Named
@Dependent
public class PruneRuns extends AbstractBatchlet {
    private final OldRuns runs;
    private final RunCounts counts;
    private final JobContext context;
    private final Clock clock;
    private final Period keep;
    private volatile boolean stopped;

    @Inject
    PruneRuns(
            OldRuns runs,
            RunCounts counts,
            JobContext context,
            Clock clock,
            @ConfigProperty(name = "retention.runs") String keep) {
        this.runs = runs;
        this.counts = counts;
        this.context = context;
        this.clock = clock;
        this.keep = Period.parse(keep);
    }

    @Override
    public String process() {
        return Failing.telling(context, this::prune);
    }

    private String prune() {
        Instant limit = clock.instant().atZone(ZoneOffset.UTC).minus(keep).toInstant();
        long deleted = 0;
        OldRuns.Page page = new OldRuns.Page(0, 0, false);
        while (!page.last() && !stopped) {
            page = runs.delete(page.after(), limit);
            deleted += page.deleted();
        }
        counts.add(context.getExecutionId(), Map.of("runs deleted", deleted));
        return "COMPLETED";
    }

    @Override
    public void stop() {
        stopped = true;
    }
}
