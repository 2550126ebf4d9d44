package centrasage.jobs.history;

import centrasage.flow.RunPins;
import centrasage.jobs.repository.BatchTables;
import centrasage.jobs.run.Runner;
import centrasage.sync.database.Atomic;
import centrasage.sync.record.Audit;
import centrasage.sync.record.AuditEntry;
import jakarta.batch.operations.BatchRuntimeException;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.Metric;
import jakarta.batch.runtime.StepExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What there is to tell of one run: its steps, the runs that it belongs to, and who did what about it. */
@ApplicationScoped
public class RunHistory {
    /** What is done about a run is done soon after it began: of the deeds of its job since then so many are looked at. */
    private static final int DEEDS_MOST = 400;

    private BatchTables tables;
    private RunPins pins;
    private Audit audit;

    @SuppressWarnings("NullAway.Init")
    RunHistory() {}

    @Inject
    RunHistory(BatchTables tables, RunPins pins, Audit audit) {
        this.tables = tables;
        this.pins = pins;
        this.audit = audit;
    }

    /** The steps that the run has begun, in this order; none of a run that the job repository does not know. */
    public List<RunStep> steps(long executionId) {
        try {
            JobOperator operator = BatchRuntime.getJobOperator();
            return operator.getStepExecutions(executionId).stream()
                    .sorted(Comparator.comparingLong(StepExecution::getStepExecutionId))
                    .map(RunHistory::step)
                    .toList();
        } catch (BatchRuntimeException e) {
            return List.of();
        }
    }

    private static RunStep step(StepExecution step) {
        return new RunStep(
                step.getStepName(),
                step.getBatchStatus().name(),
                instant(step.getStartTime()),
                instant(step.getEndTime()),
                metric(step, Metric.MetricType.READ_COUNT),
                metric(step, Metric.MetricType.WRITE_COUNT),
                metric(step, Metric.MetricType.COMMIT_COUNT));
    }

    private static long metric(StepExecution step, Metric.MetricType type) {
        return Arrays.stream(step.getMetrics())
                .filter(metric -> metric.getType() == type)
                .mapToLong(Metric::getValue)
                .findFirst()
                .orElse(0);
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }

    /** The run, those that it goes on from, and those that went on from it, oldest first. */
    @Atomic
    public List<Long> chain(long executionId) {
        return tables.chain(executionId);
    }

    /** Whether no restart of it was begun yet. */
    @Atomic
    public boolean isLatest(long executionId) {
        return tables.isLatest(executionId);
    }

    /** The version of the mappings by which it plans, with all its restarts; empty where it plans nothing. */
    @Atomic
    public Optional<Integer> mappings(long executionId) {
        return tables.instanceOf(executionId).flatMap(pins::pinned);
    }

    /** What was done about this run, by whom, oldest first. */
    @Atomic
    public List<AuditEntry> deeds(String job, long executionId, Instant started) {
        String run = "run " + executionId;
        return audit.of(Runner.leaseName(job), started, DEEDS_MOST).stream()
                .filter(entry -> entry.detail().equals(run) || entry.detail().matches(run + "[ ,].*"))
                .toList();
    }
}
