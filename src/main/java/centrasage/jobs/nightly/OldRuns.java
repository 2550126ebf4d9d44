package centrasage.jobs.nightly;

import centrasage.jobs.repository.BatchTables;
import centrasage.jobs.repository.Instance;
import centrasage.jobs.run.Fates;
import centrasage.jobs.run.RunLog;
import centrasage.sync.database.Atomic;
import centrasage.sync.runs.RunMappings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Deletes old runs, a page in each transaction: their notes and counts here, and what the batch runtime keeps of them. */
@ApplicationScoped
public class OldRuns {
    /** Starts of jobs looked at in one transaction; each has a row or more in all six tables for each of its lanes. */
    static final int PAGE = 20;

    private BatchTables tables;
    private RunLog log;
    private Fates fates;
    private RunMappings mappings;

    @SuppressWarnings("NullAway.Init")
    OldRuns() {}

    @Inject
    OldRuns(BatchTables tables, RunLog log, Fates fates, RunMappings mappings) {
        this.tables = tables;
        this.log = log;
        this.fates = fates;
        this.mappings = mappings;
    }

    /**
     * What became of a page.
     *
     * @param after where the next page begins
     * @param last whether all later ones are too young
     */
    record Page(long deleted, long after, boolean last) {}

    /**
     * Deletes what ended before {@code limit}, oldest first. The latest run of each job stays, however old: the timetable
     * counts from it. A start goes with all its restarts or not at all.
     */
    @Atomic(alone = true)
    Page delete(long after, Instant limit) {
        List<Instance> page = tables.instances(after, PAGE);
        Set<Long> latest = log.latest();
        long deleted = 0;
        long seen = after;
        for (Instance instance : page) {
            if (!instance.beganBefore(limit)) {
                return new Page(deleted, seen, true);
            }
            seen = instance.id();
            if (instance.isPastBefore(limit)
                    && instance.executions().stream().noneMatch(it -> latest.contains(it.id()))) {
                deleted += instance.executions().size();
                delete(instance);
            }
        }
        return new Page(deleted, seen, page.size() < PAGE);
    }

    private void delete(Instance instance) {
        for (Instance.Execution execution : instance.executions()) {
            fates.forget(execution.id());
            log.forget(execution.id());
        }
        mappings.forget(instance.id());
        tables.delete(instance.id());
    }
}
