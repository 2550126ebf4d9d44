package centrasage.sync.runs;

import centrasage.sync.database.Atomic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the executions of jobs counted, by the words that people read. */
@ApplicationScoped
public class RunCounts {
    private EntityManager entities;

    @SuppressWarnings("NullAway.Init")
    RunCounts() {}

    @Inject
    RunCounts(EntityManager entities) {
        this.entities = entities;
    }

    /** Adds to the counts of an execution; the threads of the one node that runs it take turns. */
    @Atomic(alone = true)
    public void add(long executionId, Map<String, Long> counts) {
        counts.forEach((name, more) -> {
            JobCountRow row = entities.find(JobCountRow.class, new JobCountRow.Key(executionId, name));
            if (row == null) {
                row = new JobCountRow(executionId, name);
                entities.persist(row);
            }
            row.add(more);
        });
    }

    @Atomic
    public Map<String, Long> of(long executionId) {
        return entities
                .createQuery("SELECT c FROM JobCountRow c WHERE c.executionId = :id", JobCountRow.class)
                .setParameter("id", executionId)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(JobCountRow::name, JobCountRow::counted, Long::sum, TreeMap::new));
    }

    /** What these executions counted; one that counted nothing is missing. */
    @Atomic
    public Map<Long, Map<String, Long>> of(Collection<Long> executions) {
        Map<Long, Map<String, Long>> counts = new HashMap<>();
        if (!executions.isEmpty()) {
            entities.createQuery("SELECT c FROM JobCountRow c WHERE c.executionId IN :ids", JobCountRow.class)
                    .setParameter("ids", executions)
                    .getResultList()
                    .forEach(row -> counts.computeIfAbsent(row.executionId(), none -> new TreeMap<>())
                            .put(row.name(), row.counted()));
        }
        return counts;
    }

    /** Forgets what a deleted execution counted. */
    @Atomic
    public void forget(long executionId) {
        entities.createQuery("DELETE FROM JobCountRow c WHERE c.executionId = :id")
                .setParameter("id", executionId)
                .executeUpdate();
    }
}
