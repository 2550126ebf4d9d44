package centrasage.settlements.store;

import centrasage.money.Money;
import centrasage.sync.database.Atomic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds batches as people look for them: page by page, in an order of their choice. */
@ApplicationScoped
public class SettlementSearch {
    private EntityManager entities;

    @SuppressWarnings("NullAway.Init")
    SettlementSearch() {}

    @Inject
    public SettlementSearch(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * What to look for; null means any.
     *
     * @param states none means all but those that are replaced by a later version
     * @param from the first day, by the last line of a batch
     * @param to the last such day
     * @param differing only those that are not proven, came again otherwise, or have lines that settle nothing known
     */
    public record Filter(
            @Nullable String psp,
            @Nullable String currency,
            @Nullable String company,
            Set<BatchState> states,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            boolean differing) {
        public Filter {
            states = Set.copyOf(states);
        }
    }

    /** In which order. */
    public enum Sort {
        LATEST("b.last DESC, b.id DESC"),
        EARLIEST("b.last, b.id"),
        LARGEST("b.paidOut DESC, b.id DESC"),
        SMALLEST("b.paidOut, b.id"),
        MOST_LINES("b.lines DESC, b.id DESC"),
        FEWEST_LINES("b.lines, b.id");

        private final String by;

        Sort(String by) {
            this.by = by;
        }
    }

    /** From the one at {@code first} on, counted from 0; at most {@code most}. */
    @Atomic
    public List<SettlementBatch> page(Filter filter, Sort sort, int first, int most) {
        return asked("SELECT b", filter, " ORDER BY " + sort.by, SettlementBatchRow.class)
                .setFirstResult(first)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(SettlementBatchRow::toBatch)
                .toList();
    }

    private <T> TypedQuery<T> asked(String what, Filter filter, String order, Class<T> type) {
        Map<String, Object> values = new TreeMap<>();
        List<String> conditions = new ArrayList<>();
        conditions.add("b.state IN :states");
        values.put("states", states(filter));
        with("b.psp = :psp", "psp", filter.psp(), conditions, values);
        with("b.currency = :currency", "currency", filter.currency(), conditions, values);
        with("b.company = :company", "company", filter.company(), conditions, values);
        with("b.last >= :from", "from", filter.from(), conditions, values);
        with("b.last <= :to", "to", filter.to(), conditions, values);
        if (filter.differing()) {
            conditions.add("(b.state IN :wrong OR EXISTS (SELECT t.id FROM LineTallyRow t WHERE t.batch = b.id"
                    + " AND t.state IN :waiting))");
            values.put("wrong", EnumSet.of(BatchState.STOPPED, BatchState.DIFFERS));
            values.put("waiting", LineState.WAITING);
        }
        TypedQuery<T> query = entities.createQuery(
                what + " FROM SettlementBatchRow b WHERE " + String.join(" AND ", conditions) + order, type);
        values.forEach(query::setParameter);
        return query;
    }

    private static Set<BatchState> states(Filter filter) {
        if (!filter.states().isEmpty()) {
            return filter.states();
        }
        return EnumSet.complementOf(EnumSet.of(BatchState.RECEIVING, BatchState.SUPERSEDED));
    }

    private static void with(
            String condition,
            String name,
            @Nullable Object value,
            List<String> conditions,
            Map<String, Object> values) {
        if (value != null) {
            conditions.add(condition);
            values.put(name, value);
        }
    }

    /** How many of one currency a filter finds, and what they have paid out. */
    public record Total(long batches, Money paidOut) {}

    /** In each currency. */
    @Atomic
    public List<Total> totals(Filter filter) {
        return asked(
                        "SELECT b.currency, COUNT(b), SUM(b.paidOut)",
                        filter,
                        " GROUP BY b.currency ORDER BY b.currency",
                        Object[].class)
                .getResultList()
                .stream()
                .map(row -> new Total((Long) row[1], Money.of(orZero(row[2]).stripTrailingZeros(), (String) row[0])))
                .toList();
    }

    private static BigDecimal orZero(@Nullable Object sum) {
        return sum == null ? BigDecimal.ZERO : (BigDecimal) sum;
    }

    /** What there is to choose from. */
    public record Choices(SortedSet<String> psps, SortedSet<String> currencies, SortedSet<String> companies) {}

    @Atomic
    public Choices choices() {
        Choices choices = new Choices(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
        entities.createQuery("SELECT DISTINCT b.psp, b.currency, b.company FROM SettlementBatchRow b", Object[].class)
                .getResultList()
                .forEach(row -> {
                    choices.psps().add((String) row[0]);
                    choices.currencies().add((String) row[1]);
                    choices.companies().add((String) row[2]);
                });
        choices.companies().remove("");
        return choices;
    }
}
