package centrasage.desk;

import centrasage.money.Money;
import centrasage.sync.database.Atomic;
import centrasage.sync.database.UtcTimes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** What exceptions add up to, by currency. */
@ApplicationScoped
public class Exposure {
    private EntityManager entities;

    @SuppressWarnings("NullAway.Init")
    Exposure() {}

    @Inject
    Exposure(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * The exceptions of one currency.
     *
     * @param oldest when the first of them was opened
     */
    public record Total(long exceptions, Money atRisk, Instant oldest) {}

    @Atomic
    public List<Total> of(Desk.Filter filter) {
        Conditions conditions = Conditions.of(filter);
        TypedQuery<Object[]> query = entities.createQuery(
                "SELECT e.currency, COUNT(e), SUM(e.amount), FUNCTION('MIN', e.openedAt) FROM ExceptionRow e"
                        + conditions.where() + " GROUP BY e.currency ORDER BY e.currency",
                Object[].class);
        conditions.values().forEach(query::setParameter);
        return query.getResultList().stream()
                .map(row -> new Total(
                        (Long) row[1],
                        Money.of(((BigDecimal) row[2]).stripTrailingZeros(), (String) row[0]),
                        UtcTimes.aggregate(row[3])))
                .toList();
    }
}
