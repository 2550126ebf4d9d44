package centrasage.jobs.repository;

import centrasage.sync.database.Atomic;
import centrasage.sync.database.UtcTimes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Optional;

/**
 * Reads, ends and deletes in the tables of the batch runtime, which has no operations for it.
 *
 * <p>Each partition of a step is an instance and an execution of its own there, named {@code :instance:step:number}.
 */
@ApplicationScoped
public class BatchTables {
    /** What the names of partitions begin with; a parameter, because a colon in a statement is taken for one. */
    private static final String PARTITION = ":";

    private static final String EXECUTIONS = "JB_EXECUTIONINSTANCEDATA";
    private static final String STEPS = "JB_STEPEXECUTIONINSTANCEDATA";
    private static final String OF_INSTANCE = "SELECT jobexecid FROM JB_EXECUTIONINSTANCEDATA WHERE jobinstanceid =";
    private static final String UNFINISHED = "batchstatus IN ('STARTING', 'STARTED', 'STOPPING')";

    private EntityManager entities;

    @SuppressWarnings("NullAway.Init")
    BatchTables() {}

    @Inject
    BatchTables(EntityManager entities) {
        this.entities = entities;
    }

    /** The executions of jobs, not of partitions, that have no end yet, oldest first. */
    @Atomic
    public List<Unfinished> unfinished() {
        return rows(query(
                        "SELECT e.jobexecid, e.jobinstanceid, i.name FROM JB_EXECUTIONINSTANCEDATA e"
                                + " JOIN JB_JOBINSTANCEDATA i ON i.jobinstanceid = e.jobinstanceid WHERE e."
                                + UNFINISHED
                                + " AND SUBSTRING(i.name, 1, 1) <> ?1 ORDER BY e.jobexecid",
                        PARTITION))
                .stream()
                .map(row -> new Unfinished(number(row[0]), number(row[1]), (String) row[2]))
                .toList();
    }

    /** Whether an execution has no end yet. */
    @Atomic
    public boolean isUnfinished(long executionId) {
        return !query(
                        "SELECT jobexecid FROM JB_EXECUTIONINSTANCEDATA WHERE jobexecid = ?1 AND " + UNFINISHED,
                        executionId)
                .getResultList()
                .isEmpty();
    }

    /**
     * Ends an execution whose process is dead, with its steps and partitions; it can then be restarted.
     *
     * @return false when it has ended meanwhile
     */
    @Atomic
    public boolean fail(Unfinished dead, String exitStatus) {
        if (end(EXECUTIONS, "jobexecid = ?2", exitStatus, dead.id()) == 0) {
            return false;
        }
        end(STEPS, "jobexecid = ?2", exitStatus, dead.id());
        for (long partition : partitions(dead.instance())) {
            end(STEPS, "jobexecid IN (" + OF_INSTANCE + " ?2)", exitStatus, partition);
            end(EXECUTIONS, "jobinstanceid = ?2", exitStatus, partition);
        }
        return true;
    }

    private int end(String table, String which, String exitStatus, long id) {
        String at = table.equals(EXECUTIONS) ? ", endtime = updatetime" : "";
        return query(
                        "UPDATE " + table + " SET batchstatus = 'FAILED', exitstatus = ?1" + at + " WHERE " + UNFINISHED
                                + " AND " + which,
                        exitStatus,
                        id)
                .executeUpdate();
    }

    /** Whether no restart of it was begun yet. */
    @Atomic
    public boolean isLatest(long executionId) {
        return query(
                        "SELECT l.jobexecid FROM JB_EXECUTIONINSTANCEDATA l JOIN JB_EXECUTIONINSTANCEDATA e"
                                + " ON e.jobinstanceid = l.jobinstanceid WHERE e.jobexecid = ?1 AND l.jobexecid > ?1",
                        executionId)
                .getResultList()
                .isEmpty();
    }

    /** The executions of the start that it belongs to, itself among them, oldest first. */
    @Atomic
    public List<Long> chain(long executionId) {
        return numbers(query(
                "SELECT a.jobexecid FROM JB_EXECUTIONINSTANCEDATA a JOIN JB_EXECUTIONINSTANCEDATA e"
                        + " ON e.jobinstanceid = a.jobinstanceid WHERE e.jobexecid = ?1 ORDER BY a.jobexecid",
                executionId));
    }

    /** The start that an execution belongs to. */
    @Atomic
    public Optional<Long> instanceOf(long executionId) {
        return numbers(query("SELECT jobinstanceid FROM JB_EXECUTIONINSTANCEDATA WHERE jobexecid = ?1", executionId))
                .stream()
                .findFirst();
    }

    /** Instances of jobs, not of partitions, oldest first. */
    @Atomic
    public List<Instance> instances(long after, int most) {
        List<Long> ids = numbers(query(
                        "SELECT jobinstanceid FROM JB_JOBINSTANCEDATA WHERE jobinstanceid > ?1"
                                + " AND SUBSTRING(name, 1, 1) <> ?2 ORDER BY jobinstanceid",
                        after,
                        PARTITION)
                .setMaxResults(most));
        return ids.stream().map(id -> new Instance(id, executions(id))).toList();
    }

    private List<Instance.Execution> executions(long instance) {
        return rows(query(
                        "SELECT jobexecid, CASE WHEN " + UNFINISHED + " THEN 0 ELSE 1 END, createtime"
                                + " FROM JB_EXECUTIONINSTANCEDATA WHERE jobinstanceid = ?1 ORDER BY jobexecid",
                        instance))
                .stream()
                .map(row -> new Instance.Execution(number(row[0]), number(row[1]) == 1, UtcTimes.aggregate(row[2])))
                .toList();
    }

    /** Deletes an instance with its partitions from all six tables. */
    @Atomic
    public void delete(long instance) {
        partitions(instance).forEach(this::deleteOne);
        deleteOne(instance);
    }

    private void deleteOne(long instance) {
        String executions = "(" + OF_INSTANCE + " ?1)";
        String steps = "(SELECT stepexecid FROM JB_STEPEXECUTIONINSTANCEDATA WHERE jobexecid IN " + executions + ")";
        for (String from : List.of(
                "JB_STEPSTATUS WHERE id IN " + steps,
                "JB_STEPEXECUTIONINSTANCEDATA WHERE jobexecid IN " + executions,
                "JB_EXECUTIONINSTANCEDATA WHERE jobinstanceid = ?1",
                "JB_JOBSTATUS WHERE id = ?1",
                "JB_JOBINSTANCEDATA WHERE jobinstanceid = ?1")) {
            query("DELETE FROM " + from, instance).executeUpdate();
        }
        query("DELETE FROM JB_CHECKPOINTDATA WHERE id LIKE CAST(?1 AS VARCHAR(512))", instance + ",%")
                .executeUpdate();
    }

    /** Cast, because SQL Server's driver sends words as NVARCHAR, and no index of a VARCHAR serves those. */
    private List<Long> partitions(long instance) {
        return numbers(query(
                "SELECT jobinstanceid FROM JB_JOBINSTANCEDATA WHERE name LIKE CAST(?1 AS VARCHAR(512))",
                PARTITION + instance + PARTITION + "%"));
    }

    private Query query(String sql, Object... values) {
        Query query = entities.createNativeQuery(sql);
        for (int index = 0; index < values.length; index++) {
            query.setParameter(index + 1, values[index]);
        }
        return query;
    }

    private static List<Object[]> rows(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream().map(Object[].class::cast).toList();
    }

    private static List<Long> numbers(Query query) {
        List<?> numbers = query.getResultList();
        return numbers.stream().map(BatchTables::number).toList();
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
