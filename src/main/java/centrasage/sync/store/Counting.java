package centrasage.sync.store;

import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.money.Money;
import centrasage.sync.database.UtcTimes;
import centrasage.sync.totals.PostingTotals;
import centrasage.sync.totals.Tally;
import centrasage.sync.totals.Total;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Counts postings without walking through history: what is at rest by its totals, and what is under way as it is. */
final class Counting {
    private static final Set<PostingState> UNDER_WAY = EnumSet.complementOf(EnumSet.copyOf(Tally.AT_REST));

    /** Since when the first of these is in its state tells nobody anything. */
    private static final Set<PostingState> DONE = EnumSet.of(PostingState.POSTED, PostingState.SKIPPED);

    private final EntityManager entities;
    private final PostingTotals totals;

    Counting(EntityManager entities) {
        this.entities = entities;
        this.totals = new PostingTotals(entities);
    }

    /** @param oldest since when the first of them is in this state; null where that tells nothing */
    record Counted(
            Tally tally,
            long postings,
            BigDecimal amount,
            @Nullable Instant oldest) {
        Money sum() {
            return Money.of(amount.stripTrailingZeros(), tally.currency());
        }
    }

    /** What is under way first: what comes to rest between the two may be in both for a moment, but is never in neither. */
    List<Counted> of(Predicate<Tally> wanted) {
        List<Counted> underWay = underWay(wanted);
        return Stream.concat(underWay.stream(), atRest(wanted)).toList();
    }

    private List<Counted> underWay(Predicate<Tally> wanted) {
        return entities
                .createQuery(
                        "SELECT p.kind, p.state, p.company, p.currency, p.elsewhere, COUNT(p), SUM(p.amount),"
                                + " FUNCTION('MIN', p.since) FROM PostingRow p WHERE p.state IN :states"
                                + " GROUP BY p.kind, p.state, p.company, p.currency, p.elsewhere",
                        Object[].class)
                .setParameter("states", UNDER_WAY)
                .getResultList()
                .stream()
                .map(Counting::counted)
                .filter(each -> wanted.test(each.tally()))
                .toList();
    }

    private static Counted counted(Object[] row) {
        Tally tally = new Tally(
                (PostingKind) row[0], (PostingState) row[1], (String) row[2], (String) row[3], (Boolean) row[4]);
        return new Counted(tally, (Long) row[5], (BigDecimal) row[6], UtcTimes.aggregate(row[7]));
    }

    private Stream<Counted> atRest(Predicate<Tally> wanted) {
        return totals.all().stream().filter(total -> wanted.test(total.tally())).map(this::counted);
    }

    private Counted counted(Total total) {
        return new Counted(total.tally(), total.postings(), total.amount(), oldest(total.tally()));
    }

    private @Nullable Instant oldest(Tally tally) {
        return DONE.contains(tally.state())
                ? null
                : Ranges.of(entities, tally, Ranges.Way.OLDEST, 1).stream()
                        .findFirst()
                        .map(Ranges.Place::since)
                        .orElse(null);
    }
}
