package centrasage.reconcile.mapping;

import centrasage.flow.TargetUnavailable;
import centrasage.mapping.MappingFaults;
import centrasage.reconcile.finding.CheckAlarms;
import centrasage.reconcile.finding.CheckReport;
import centrasage.sync.runs.Failing;
import centrasage.sync.runs.RunCounts;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The step of the job {@code mapping-check}: checks the mappings in force and tells people of what would hold orders. */
@Named
@Dependent
public class CheckMappings extends AbstractBatchlet {
    private final MappingReports reports;
    private final CheckAlarms alarms;
    private final RunCounts counts;
    private final JobContext context;

    @Inject
    CheckMappings(MappingReports reports, CheckAlarms alarms, RunCounts counts, JobContext context) {
        this.reports = reports;
        this.alarms = alarms;
        this.counts = counts;
        this.context = context;
    }

    /** @throws Exception when Sage cannot be asked, or the mappings cannot be used: nothing is closed then */
    @Override
    public String process() throws Exception {
        return Failing.telling(context, this::check);
    }

    private String check() throws TargetUnavailable, MappingFaults {
        CheckReport report = reports.check();
        alarms.ofMappings(report);
        counts.add(context.getExecutionId(), report.counts());
        return "COMPLETED";
    }
}
