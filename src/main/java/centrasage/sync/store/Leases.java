package centrasage.sync.store;

import centrasage.sync.database.Atomic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Leases by compare-and-set, measured by the database's time; always in the caller's transaction. */
@ApplicationScoped
public class Leases {
    private EntityManager entities;

    @SuppressWarnings("NullAway.Init")
    Leases() {}

    @Inject
    Leases(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Takes a lease that nobody holds.
     *
     * @return false when somebody holds it
     * @throws jakarta.persistence.PersistenceException when another node took it in the same moment
     */
    boolean take(String name, String holder, Duration length, Instant now) {
        int taken = entities.createQuery("UPDATE LeaseRow l SET l.holder = :holder, l.until = :until"
                        + " WHERE l.name = :name AND l.until <= :now")
                .setParameter("holder", holder)
                .setParameter("until", now.plus(length))
                .setParameter("name", name)
                .setParameter("now", now)
                .executeUpdate();
        if (taken == 1) {
            return true;
        }
        if (entities.createQuery("SELECT COUNT(l) FROM LeaseRow l WHERE l.name = :name", Long.class)
                        .setParameter("name", name)
                        .getSingleResult()
                > 0) {
            return false;
        }
        entities.persist(new LeaseRow(name, holder, now.plus(length)));
        entities.flush();
        return true;
    }

    /** Lengthens a lease that this holder still has; false when it is lost. */
    boolean renew(String name, String holder, Duration length, Instant now) {
        return entities.createQuery("UPDATE LeaseRow l SET l.until = :until"
                                + " WHERE l.name = :name AND l.holder = :holder AND l.until > :now")
                        .setParameter("until", now.plus(length))
                        .setParameter("name", name)
                        .setParameter("holder", holder)
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    void end(String name, String holder) {
        entities.createQuery("DELETE FROM LeaseRow l WHERE l.name = :name AND l.holder = :holder")
                .setParameter("name", name)
                .setParameter("holder", holder)
                .executeUpdate();
    }

    /** The leases whose names begin so, live or not. */
    @Atomic
    public List<Lease> named(String prefix) {
        return entities
                .createQuery(
                        "SELECT l FROM LeaseRow l WHERE SUBSTRING(l.name, 1, :length) = :prefix ORDER BY l.name",
                        LeaseRow.class)
                .setParameter("prefix", prefix)
                .setParameter("length", prefix.length())
                .getResultList()
                .stream()
                .map(LeaseRow::toLease)
                .toList();
    }

    /** Ends every lease of holders whose names begin so: their process is known to be dead. */
    @Atomic
    public int endOf(String holderPrefix) {
        return entities.createQuery("DELETE FROM LeaseRow l WHERE SUBSTRING(l.holder, 1, :length) = :prefix")
                .setParameter("prefix", holderPrefix)
                .setParameter("length", holderPrefix.length())
                .executeUpdate();
    }
}
