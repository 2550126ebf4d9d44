package centrasage.jobs.run;

import centrasage.jobs.repository.BatchTables;
import centrasage.jobs.repository.Unfinished;
import centrasage.sync.database.Atomic;
import centrasage.sync.database.DatabaseTime;
import centrasage.sync.record.Audit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What became of runs that did not end by themselves, kept with what the batch runtime says of them. */
@ApplicationScoped
public class Fates {
    static final String DIED_WORDS = "FAILED: its process ended without notice";

    private EntityManager entities;
    private DatabaseTime time;
    private BatchTables tables;
    private Audit audit;

    @SuppressWarnings("NullAway.Init")
    Fates() {}

    @Inject
    Fates(EntityManager entities, DatabaseTime time, BatchTables tables, Audit audit) {
        this.entities = entities;
        this.time = time;
        this.tables = tables;
        this.audit = audit;
    }

    /**
     * Ends a run whose process is dead, so that it can be restarted. One that a person had asked to stop stays so, and one
     * of which nothing is noted cannot be restarted: its process died before it could note the parameters.
     *
     * @return false when it has ended meanwhile
     */
    @Atomic
    public boolean bury(Unfinished dead) {
        if (!tables.fail(dead, DIED_WORDS)) {
            return false;
        }
        if (of(dead.id()).isEmpty() && entities.find(JobRunRow.class, dead.id()) != null) {
            decide(dead.id(), Fate.DIED);
        }
        audit.write("recovery", "JOB_DIED", Runner.leaseName(dead.job()), "run " + dead.id());
        return true;
    }

    @Atomic
    public void decide(long executionId, Fate fate) {
        Instant now = time.now(); // asked first: a question to the database writes what is half made
        JobFateRow row = entities.find(JobFateRow.class, executionId);
        if (row == null) {
            entities.persist(new JobFateRow(executionId, fate, now));
        } else {
            row.decide(fate, now);
        }
    }

    /** A person has decided about a run. */
    @Atomic
    public void decide(Run run, Fate fate, String person) {
        decide(run.id(), fate);
        audit.write(person, "JOB_" + fate.name(), Runner.leaseName(run.job()), "run " + run.id());
    }

    /** Those of these runs that a person has asked to stop, on whichever node they did so. */
    @Atomic
    List<Long> stopped(Set<Long> executions) {
        return entities.createQuery(
                        "SELECT f.executionId FROM JobFateRow f WHERE f.fate = :stopped AND f.executionId IN :ids",
                        Long.class)
                .setParameter("stopped", Fate.STOPPED)
                .setParameter("ids", executions)
                .getResultList();
    }

    /** Whether no restart of it was begun yet. */
    boolean isLatest(long executionId) {
        return tables.isLatest(executionId);
    }

    /** The run ends because its process does; a person who stopped it before has the last word. */
    @Atomic(alone = true)
    public void cutShort(long executionId) {
        if (of(executionId).isEmpty()) {
            decide(executionId, Fate.CUT_SHORT);
        }
    }

    @Atomic
    public Optional<Fate> of(long executionId) {
        return Optional.ofNullable(entities.find(JobFateRow.class, executionId)).map(JobFateRow::fate);
    }

    /** Runs for which a restart is due, oldest first. */
    @Atomic
    List<JobRunRow> due() {
        return entities.createQuery(
                        "SELECT r FROM JobRunRow r, JobFateRow f WHERE f.executionId = r.executionId"
                                + " AND f.fate IN :due ORDER BY r.executionId",
                        JobRunRow.class)
                .setParameter("due", List.of(Fate.DIED, Fate.CUT_SHORT))
                .getResultList();
    }

    /** Whether the last so many runs of a job all died, and all began within this time. */
    @Atomic
    boolean diesAgainAndAgain(String job, int runs, Duration within) {
        Instant since = time.now().minus(within);
        List<JobRunRow> latest = entities.createQuery(
                        "SELECT r FROM JobRunRow r WHERE r.job = :job ORDER BY r.executionId DESC", JobRunRow.class)
                .setParameter("job", job)
                .setMaxResults(runs)
                .getResultList();
        return latest.size() == runs
                && latest.stream()
                        .allMatch(run -> run.startedAt().isAfter(since)
                                && of(run.executionId()).filter(Fate::isDeath).isPresent());
    }

    /** Forgets a run that is deleted. */
    @Atomic
    public void forget(long executionId) {
        entities.createQuery("DELETE FROM JobFateRow f WHERE f.executionId = :id")
                .setParameter("id", executionId)
                .executeUpdate();
    }
}
