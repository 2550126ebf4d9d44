package centrasage.desk;

import centrasage.flow.Owner;
import centrasage.flow.Severity;
import centrasage.money.Money;
import centrasage.sync.database.Atomic;
import centrasage.sync.database.UtcTimes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** What is open, summed up for whoever reads it once a day. */
@ApplicationScoped
public class Standing {
    private EntityManager entities;

    @SuppressWarnings("NullAway.Init")
    Standing() {}

    @Inject
    Standing(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * The open exceptions of one owner, severity and currency.
     *
     * @param oldest when the first of them was opened
     */
    public record Open(Owner owner, Severity severity, long exceptions, Money atRisk, Instant oldest) {}

    @Atomic
    public List<Open> open() {
        return entities
                .createQuery(
                        "SELECT e.owner, e.severity, COUNT(e), SUM(e.amount), e.currency, FUNCTION('MIN', e.openedAt)"
                                + " FROM ExceptionRow e WHERE e.state = :open GROUP BY e.owner, e.severity, e.currency"
                                + " ORDER BY e.owner, e.severity, e.currency",
                        Object[].class)
                .setParameter("open", BusinessException.State.OPEN)
                .getResultList()
                .stream()
                .map(row -> new Open(
                        (Owner) row[0],
                        (Severity) row[1],
                        (Long) row[2],
                        Money.of(((BigDecimal) row[3]).stripTrailingZeros(), (String) row[4]),
                        UtcTimes.aggregate(row[5])))
                .toList();
    }

    /** How many are open that were opened from this moment on, or before it. */
    @Atomic
    public long openedSince(Instant moment, Collection<Owner> owners) {
        return count("e.state = :state AND e.openedAt >= :moment", BusinessException.State.OPEN, moment, owners);
    }

    @Atomic
    public long openedBefore(Instant moment, Collection<Owner> owners) {
        return count("e.state = :state AND e.openedAt < :moment", BusinessException.State.OPEN, moment, owners);
    }

    /** How many were closed from this moment on, and are. */
    @Atomic
    public long closedSince(Instant moment, Collection<Owner> owners) {
        return count("e.state = :state AND e.changedAt >= :moment", BusinessException.State.RESOLVED, moment, owners);
    }

    private long count(String which, BusinessException.State state, Instant moment, Collection<Owner> owners) {
        return entities.createQuery(
                        "SELECT COUNT(e) FROM ExceptionRow e WHERE " + which + " AND e.owner IN :owners", Long.class)
                .setParameter("state", state)
                .setParameter("moment", moment)
                .setParameter("owners", owners)
                .getSingleResult();
    }

    /** The open exceptions of these kinds, the oldest first. */
    @Atomic
    public List<BusinessException> open(Collection<BusinessException.Kind> kinds, int most) {
        return entities
                .createQuery(
                        "SELECT e FROM ExceptionRow e WHERE e.state = :open AND e.kind IN :kinds ORDER BY e.openedAt,"
                                + " e.id",
                        ExceptionRow.class)
                .setParameter("open", BusinessException.State.OPEN)
                .setParameter("kinds", kinds)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(ExceptionRow::toException)
                .toList();
    }
}
