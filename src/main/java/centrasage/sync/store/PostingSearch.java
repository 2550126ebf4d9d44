package centrasage.sync.store;

import centrasage.flow.PostingState;
import centrasage.money.Money;
import centrasage.sync.database.Atomic;
import centrasage.sync.database.KeyParts;
import centrasage.sync.database.UtcTimes;
import centrasage.sync.totals.Tally;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Postings as people narrow them down: the rows of a filter, and what those rows add up to. Looking changes nothing. */
@ApplicationScoped
public class PostingSearch {
    /** Of more than these the rest is sorted in the database: nobody turns so many pages. */
    private static final int MERGED_MAX = 20_000;

    private EntityManager entities;
    private Counting counting;

    @SuppressWarnings("NullAway.Init")
    PostingSearch() {}

    @Inject
    PostingSearch(EntityManager entities) {
        this.entities = entities;
        this.counting = new Counting(entities);
    }

    /**
     * What to look for.
     *
     * @param documents which of them
     * @param states any of these; empty means every state
     * @param currency null means any
     * @param text a source key or the other side's number, whole, of a document or of the order that it belongs to; null means any
     * @param company null means any
     * @param days of which business dates; null means any
     */
    public record Filter(
            Documents documents,
            Set<PostingState> states,
            @Nullable String currency,
            @Nullable String text,
            @Nullable String company,
            @Nullable Days days) {

        /** All orders. */
        public static final Filter ALL = all(Documents.ORDERS);

        public Filter {
            states = Set.copyOf(states);
        }

        public static Filter all(Documents documents) {
            return in(documents, Set.of());
        }

        /** Orders in these states. */
        public static Filter in(Set<PostingState> states) {
            return in(Documents.ORDERS, states);
        }

        public static Filter in(Documents documents, Set<PostingState> states) {
            return new Filter(documents, states, null, null, null, null);
        }

        /** What carries this number, or follows from the order that does. */
        public static Filter carrying(Documents documents, String text) {
            return new Filter(documents, Set.of(), null, text, null, null);
        }

        public Filter inStates(Set<PostingState> others) {
            return new Filter(documents, others, currency, text, company, days);
        }

        /** What a few rows hold, as opposed to what is counted by the totals. */
        private boolean isNarrow() {
            return text != null || days != null;
        }

        private boolean finds(Tally tally) {
            return documents.count(tally)
                    && (states.isEmpty() || states.contains(tally.state()))
                    && (currency == null || currency.equals(tally.currency()))
                    && (company == null || company.equals(tally.company()));
        }
    }

    /** From one day to another, both of them included: no more of them than can be counted while somebody waits. */
    public record Days(LocalDate from, LocalDate to) {
        public static final int MOST = 92;

        public Days {
            to = to.isBefore(from) ? from : to;
            LocalDate last = from.plusDays(MOST - 1);
            to = to.isAfter(last) ? last : to;
        }
    }

    public enum Sort {
        NEWEST("p.since DESC, p.id DESC", Ranges.Way.NEWEST),
        OLDEST("p.since, p.id", Ranges.Way.OLDEST),
        LARGEST("p.currency, p.amount DESC, p.id DESC", Ranges.Way.LARGEST);

        private final String by;
        private final Ranges.Way way;

        Sort(String by, Ranges.Way way) {
            this.by = by;
            this.way = way;
        }
    }

    /**
     * The postings of one state and currency.
     *
     * @param oldest since when the first of them is in this state; null of what is posted or skipped, where it tells nothing
     */
    public record Group(
            PostingState state,
            long postings,
            Money sum,
            @Nullable Instant oldest) {
        private static Group of(Counting.Counted counted) {
            return new Group(counted.tally().state(), counted.postings(), counted.sum(), counted.oldest());
        }

        private Group plus(Group other) {
            return new Group(state, postings + other.postings, sum.plus(other.sum), earlier(oldest, other.oldest));
        }
    }

    /**
     * What follows from orders and is in one state.
     *
     * @param oldest since when the first of them is in this state; null of what is posted or skipped, where it tells nothing
     */
    public record Following(
            Documents documents,
            PostingState state,
            long postings,
            @Nullable Instant oldest) {
        private static Following of(Counting.Counted counted) {
            Tally tally = counted.tally();
            return new Following(Documents.of(tally.kind()), tally.state(), counted.postings(), counted.oldest());
        }

        private Following plus(Following other) {
            return new Following(documents, state, postings + other.postings, earlier(oldest, other.oldest));
        }
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    /** At most {@code most} of what the filter finds, from {@code first} on. */
    @Atomic
    public List<Posting> page(Filter filter, Sort sort, int first, int most) {
        return filter.isNarrow() || first + most > MERGED_MAX
                ? sorted(filter, sort, first, most)
                : merged(filter, sort, first, most);
    }

    /** The first of each tally that the filter finds, merged. */
    private List<Posting> merged(Filter filter, Sort sort, int first, int most) {
        List<Tally> tallies =
                counting.of(filter::finds).stream().map(Counting.Counted::tally).toList();
        List<Long> ids = Ranges.merged(entities, tallies, sort.way, first + most).stream()
                .map(Ranges.Place::id)
                .distinct()
                .skip(first)
                .toList();
        Map<Long, Posting> postings = new HashMap<>();
        for (List<Long> part : KeyParts.of(ids)) {
            entities.createQuery("SELECT p FROM PostingRow p WHERE p.id IN :ids", PostingRow.class)
                    .setParameter("ids", part)
                    .getResultList()
                    .forEach(row -> postings.put(row.id(), row.toPosting()));
        }
        return ids.stream().flatMap(id -> Stream.ofNullable(postings.get(id))).toList();
    }

    private List<Posting> sorted(Filter filter, Sort sort, int first, int most) {
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
        Stream<Group> found = filter.isNarrow()
                ? counted(filter)
                : counting.of(filter::finds).stream().map(Group::of);
        Map<String, Group> groups = new TreeMap<>();
        found.forEach(
                each -> groups.merge(each.sum().currency().getCurrencyCode() + "/" + each.state(), each, Group::plus));
        return List.copyOf(groups.values());
    }

    private Stream<Group> counted(Filter filter) {
        return query(
                        "SELECT p.state, p.currency, COUNT(p), SUM(p.amount), FUNCTION('MIN', p.since) FROM PostingRow p",
                        filter,
                        " GROUP BY p.state, p.currency",
                        Object[].class)
                .getResultList()
                .stream()
                .map(row -> new Group(
                        (PostingState) row[0],
                        (Long) row[2],
                        Money.of(((BigDecimal) row[3]).stripTrailingZeros(), (String) row[1]),
                        UtcTimes.aggregate(row[4])));
    }

    /** The companies that there are postings of. */
    @Atomic
    public List<String> companies() {
        return counting.of(tally -> true).stream()
                .map(each -> each.tally().company())
                .distinct()
                .sorted()
                .toList();
    }

    /** All that follows from orders, counted. */
    @Atomic
    public List<Following> following() {
        Map<String, Following> following = new TreeMap<>();
        counting.of(tally -> Documents.of(tally.kind()) != Documents.ORDERS).stream()
                .map(Following::of)
                .forEach(each -> following.merge(each.documents() + "/" + each.state(), each, Following::plus));
        return List.copyOf(following.values());
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
        if (filter.company() != null) {
            conditions.add("p.company = :company");
            values.put("company", filter.company());
        }
        Days days = filter.days();
        if (days != null) {
            conditions.add("p.businessDate BETWEEN :from AND :to");
            values.put("from", days.from());
            values.put("to", days.to());
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
