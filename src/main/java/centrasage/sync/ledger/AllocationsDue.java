package centrasage.sync.ledger;

import centrasage.sync.database.Atomic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;

/**
 * The orders whose ledger entries have changed since their allocations were planned. Each change is added in the transaction that makes
 * it, and taken out in the one that plans: so that of two changes at once, neither of which sees the other, the later plan sees both.
 */
@ApplicationScoped
public class AllocationsDue {
    private EntityManager entities;

    @SuppressWarnings("NullAway.Init")
    AllocationsDue() {}

    @Inject
    public AllocationsDue(EntityManager entities) {
        this.entities = entities;
    }

    /** In the caller's transaction. */
    @Atomic
    public void add(String object) {
        entities.persist(new AllocationDueRow(object));
    }

    /** Orders with something due, in the order of their names from after this one; at most {@code most}. */
    @Atomic
    public List<String> after(String object, int most) {
        return entities.createQuery(
                        "SELECT DISTINCT d.object FROM AllocationDueRow d WHERE d.object > :after ORDER BY d.object",
                        String.class)
                .setParameter("after", object)
                .setMaxResults(most)
                .getResultList();
    }

    /**
     * In the caller's transaction, before it reads what changed.
     *
     * @return false where somebody else has planned them meanwhile
     */
    @Atomic
    public boolean take(String object) {
        List<AllocationDueRow> rows = entities.createQuery(
                        "SELECT d FROM AllocationDueRow d WHERE d.object = :object ORDER BY d.id",
                        AllocationDueRow.class)
                .setParameter("object", object)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        rows.forEach(entities::remove);
        return !rows.isEmpty();
    }
}
