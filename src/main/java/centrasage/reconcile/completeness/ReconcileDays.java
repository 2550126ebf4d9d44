package centrasage.reconcile.completeness;

import centrasage.flow.ParameterRefused;
import centrasage.flow.TargetUnavailable;
import centrasage.sync.runs.Failing;
import centrasage.sync.runs.RunCounts;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The step of the job {@code reconcile}: by id, both ways, for the days of {@code reconcile.look-back}, or for those that are asked for.
 * A side or company that does not answer fails the run at its end: what the others show is told all the same.
 */
@Named
@Dependent
public class ReconcileDays extends AbstractBatchlet {
    private final Completeness completeness;
    private final RunCounts counts;
    private final JobContext context;
    private final Clock clock;

    @Inject
    @BatchProperty
    private @Nullable String from;

    @Inject
    @BatchProperty
    private @Nullable String to;

    @Inject
    ReconcileDays(Completeness completeness, RunCounts counts, JobContext context, Clock clock) {
        this.completeness = completeness;
        this.counts = counts;
        this.context = context;
        this.clock = clock;
    }

    /** @throws Exception when something could not be read, or the parameters are no days */
    @Override
    public String process() throws Exception {
        return Failing.telling(context, this::reconcile);
    }

    private String reconcile() throws TargetUnavailable, ParameterRefused {
        Report report = completeness.reconcile(completeness.days(from, to, clock));
        counts.add(context.getExecutionId(), counted(report));
        if (!report.silent().isEmpty()) {
            throw new TargetUnavailable("Not everything could be compared. "
                    + report.silent().entrySet().stream()
                            .map(each -> each.getKey() + ": " + each.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return "COMPLETED";
    }

    private static Map<String, Long> counted(Report report) {
        Map<String, Long> counted = new TreeMap<>(report.counted());
        counted.put("orders compared", (long) report.orders().size());
        counted.put("despatches compared", (long) report.despatches().size());
        long findings = report.orders().stream()
                        .filter(row -> FindingWords.of(row).isPresent())
                        .count()
                + report.despatches().stream()
                        .filter(row -> FindingWords.of(row).isPresent())
                        .count();
        counted.put("differences", findings);
        return counted;
    }
}
