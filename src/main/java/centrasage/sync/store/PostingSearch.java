package centrasage.sync.store;

import centrasage.flow.PostingKind;
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
     * @param documents which of them
     * @param states any of these; empty means every state
     * @param currency null means any
     * @param text a source key or the other side's number, whole, of a document or of the order that it belongs to; null means any
     */
    public record Filter(
            Documents documents,
            Set<PostingState> states,
            @Nullable String currency,
            @Nullable String text) {

        /** All orders. */
        public static final Filter ALL = all(Documents.ORDERS);

        public Filter {
            states = Set.copyOf(states);
        }

        public static Filter all(Documents documents) {
            return new Filter(documents, Set.of(), null, null);
        }

        /** Orders in these states. */
        public static Filter in(Set<PostingState> states) {
            return in(Documents.ORDERS, states);
        }

        public static Filter in(Documents documents, Set<PostingState> states) {
            return new Filter(documents, states, null, null);
        }

        /** What carries this number, or follows from the order that does. */
        public static Filter carrying(Documents documents, String text) {
            return new Filter(documents, Set.of(), null, text);
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

    /**
     * What follows from orders and is in one state.
     *
     * @param oldest since when the first of them is in this state
     */
    public record Following(Documents documents, PostingState state, long postings, Instant oldest) {}

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

    /** Whether anything carries this number, whole. */
    @Atomic
    public boolean carries(String text) {
        return Numbered.any(entities, text);
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

    /** All that follows from orders, counted; all in one walk, because a page that renews itself asks for it. */
    @Atomic
    public List<Following> following() {
        return entities
                .createQuery(
                        "SELECT p.kind, p.state, COUNT(p), FUNCTION('MIN', p.since) FROM PostingRow p WHERE p.kind NOT IN"
                                + " (centrasage.flow.PostingKind.ORDER, centrasage.flow.PostingKind.ORDER_CORRECTION)"
                                + " GROUP BY p.kind, p.state",
                        Object[].class)
                .getResultList()
                .stream()
                .map(row -> new Following(
                        Documents.of((PostingKind) row[0]),
                        (PostingState) row[1],
                        (Long) row[2],
                        UtcTimes.aggregate(row[3])))
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
            conditions.add(filter.documents().countedOnce());
        } else {
            conditions.add(filter.documents().condition() + " AND p.id IN :ids");
            values.put("ids", Numbered.ids(entities, filter.text()));
        }
        String where = " WHERE " + String.join(" AND ", conditions);
        TypedQuery<T> query = entities.createQuery(select + where + ending, type);
        values.forEach(query::setParameter);
        return query;
    }
}
