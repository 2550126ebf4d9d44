package centrasage.desk;

import centrasage.desk.rule.Sla;
import centrasage.money.Money;
import centrasage.sync.database.Atomic;
import centrasage.sync.database.DatabaseTime;
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
    private Sla sla;
    private DatabaseTime time;

    @SuppressWarnings("NullAway.Init")
    Exposure() {}

    @Inject
    Exposure(EntityManager entities, Sla sla, DatabaseTime time) {
        this.entities = entities;
        this.sla = sla;
        this.time = time;
    }

    /**
     * The exceptions of one currency.
     *
     * @param oldest when the first of them was opened
     */
    public record Total(long exceptions, Money atRisk, Instant oldest) {}

    /** How many there are, counted up to {@code most}: of what is over there may be millions. */
    @Atomic
    public int count(Desk.Filter filter, int most) {
        Conditions conditions = Conditions.of(filter, sla, time.now());
        return conditions
                .set(entities.createQuery("SELECT e.id FROM ExceptionRow e" + conditions.where(), Long.class))
                .setMaxResults(most)
                .getResultList()
                .size();
    }

    /** Exact, so only of what {@link Desk.Filter#isOfTheDay}. */
    @Atomic
    public List<Total> of(Desk.Filter filter) {
        Conditions conditions = Conditions.of(filter, sla, time.now());
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
