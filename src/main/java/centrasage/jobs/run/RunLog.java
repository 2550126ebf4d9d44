package centrasage.jobs.run;

import centrasage.sync.database.Atomic;
import centrasage.sync.runs.Node;
import centrasage.sync.runs.RunCounts;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.operations.NoSuchJobExecutionException;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.JobExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Our own notes on the executions of the job repository: who started them where, and what they counted. */
@ApplicationScoped
public class RunLog {
    private static final Set<BatchStatus> RUNNING =
            EnumSet.of(BatchStatus.STARTING, BatchStatus.STARTED, BatchStatus.STOPPING);

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

    /** A run that a person names. */
    @Atomic
    Run known(long executionId) throws JobRefused {
        return run(executionId).orElseThrow(() -> JobRefused.unknown("there is no run " + executionId));
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
                                + " ORDER BY r.job DESC, r.executionId DESC", // the job too: H2 goes along the index
                        // only then
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
    public Optional<Instant> lastStart(String job) {
        return entities
                .createQuery(
                        "SELECT r FROM JobRunRow r WHERE r.job = :job ORDER BY r.job DESC, r.executionId DESC",
                        JobRunRow.class)
                .setParameter("job", job)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst()
                .map(JobRunRow::startedAt);
    }

    /** Whether the batch runtime has noted its end. */
    boolean hasEnded(long executionId) {
        return execution(executionId)
                .map(JobExecution::getBatchStatus)
                .filter(RUNNING::contains)
                .isEmpty();
    }

    /** Which process runs an execution, as leases name it; empty when nothing was noted of it yet. */
    @Atomic
    public Optional<String> holder(long executionId) {
        return Optional.ofNullable(entities.find(JobRunRow.class, executionId)).map(JobRunRow::holder);
    }

    /** A later run of the same job with the same parameters, which does the same work. */
    @Atomic
    Optional<Long> sameAfter(JobRunRow run) {
        return entities
                .createQuery(
                        "SELECT r.executionId FROM JobRunRow r WHERE r.job = :job AND r.executionId > :id"
                                + " AND r.parameters = :parameters ORDER BY r.executionId",
                        Long.class)
                .setParameter("job", run.job())
                .setParameter("id", run.executionId())
                .setParameter("parameters", run.parameters())
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** The latest run of each job: what the timetable counts from, and what people look at first. */
    @Atomic
    public Set<Long> latest() {
        return Set.copyOf(entities.createQuery("SELECT MAX(r.executionId) FROM JobRunRow r GROUP BY r.job", Long.class)
                .getResultList());
    }

    /** Forgets a run that is deleted. */
    @Atomic
    public void forget(long executionId) {
        counts.forget(executionId);
        entities.createQuery("DELETE FROM JobRunRow r WHERE r.executionId = :id")
                .setParameter("id", executionId)
                .executeUpdate();
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
                Node.nameOf(row.holder()),
                Parameters.read(row.parameters()),
                counts.of(row.executionId()));
    }

    private static @Nullable Instant instant(Date date) {
        return date.toInstant();
    }
}
