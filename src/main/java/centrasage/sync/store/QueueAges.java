package centrasage.sync.store;

import centrasage.flow.Partner;
import centrasage.flow.PostingState;
import centrasage.sync.database.Atomic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What has been unfinished for long, by the state that it counts as: what is locked or parked counts so while it is tried once
 * more; what cannot go before another has gone, or stands behind today's trade, is waiting. Read from the queue, never from history.
 */
@ApplicationScoped
public class QueueAges {
    private static final String BEHIND_ANOTHER =
            "(q.priority > 0 OR p.state = centrasage.flow.PostingState.WAITING OR EXISTS (SELECT w FROM PostingRow w"
                    + " WHERE w.id = q.waitsFor AND w.state NOT IN"
                    + " (centrasage.flow.PostingState.POSTED, centrasage.flow.PostingState.REVERSED))"
                    + " OR EXISTS (SELECT b FROM QueueRow b WHERE b.object = q.object AND b.blockedAs IS NOT NULL"
                    + " AND (b.rank < q.rank OR (b.rank = q.rank AND b.postingId < q.postingId))))";

    private static final String PLANNED = "q.blockedAs IS NULL AND p.since < :before AND p.state IN"
            + " (centrasage.flow.PostingState.PLANNED, centrasage.flow.PostingState.WAITING) AND ";

    /** What is not sent because of a cause that stops many is told with that cause. */
    private static final String TOLD_ALONE = " AND NOT EXISTS (SELECT c FROM CircuitRow c WHERE c.company = p.company"
            + " AND c.kind = p.kind AND c.nextProbe IS NOT NULL)";

    private static final Map<PostingState, String> COUNTS_AS = Map.of(
            PostingState.PLANNED, PLANNED + "NOT " + BEHIND_ANOTHER + TOLD_ALONE,
            PostingState.WAITING, PLANNED + BEHIND_ANOTHER,
            PostingState.LOCKED, "q.blockedAs = centrasage.flow.PostingState.LOCKED AND q.blockedSince < :before",
            PostingState.PARKED, "q.blockedAs = centrasage.flow.PostingState.PARKED AND q.blockedSince < :before",
            PostingState.SENDING,
                    "q.blockedAs IS NULL AND p.state = centrasage.flow.PostingState.SENDING AND p.since < :before",
            PostingState.IN_DOUBT, "p.state = centrasage.flow.PostingState.IN_DOUBT AND p.since < :before");

    private EntityManager entities;

    @SuppressWarnings("NullAway.Init")
    QueueAges() {}

    @Inject
    QueueAges(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * @param state as which they count; an unfinished one
     * @param before since when at the latest
     * @param notOf partners that are left out
     */
    public record Question(PostingState state, Instant before, Set<Partner> notOf) {}

    /** The longest waiting first. */
    @Atomic
    public List<Waiting> oldest(Question asked, int most) {
        String since = isBlocked(asked.state()) ? "q.blockedSince" : "p.since";
        return query("SELECT p, q", asked, " ORDER BY " + since + ", q.postingId", Object[].class)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(row -> Waiting.of((PostingRow) row[0], (QueueRow) row[1], asked.state()))
                .toList();
    }

    @Atomic
    public long count(Question asked) {
        return query("SELECT COUNT(q)", asked, "", Long.class).getSingleResult();
    }

    private static boolean isBlocked(PostingState state) {
        return state == PostingState.LOCKED || state == PostingState.PARKED;
    }

    private <T> TypedQuery<T> query(String select, Question asked, String ending, Class<T> type) {
        String condition = COUNTS_AS.get(asked.state());
        if (condition == null) {
            throw new IllegalArgumentException("nothing is unfinished as " + asked.state());
        }
        Silence silence = new Silence(asked.notOf());
        String answering = silence.isNone() ? "" : " AND NOT " + silence.covers("p");
        TypedQuery<T> query = entities.createQuery(
                        select + " FROM QueueRow q, PostingRow p WHERE p.id = q.postingId AND " + condition + answering
                                + ending,
                        type)
                .setParameter("before", asked.before());
        return silence.in(query);
    }
}
