package centrasage.jobs;

import centrasage.sync.Atomic;
import centrasage.sync.RunCounts;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.operations.NoSuchJobExecutionException;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.JobExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Our own notes on the executions of the job repository: who started them where, and what they counted. */
@ApplicationScoped
public class RunLog {
    private EntityManager entities;
    private RunCounts counts;

    @SuppressWarnings("NullAway.Init")
    RunLog() {}

    @Inject
    RunLog(EntityManager entities, RunCounts counts) {
        this.entities = entities;
        this.counts = counts;
    }

    @Atomic(alone = true)
    void started(JobRunRow row) {
        entities.persist(row);
    }

    @Atomic
    public Optional<Run> run(long executionId) {
        return Optional.ofNullable(entities.find(JobRunRow.class, executionId)).map(this::toRun);
    }

    /** The latest runs of a job, newest first. */
    @Atomic
    public List<Run> of(String job, int most) {
        return of(job, Long.MAX_VALUE, most);
    }

    /** The latest runs of a job with ids below {@code before}, newest first. */
    @Atomic
    public List<Run> of(String job, long before, int most) {
        return entities
                .createQuery(
                        "SELECT r FROM JobRunRow r WHERE r.job = :job AND r.executionId < :before"
                                + " ORDER BY r.executionId DESC",
                        JobRunRow.class)
                .setParameter("job", job)
                .setParameter("before", before)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(this::toRun)
                .toList();
    }

    /** When a job was last started on any node. */
    @Atomic
    Optional<Instant> lastStart(String job) {
        return entities
                .createQuery(
                        "SELECT r FROM JobRunRow r WHERE r.job = :job ORDER BY r.executionId DESC", JobRunRow.class)
                .setParameter("job", job)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst()
                .map(JobRunRow::startedAt);
    }

    /** Executions that a holder, by the beginning of its name, never ended. */
    @Atomic
    List<Long> unfinishedOf(String holderPrefix) {
        List<?> ids = entities.createNativeQuery(
                        "SELECT r.execution_id FROM job_run r"
                                + " JOIN JB_EXECUTIONINSTANCEDATA e ON e.jobexecid = r.execution_id"
                                + " WHERE SUBSTRING(r.holder, 1, ?2) = ?1 AND e.batchstatus IN ('STARTED', 'STARTING', 'STOPPING')")
                .setParameter(1, holderPrefix)
                .setParameter(2, holderPrefix.length())
                .getResultList();
        return ids.stream().map(id -> ((Number) id).longValue()).toList();
    }

    /** The parameters that an execution was started with. */
    @Atomic
    Map<String, String> parameters(long executionId) {
        JobRunRow row = entities.find(JobRunRow.class, executionId);
        return row == null ? Map.of() : Parameters.read(row.parameters());
    }

    private static Optional<JobExecution> execution(long executionId) {
        try {
            JobOperator operator = BatchRuntime.getJobOperator();
            return Optional.ofNullable(operator.getJobExecution(executionId));
        } catch (NoSuchJobExecutionException e) {
            return Optional.empty();
        }
    }

    private Run toRun(JobRunRow row) {
        Optional<JobExecution> execution = execution(row.executionId());
        return new Run(
                row.executionId(),
                row.job(),
                execution.map(it -> it.getBatchStatus().name()).orElse("UNKNOWN"),
                execution.map(JobExecution::getExitStatus).orElse(null),
                row.startedAt(),
                execution.map(JobExecution::getEndTime).map(RunLog::instant).orElse(null),
                row.startedBy(),
                counts.of(row.executionId()));
    }

    private static @Nullable Instant instant(Date date) {
        return date.toInstant();
    }
}
