package centrasage.sync.runs;

import centrasage.flow.PostingKind;
import centrasage.money.Money;
import centrasage.sync.database.Atomic;
import centrasage.sync.database.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** What is left to do for the runs of jobs, and what was sent within a time. Looking changes nothing. */
@ApplicationScoped
public class Backlog {
    private EntityManager entities;
    private DatabaseTime time;

    @SuppressWarnings("NullAway.Init")
    Backlog() {}

    @Inject
    public Backlog(EntityManager entities, DatabaseTime time) {
        this.entities = entities;
        this.time = time;
    }

    /** Postings of one kind and currency that are to be sent now. */
    public record Due(PostingKind kind, long postings, Money sum) {}

    /** How many documents of a kind wait for their plan. */
    @Atomic
    public long unplanned(String kind) {
        return number(query("SELECT COUNT(*) FROM staged_document WHERE state = 'STAGED' AND kind = ?1", kind)
                .getSingleResult());
    }

    /** What any lane may send at this moment. */
    @Atomic
    public List<Due> due() {
        List<?> rows = query(
                        "SELECT p.kind, p.currency, COUNT(*), SUM(p.amount) FROM posting_queue q JOIN posting p"
                                + " ON p.id = q.posting_id WHERE q.purpose = 'POST' AND q.waits_for IS NULL AND q.not_before <= ?1"
                                + " GROUP BY p.kind, p.currency ORDER BY p.kind, p.currency",
                        utc(time.now()))
                .getResultList();
        return rows.stream().map(Object[].class::cast).map(Backlog::due).toList();
    }

    private static Due due(Object[] row) {
        return new Due(
                PostingKind.valueOf((String) row[0]),
                number(row[2]),
                Money.of(((BigDecimal) row[3]).stripTrailingZeros(), (String) row[1]));
    }

    /** How often something was sent within this time, and answered. */
    @Atomic
    public long sent(Instant from, Instant until) {
        return number(query(
                        "SELECT COUNT(*) FROM posting_attempt WHERE started_at >= ?1 AND started_at <= ?2 AND ended_at IS NOT NULL",
                        utc(from),
                        utc(until))
                .getSingleResult());
    }

    /** The postings that were sent within this time, newest first, by any worker. */
    @Atomic
    public List<Long> postings(Instant from, Instant until, int most) {
        List<?> found = query(
                        "SELECT posting_id FROM posting_attempt WHERE started_at >= ?1 AND started_at <= ?2"
                                + " GROUP BY posting_id ORDER BY MAX(started_at) DESC, posting_id",
                        utc(from),
                        utc(until))
                .setMaxResults(most)
                .getResultList();
        return found.stream().map(Backlog::number).toList();
    }

    private Query query(String sql, Object... values) {
        Query query = entities.createNativeQuery(sql);
        for (int index = 0; index < values.length; index++) {
            query.setParameter(index + 1, values[index]);
        }
        return query;
    }

    private static LocalDateTime utc(Instant moment) {
        return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
