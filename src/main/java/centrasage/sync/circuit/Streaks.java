package centrasage.sync.circuit;

import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.sync.database.Atomic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;

/** The rows that count failures in a row. */
@ApplicationScoped
public class Streaks {
    private EntityManager entities;

    @SuppressWarnings("NullAway.Init")
    Streaks() {}

    @Inject
    public Streaks(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Makes a row that is not there yet, for whoever then locks it: in a transaction of its own, so that the caller's is not lost
     * where another node makes it in the same moment.
     *
     * @throws jakarta.persistence.PersistenceException when another has made it in the same moment
     */
    @Atomic(alone = true)
    public void make(String name, PostingKind kind) {
        if (entities.find(StreakRow.class, name) == null) {
            entities.persist(new StreakRow(name, kind));
            entities.flush(); // what fails with the commit is no exception of JPA
        }
    }

    /** Locked until the caller's transaction ends. */
    StreakRow lock(String name) {
        return entities.find(StreakRow.class, name, LockModeType.PESSIMISTIC_WRITE);
    }

    boolean isThere(String name) {
        return entities.createQuery("SELECT COUNT(s) FROM StreakRow s WHERE s.name = :name", Long.class)
                        .setParameter("name", name)
                        .getSingleResult()
                > 0;
    }

    /** One that went through: nothing is written where nothing has failed before it. */
    void end(String company, PostingKind kind, PostingState failedAs) {
        String name = StreakRow.name(company, kind, failedAs);
        boolean counts = entities.createQuery(
                                "SELECT COUNT(s) FROM StreakRow s WHERE s.name = :name AND s.failures > 0", Long.class)
                        .setParameter("name", name)
                        .getSingleResult()
                > 0;
        if (counts) {
            entities.createQuery("UPDATE StreakRow s SET s.failures = 0 WHERE s.name = :name")
                    .setParameter("name", name)
                    .executeUpdate();
        }
    }
}
