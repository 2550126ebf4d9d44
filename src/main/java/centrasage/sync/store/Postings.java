package centrasage.sync.store;

import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.money.Money;
import centrasage.sync.database.Atomic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reading what the store knows of postings, for people and checks. Looking changes nothing. */
@ApplicationScoped
public class Postings {
    /**
     * Orders alone, because what is despatched of them is the same money; and corrections that are not there yet, which are work: once
     * there, their pennies are in the order's total.
     */
    static final String NO_PART_OF_ANOTHER = "(p.kind = centrasage.flow.PostingKind.ORDER"
            + " OR p.kind = centrasage.flow.PostingKind.ORDER_CORRECTION"
            + " AND p.state <> centrasage.flow.PostingState.POSTED)";

    private EntityManager entities;

    @SuppressWarnings("NullAway.Init")
    Postings() {}

    @Inject
    Postings(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * What to look for; null means any.
     *
     * @param text a source key or the other side's number, whole
     */
    public record Filter(
            @Nullable PostingState state,
            @Nullable PostingKind kind,
            @Nullable String text) {}

    /** How many postings are in one state, and their sum in one currency. */
    public record Count(PostingState state, long postings, Money sum) {
        private Count plus(Count other) {
            return new Count(state, postings + other.postings, sum.plus(other.sum));
        }
    }

    /** Newest first; at most {@code most} with ids below {@code before}. */
    @Atomic
    public List<Posting> list(Filter filter, long before, int most) {
        List<String> conditions = new ArrayList<>(List.of("p.id < :before"));
        Map<String, Object> values = new LinkedHashMap<>(Map.of("before", before));
        if (filter.state() != null) {
            conditions.add("p.state = :state");
            values.put("state", filter.state());
        }
        if (filter.kind() != null) {
            conditions.add("p.kind = :kind");
            values.put("kind", filter.kind());
        }
        if (filter.text() != null) {
            conditions.add("p.id IN :ids");
            values.put("ids", Numbered.ids(entities, filter.text()));
        }
        TypedQuery<PostingRow> query = entities.createQuery(
                "SELECT p FROM PostingRow p WHERE " + String.join(" AND ", conditions) + " ORDER BY p.id DESC",
                PostingRow.class);
        values.forEach(query::setParameter);
        return postings(query.setMaxResults(most));
    }

    /** All postings of one source document, in every company, in the order of their ranks. */
    @Atomic
    public List<Posting> of(String sourceKey) {
        return postings(entities.createQuery(
                        "SELECT p FROM PostingRow p WHERE p.sourceKey = :key ORDER BY p.rank, p.id", PostingRow.class)
                .setParameter("key", sourceKey));
    }

    /** The number of the order that a shipment or a despatch belongs to; of what is none of them, what was asked. */
    @Atomic
    public String orderOf(String sourceKey) {
        return of(sourceKey).stream()
                .filter(posting -> posting.key().kind() != PostingKind.ORDER)
                .map(Posting::order)
                .findFirst()
                .orElse(sourceKey);
    }

    /** All postings of one order, in every company, with those of its shipments and despatches, in the order of their ranks. */
    @Atomic
    public List<Posting> withAllThatFollows(String orderNumber) {
        return ofObjects(
                of(orderNumber).stream().map(Posting::object).distinct().toList());
    }

    /** The postings of these business objects, such as an order with its shipments, in the order of their ranks. */
    @Atomic
    public List<Posting> ofObjects(Collection<String> objects) {
        return objects.isEmpty()
                ? List.of()
                : postings(entities.createQuery(
                                "SELECT p FROM PostingRow p WHERE p.object IN :objects ORDER BY p.rank, p.id",
                                PostingRow.class)
                        .setParameter("objects", objects));
    }

    /** What the document of a source came to when it was last planned; in a transaction of its own. */
    @Atomic(alone = true)
    public Optional<Money> amountOf(String sourceKey) {
        return of(sourceKey).stream().findFirst().map(Posting::amount);
    }

    private static List<Posting> postings(TypedQuery<PostingRow> query) {
        return query.getResultList().stream().map(PostingRow::toPosting).toList();
    }

    @Atomic
    public Optional<Posting> get(long id) {
        return Optional.ofNullable(entities.find(PostingRow.class, id)).map(PostingRow::toPosting);
    }

    /** Every send of a posting, oldest first. */
    @Atomic
    public List<Attempt> attempts(long postingId) {
        return entities
                .createQuery("SELECT a FROM AttemptRow a WHERE a.postingId = :id ORDER BY a.number", AttemptRow.class)
                .setParameter("id", postingId)
                .getResultList()
                .stream()
                .map(AttemptRow::toAttempt)
                .toList();
    }

    /** What a posting joins, such as the Centra order and the Sage order. */
    @Atomic
    public List<Link> links(long postingId) {
        return entities
                .createQuery("SELECT l FROM LinkRow l WHERE l.postingId = :id ORDER BY l.id", LinkRow.class)
                .setParameter("id", postingId)
                .getResultList()
                .stream()
                .map(LinkRow::toLink)
                .toList();
    }

    /** One row for each state and currency that occurs; an order that went over to another company counts there. */
    @Atomic
    public List<Count> counts(Documents which) {
        Map<List<Object>, Count> counts = new TreeMap<>(Comparator.comparing(Object::toString));
        new Counting(entities)
                .of(which::count)
                .forEach(each -> counts.merge(
                        List.of(each.tally().state(), each.tally().currency()),
                        new Count(each.tally().state(), each.postings(), each.sum()),
                        Count::plus));
        return List.copyOf(counts.values());
    }
}
