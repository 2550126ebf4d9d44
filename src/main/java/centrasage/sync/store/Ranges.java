package centrasage.sync.store;

import centrasage.sync.totals.Tally;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * The postings of one tally in order, as an index holds them: the first of a million cost no more than the first of ten. It is ordered by
 * all columns of the index, because else H2 sorts whatever it finds.
 */
final class Ranges {
    private static final String EQUAL = "p.kind = :kind AND p.state = :state AND p.company = :company AND p.currency = :currency"
            + " AND p.elsewhere = :elsewhere AND ";

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

        Comparator<Place> merging() {
            return merging;
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
        return entities
                .createQuery("SELECT p.id, p.since, p.amount FROM PostingRow p WHERE " + EQUAL + way.order, Object[].class)
                .setParameter("kind", tally.kind())
                .setParameter("state", tally.state())
                .setParameter("company", tally.company())
                .setParameter("currency", tally.currency())
                .setParameter("elsewhere", tally.elsewhere())
                .setParameter("from", way.from())
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(row -> new Place((Long) row[0], (Instant) row[1], (BigDecimal) row[2], tally.currency()))
                .toList();
    }
}
