package centrasage.reconcile.kept;

import centrasage.flow.ParameterRefused;
import centrasage.reconcile.completeness.Completeness;
import centrasage.reconcile.completeness.Days;
import centrasage.sync.runs.Failing;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The first step of the job {@code reconcile}: each day in figures, as it is before what is missing is fetched. What cannot be
 * read is kept as such; the step after it tells of it, and fails the run.
 */
@Named
@Dependent
public class KeepDays extends AbstractBatchlet {
    private final Completeness completeness;
    private final KeptDays kept;
    private final JobContext context;
    private final Clock clock;

    @Inject
    @BatchProperty
    private @Nullable String from;

    @Inject
    @BatchProperty
    private @Nullable String to;

    private volatile boolean stopped;

    @Inject
    KeepDays(Completeness completeness, KeptDays kept, JobContext context, Clock clock) {
        this.completeness = completeness;
        this.kept = kept;
        this.context = context;
        this.clock = clock;
    }

    /** @throws Exception when the parameters are no days */
    @Override
    public String process() throws Exception {
        return Failing.telling(context, this::keep);
    }

    private String keep() throws ParameterRefused {
        Days days = completeness.days(from, to, clock);
        for (LocalDate day = days.first(); !day.isAfter(days.last()) && !stopped; day = day.plusDays(1)) {
            kept.keep(day, completeness.day(day));
        }
        return "COMPLETED";
    }

    @Override
    public void stop() {
        stopped = true;
    }
}
