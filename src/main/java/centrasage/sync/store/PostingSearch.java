package centrasage.sync.store;

import centrasage.flow.PostingState;
import centrasage.money.Money;
import centrasage.sync.database.Atomic;
import centrasage.sync.database.UtcTimes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Postings as people narrow them down: the rows of a filter, and what those rows add up to. Looking changes nothing. */
@ApplicationScoped
public class PostingSearch {
    private EntityManager entities;

    @SuppressWarnings("NullAway.Init")
    PostingSearch() {}

    @Inject
    PostingSearch(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * What to look for.
     *
     * @param states any of these; empty means every state
     * @param currency null means any
     * @param text a source key or the other side's number, whole; null means any
     */
    public record Filter(
            Set<PostingState> states,
            @Nullable String currency,
            @Nullable String text) {

        public static final Filter ALL = new Filter(Set.of(), null, null);

        public Filter {
            states = Set.copyOf(states);
        }

        public static Filter in(Set<PostingState> states) {
            return new Filter(states, null, null);
        }
    }

    public enum Sort {
        NEWEST("p.since DESC, p.id DESC"),
        OLDEST("p.since, p.id"),
        LARGEST("p.currency, p.amount DESC, p.id");

        private final String by;

        Sort(String by) {
            this.by = by;
        }
    }

    /**
     * The postings of one state and currency.
     *
     * @param oldest since when the first of them is in this state
     */
    public record Group(PostingState state, long postings, Money sum, Instant oldest) {}

    /** At most {@code most} of what the filter finds, from {@code first} on. */
    @Atomic
    public List<Posting> page(Filter filter, Sort sort, int first, int most) {
        return query("SELECT p FROM PostingRow p", filter, " ORDER BY " + sort.by, PostingRow.class)
                .setFirstResult(first)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(PostingRow::toPosting)
                .toList();
    }

    /** What the filter finds, counted and summed by state and currency. */
    @Atomic
    public List<Group> groups(Filter filter) {
        return query(
                        "SELECT p.state, p.currency, COUNT(p), SUM(p.amount), FUNCTION('MIN', p.since) FROM PostingRow p",
                        filter,
                        " GROUP BY p.state, p.currency ORDER BY p.currency",
                        Object[].class)
                .getResultList()
                .stream()
                .map(row -> new Group(
                        (PostingState) row[0],
                        (Long) row[2],
                        Money.of(((BigDecimal) row[3]).stripTrailingZeros(), (String) row[1]),
                        UtcTimes.aggregate(row[4])))
                .toList();
    }

    private <T> TypedQuery<T> query(String select, Filter filter, String ending, Class<T> type) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> values = new LinkedHashMap<>();
        if (!filter.states().isEmpty()) {
            conditions.add("p.state IN :states");
            values.put("states", filter.states());
        }
        if (filter.currency() != null) {
            conditions.add("p.currency = :currency");
            values.put("currency", filter.currency());
        }
        if (filter.text() == null) {
            conditions.add(Postings.COUNTED);
        } else {
            conditions.add(Postings.NO_PART_OF_ANOTHER + " AND p.id IN :ids");
            values.put("ids", Numbered.ids(entities, filter.text()));
        }
        String where = " WHERE " + String.join(" AND ", conditions);
        TypedQuery<T> query = entities.createQuery(select + where + ending, type);
        values.forEach(query::setParameter);
        return query;
    }
}
