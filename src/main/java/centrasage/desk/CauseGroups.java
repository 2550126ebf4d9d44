package centrasage.desk;

import centrasage.desk.rule.Sla;
import centrasage.flow.Owner;
import centrasage.flow.Severity;
import centrasage.money.Money;
import centrasage.sync.database.Atomic;
import centrasage.sync.database.DatabaseTime;
import centrasage.sync.database.UtcTimes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is open, or ignored, by cause: grouped by the database, because there may be thousands of one cause. */
@ApplicationScoped
public class CauseGroups {
    private EntityManager entities;
    private Sla sla;
    private DatabaseTime time;

    @SuppressWarnings("NullAway.Init")
    CauseGroups() {}

    @Inject
    CauseGroups(EntityManager entities, Sla sla, DatabaseTime time) {
        this.entities = entities;
        this.sla = sla;
        this.time = time;
    }

    private record Key(Severity severity, String group) {}

    /**
     * In this order; at most {@code most} from {@code first} on. Amounts of several currencies are compared by their figures: whoever
     * wants it exact filters for one.
     *
     * @throws IllegalArgumentException for what is over: nothing is counted over history
     */
    @Atomic
    public List<CauseGroup> page(Desk.Filter filter, Desk.Sort sort, int first, int most) {
        if (!filter.isOfTheDay()) {
            throw new IllegalArgumentException("only what is open or ignored is grouped, not " + filter.state());
        }
        Conditions conditions = Conditions.of(filter, sla, time.now());
        List<Object[]> groups = conditions
                .set(entities.createQuery(
                        "SELECT e.severity, e.groupKey, COUNT(e), SUM(e.amount) AS money,"
                                + " FUNCTION('MIN', e.openedAt) AS oldest, FUNCTION('MIN', e.waitsSince),"
                                + " FUNCTION('MIN', e.owner), FUNCTION('MAX', e.owner), MIN(e.id) AS example, "
                                + Desk.RANK + " AS grade FROM ExceptionRow e" + conditions.where()
                                + " GROUP BY e.severity, e.groupKey ORDER BY " + order(sort),
                        Object[].class))
                .setFirstResult(first)
                .setMaxResults(most)
                .getResultList();
        return groups.isEmpty() ? List.of() : complete(groups, filter, conditions);
    }

    private static String order(Desk.Sort sort) {
        return switch (sort) {
            case MONEY -> "money DESC, grade, example";
            case OLDEST -> "oldest, example";
            case SEVERITY -> "grade, money DESC, example";
            case NEWEST -> "example DESC";
        };
    }

    private List<CauseGroup> complete(List<Object[]> groups, Desk.Filter filter, Conditions conditions) {
        Map<Key, List<Money>> sums = sums(groups, conditions);
        Map<Long, BusinessException> examples = examples(groups);
        List<CauseGroup> complete = new ArrayList<>();
        for (Object[] group : groups) {
            Key key = key(group);
            BusinessException example = examples.get((Long) group[8]);
            if (example != null) {
                complete.add(new CauseGroup(
                        key.group(),
                        key.severity(),
                        (Long) group[2],
                        sums.getOrDefault(key, List.of()),
                        UtcTimes.aggregate(group[4]),
                        filter.state() == BusinessException.State.OPEN ? due(key, group[5]) : null,
                        owner(group[6], group[7]),
                        example));
            }
        }
        return complete;
    }

    private @Nullable Instant due(Key key, @Nullable Object since) {
        return since == null ? null : sla.due(key.severity(), UtcTimes.aggregate(since));
    }

    private static @Nullable Owner owner(Object least, Object most) {
        return least.equals(most) ? Owner.valueOf(least.toString()) : null;
    }

    private static Key key(Object[] group) {
        return new Key((Severity) group[0], (String) group[1]);
    }

    private Map<Key, List<Money>> sums(List<Object[]> groups, Conditions conditions) {
        Conditions ofThese = conditions.and(
                "e.groupKey IN :groups",
                "groups",
                groups.stream().map(group -> group[1]).distinct().toList());
        Map<Key, List<Money>> sums = new HashMap<>();
        ofThese.set(entities.createQuery(
                        "SELECT e.severity, e.groupKey, e.currency, SUM(e.amount) FROM ExceptionRow e" + ofThese.where()
                                + " GROUP BY e.severity, e.groupKey, e.currency ORDER BY e.currency",
                        Object[].class))
                .getResultList()
                .forEach(row -> add(sums, row));
        return sums;
    }

    private static void add(Map<Key, List<Money>> sums, Object[] row) {
        BigDecimal sum = (BigDecimal) row[3];
        if (sum.signum() != 0) {
            sums.computeIfAbsent(key(row), key -> new ArrayList<>())
                    .add(Money.of(sum.stripTrailingZeros(), (String) row[2]));
        }
    }

    private Map<Long, BusinessException> examples(List<Object[]> groups) {
        Map<Long, BusinessException> examples = new HashMap<>();
        entities.createQuery("SELECT e FROM ExceptionRow e WHERE e.id IN :ids", ExceptionRow.class)
                .setParameter("ids", groups.stream().map(group -> group[8]).toList())
                .getResultList()
                .forEach(row -> examples.put(row.toException().id(), row.toException()));
        return examples;
    }
}
