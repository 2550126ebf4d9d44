package centrasage.sync.store;

import centrasage.sync.totals.Tally;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Queue;

/**
 * The postings of one tally in order, as an index holds them: the first of a million cost no more than the first of ten. It is ordered by
 * all columns of the index, because else H2 sorts whatever it finds.
 */
final class Ranges {
    private static final String EQUAL =
            "p.kind = :kind AND p.state = :state AND p.company = :company AND p.currency = :currency"
                    + " AND p.elsewhere = :elsewhere AND ";

    private static final int PART = 50;

    private Ranges() {}

    /** In which order. */
    enum Way {
        NEWEST(
                "p.since > :from ORDER BY p.kind DESC, p.state DESC, p.company DESC, p.currency DESC, p.since DESC, p.id DESC",
                Comparator.comparing(Place::since).thenComparing(Place::id).reversed()),
        OLDEST(
                "p.since > :from ORDER BY p.kind, p.state, p.company, p.currency, p.since, p.id",
                Comparator.comparing(Place::since).thenComparing(Place::id)),
        LARGEST(
                "p.amount > :from ORDER BY p.kind DESC, p.state DESC, p.company DESC, p.currency DESC, p.amount DESC,"
                        + " p.id DESC",
                Comparator.comparing(Place::currency)
                        .thenComparing(Place::amount, Comparator.reverseOrder())
                        .thenComparing(Place::id, Comparator.reverseOrder()));

        private final String order;
        private final Comparator<Place> merging;

        Way(String order, Comparator<Place> merging) {
            this.order = order;
            this.merging = merging;
        }

        private Object from() {
            return this == LARGEST ? LEAST : EVER;
        }
    }

    private static final Instant EVER = Instant.EPOCH;
    private static final BigDecimal LEAST = new BigDecimal("-1000000000000");

    /** Of a posting what it is ordered by. */
    record Place(long id, Instant since, BigDecimal amount, String currency) {}

    /** The first {@code most} of a tally. */
    static List<Place> of(EntityManager entities, Tally tally, Way way, int most) {
        return of(entities, tally, way, new Part(0, most));
    }

    private static List<Place> of(EntityManager entities, Tally tally, Way way, Part part) {
        return entities
                .createQuery(
                        "SELECT p.id, p.since, p.amount FROM PostingRow p WHERE " + EQUAL + way.order, Object[].class)
                .setParameter("kind", tally.kind())
                .setParameter("state", tally.state())
                .setParameter("company", tally.company())
                .setParameter("currency", tally.currency())
                .setParameter("elsewhere", tally.elsewhere())
                .setParameter("from", way.from())
                .setFirstResult(part.first())
                .setMaxResults(part.most())
                .getResultList()
                .stream()
                .map(row -> new Place((Long) row[0], (Instant) row[1], (BigDecimal) row[2], tally.currency()))
                .toList();
    }

    private record Part(int first, int most) {
        private Part next() {
            return new Part(first + most, 2 * most);
        }
    }

    /**
     * Those of several tallies together, as far as {@code upTo}: no more of each is read than comes before the rest of the others, a part
     * at a time.
     */
    static List<Place> merged(EntityManager entities, List<Tally> tallies, Way way, int upTo) {
        PriorityQueue<Walk> walks = new PriorityQueue<>(
                Comparator.comparing(walk -> Objects.requireNonNull(walk.places.peek()), way.merging));
        tallies.stream()
                .distinct()
                .map(tally -> new Walk(entities, tally, way, new Part(0, Math.max(PART, upTo / tallies.size()))))
                .filter(Walk::hasMore)
                .forEach(walks::add);
        List<Place> merged = new ArrayList<>();
        while (merged.size() < upTo && !walks.isEmpty()) {
            Walk walk = walks.remove();
            merged.add(walk.places.remove());
            if (walk.hasMore()) {
                walks.add(walk);
            }
        }
        return merged;
    }

    /** Goes through one tally. */
    private static final class Walk {
        private final EntityManager entities;
        private final Tally tally;
        private final Way way;
        private final Queue<Place> places = new ArrayDeque<>();
        private Part next;
        private boolean ended;

        private Walk(EntityManager entities, Tally tally, Way way, Part first) {
            this.entities = entities;
            this.tally = tally;
            this.way = way;
            this.next = first;
        }

        private boolean hasMore() {
            if (places.isEmpty() && !ended) {
                places.addAll(of(entities, tally, way, next));
                ended = places.size() < next.most();
                next = next.next();
            }
            return !places.isEmpty();
        }
    }
}
