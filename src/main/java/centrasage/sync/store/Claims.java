package centrasage.sync.store;

import centrasage.flow.Partner;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.sync.circuit.Circuits;
import centrasage.sync.database.Atomic;
import centrasage.sync.database.DatabaseTime;
import centrasage.sync.posting.Claimed;
import centrasage.sync.posting.Priority;
import centrasage.sync.posting.Purpose;
import centrasage.sync.posting.Store;
import centrasage.sync.posting.Unanswered;
import centrasage.sync.posting.Wanted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One claim of business objects, in one short transaction. */
@ApplicationScoped
public class Claims {
    /** What is due now: of this purpose, and its time has come. */
    private static final String DUE_FOR_A_LOOK = "q.purpose = :purpose AND q.notBefore <= :now";

    /** What it waits for is posted, or was: what was undone since has been there. */
    private static final String AFTER_WHAT_IT_WAITS_FOR = " AND (q.waitsFor IS NULL OR EXISTS"
            + " (SELECT w FROM PostingRow w WHERE w.id = q.waitsFor"
            + " AND w.state IN (centrasage.flow.PostingState.POSTED, centrasage.flow.PostingState.REVERSED)))";

    /**
     * Nothing of its object stands before it that is blocked: what is locked blocks all that comes after it, because it is about the
     * same record, and what is parked blocks what builds upon it; neither keeps an entry of the ledger from going out. What
     * overwrites the one before it waits until that is done with, blocked or in doubt or merely planned: sent after it, the older would win. And while it is in doubt whether one has taken
     * its share of the same goods or the same money, nobody can tell what is left for another.
     */
    private static final String FIRST_OF_ITS_OBJECT =
            " AND NOT EXISTS (SELECT b FROM QueueRow b, PostingRow s WHERE s.id = q.postingId"
                    + " AND s.state <> centrasage.flow.PostingState.SENDING AND b.object = q.object"
                    + " AND (b.blockedAs IS NOT NULL AND b.rank < q.rank AND q.rank < " + PostingKind.LEDGER_RANK
                    + " OR (b.rank = q.rank AND b.postingId < q.postingId"
                    + " AND (b.blockedAs = centrasage.flow.PostingState.LOCKED"
                    + " OR s.kind = centrasage.flow.PostingKind.DESPATCH_TRACKING"
                    + " OR s.kind = centrasage.flow.PostingKind.ORDER_AMENDMENT))"
                    + " OR (b.rank = q.rank AND b.purpose = centrasage.sync.posting.Purpose.RESOLVE"
                    + " AND s.kind IN (centrasage.flow.PostingKind.DESPATCH, centrasage.flow.PostingKind.ALLOCATION))))";

    /**
     * To be sent besides: a plan is old while a newer version of its document waits, or must be planned anew. What is being
     * sent is due all the same: if nobody holds its object any more, whoever sent it has vanished.
     */
    private static final String DUE_TO_BE_SENT =
            DUE_FOR_A_LOOK + AFTER_WHAT_IT_WAITS_FOR + " AND NOT EXISTS (SELECT d FROM StagedRow d, PostingRow o"
                    + " WHERE o.id = q.postingId AND o.state <> centrasage.flow.PostingState.SENDING AND d.kind = o.documentKind AND d.sourceKey = o.documentKey"
                    + " AND d.state = centrasage.sync.staging.StagedRow.State.STAGED)" + FIRST_OF_ITS_OBJECT;

    /** Added only while a cause stops many, so that it costs nothing on any other day. */
    private static final String NOT_STOPPED =
            " AND NOT EXISTS (SELECT c FROM CircuitRow c, PostingRow m WHERE m.id = q.postingId"
                    + " AND m.state <> centrasage.flow.PostingState.SENDING AND c.company = m.company AND c.kind = m.kind"
                    + " AND c.nextProbe IS NOT NULL AND (c.probe IS NULL OR c.probe <> m.id))";

    private EntityManager entities;
    private DatabaseTime time;
    private Leases leases;
    private CommandVault vault;
    private Moves moves;
    private Circuits circuits;

    @SuppressWarnings("NullAway.Init")
    Claims() {}

    @Inject
    Claims(
            EntityManager entities,
            DatabaseTime time,
            Leases leases,
            CommandVault vault,
            Moves moves,
            Circuits circuits) {
        this.entities = entities;
        this.time = time;
        this.leases = leases;
        this.vault = vault;
        this.moves = moves;
        this.circuits = circuits;
    }

    /**
     * As {@link Store#claim}.
     *
     * @throws jakarta.persistence.PersistenceException when another worker took an object in the same moment
     */
    @Atomic(alone = true)
    List<Claimed> claim(Wanted wanted, String holder, Duration lease, int limit) {
        Instant now = time.now();
        List<Claimed> claimed = new ArrayList<>();
        for (String object : candidates(wanted, Integer.MAX_VALUE, now, limit)) {
            String name = JpaStore.OBJECT + object;
            if (leases.take(name, holder, lease, now)) {
                markVanished(object, now);
                List<Claimed> due = due(object, wanted.purpose(), holder, now);
                if (due.isEmpty()) {
                    leases.end(name, holder);
                }
                claimed.addAll(due);
            }
        }
        return claimed;
    }

    /** As {@link Store#claimable}. */
    @Atomic(alone = true)
    int claimable(Wanted wanted, int most) {
        return candidates(wanted, Integer.MAX_VALUE, time.now(), most).size();
    }

    /** Whether something of a higher priority is due to be sent, and in nobody's hands. */
    @Atomic(alone = true)
    boolean isBehind(Priority priority, Set<Partner> notOf) {
        return !candidates(new Wanted(Purpose.POST, notOf), priority.rank(), time.now(), 1)
                .isEmpty();
    }

    private String due(Purpose purpose) {
        if (purpose == Purpose.RESOLVE) {
            return DUE_FOR_A_LOOK;
        }
        return circuits.stopsAny() ? DUE_TO_BE_SENT + NOT_STOPPED : DUE_TO_BE_SENT;
    }

    /**
     * The order names the columns of an index, purpose included: so the database reads as many rows as it is asked for, and not
     * all that wait, to sort them.
     */
    private Set<String> candidates(Wanted wanted, int below, Instant now, int limit) {
        Silence silence = new Silence(wanted.notOf());
        TypedQuery<String> query = entities.createQuery(
                        "SELECT q.object FROM QueueRow q WHERE " + due(wanted.purpose()) + ofWhoAnswers(silence)
                                + " AND NOT EXISTS (SELECT l FROM LeaseRow l WHERE l.name = CONCAT('object/', q.object)"
                                + " AND l.until > :now) AND q.priority < :below"
                                + " ORDER BY q.purpose, q.priority, q.notBefore, q.object",
                        String.class)
                .setParameter("purpose", wanted.purpose())
                .setParameter("below", below)
                .setParameter("now", now)
                .setMaxResults(limit);
        return new LinkedHashSet<>(silence.in(query).getResultList());
    }

    /** Added only where somebody does not answer, so that it costs nothing on any other day. */
    private static String ofWhoAnswers(Silence silence) {
        return silence.isNone()
                ? ""
                : " AND NOT EXISTS (SELECT c FROM PostingRow c WHERE c.id = q.postingId AND " + silence.covers("c")
                        + ")";
    }

    /** Whoever held this object is gone: what it was sending is in doubt, unless its answer was committed just now. */
    private void markVanished(String object, Instant now) {
        entities
                .createQuery(
                        "SELECT p FROM PostingRow p, QueueRow q WHERE q.postingId = p.id AND q.object = :object"
                                + " AND p.state = :sending",
                        PostingRow.class)
                .setParameter("object", object)
                .setParameter("sending", PostingState.SENDING)
                .getResultList()
                .stream()
                .map(row -> moves.lock(row.id()))
                .filter(row -> row.state() == PostingState.SENDING)
                .forEach(row -> moves.doubt(row, now, "the process ended before the answer came"));
    }

    private List<Claimed> due(String object, Purpose purpose, String holder, Instant now) {
        return entities
                .createQuery(
                        "SELECT p FROM PostingRow p, QueueRow q WHERE q.postingId = p.id AND q.object = :object AND "
                                + due(purpose) + " ORDER BY q.rank, p.id",
                        PostingRow.class)
                .setParameter("object", object)
                .setParameter("purpose", purpose)
                .setParameter("now", now)
                .setHint("eclipselink.refresh", "true")
                .getResultList()
                .stream()
                .map(row -> vault.claimed(row, holder, queued(row), unanswered(row)))
                .toList();
    }

    private QueueRow queued(PostingRow row) {
        return entities.find(QueueRow.class, row.id(), Map.of("eclipselink.refresh", "true"));
    }

    private Unanswered unanswered(PostingRow row) {
        return !row.everInDoubt()
                ? Unanswered.NONE
                : Attempt.unanswered(entities
                        .createQuery(
                                "SELECT a FROM AttemptRow a WHERE a.postingId = :id ORDER BY a.number",
                                AttemptRow.class)
                        .setParameter("id", row.id())
                        .setHint("eclipselink.refresh", "true")
                        .getResultList()
                        .stream()
                        .map(AttemptRow::toAttempt)
                        .toList());
    }
}
