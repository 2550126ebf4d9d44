package centrasage.sync;

import centrasage.flow.Command;
import centrasage.flow.Document;
import centrasage.flow.Outcome;
import centrasage.flow.Plan;
import centrasage.flow.PostingFinding;
import centrasage.flow.PostingState;
import centrasage.flow.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The store in the database. Every change of a posting's state locks its row and looks at the state first, so that two
 * workers can never both believe that they moved it: the second sees what the first did, and does nothing.
 */
@ApplicationScoped
public class JpaStore implements Store {
    private static final String OBJECT = "object/";

    private EntityManager entities;
    private DatabaseTime time;
    private Leases leases;
    private CommandVault vault;
    private Moves moves;
    private Duration settle;

    @SuppressWarnings("NullAway.Init")
    JpaStore() {}

    @Inject
    JpaStore(
            EntityManager entities,
            DatabaseTime time,
            Leases leases,
            CommandVault vault,
            Moves moves,
            @ConfigProperty(name = "sage200.in-doubt-settle") Duration settle) {
        this.entities = entities;
        this.time = time;
        this.leases = leases;
        this.vault = vault;
        this.moves = moves;
        this.settle = settle;
    }

    @Override
    @Atomic
    public Instant now() {
        return time.now();
    }

    @Override
    @Atomic
    public Recorded record(Planned planned) {
        Optional<PostingRow> existing = moves.lock(planned.key());
        if (existing.isEmpty()) {
            insert(planned);
            return Recorded.TAKEN;
        }
        PostingRow row = existing.get();
        if (row.state().mayBeReplanned()) {
            replan(row, planned, row.state());
            return Recorded.TAKEN;
        }
        boolean underWay = row.state() == PostingState.SENDING || row.state() == PostingState.IN_DOUBT;
        return underWay ? Recorded.LATER : compare(row, planned);
    }

    private void insert(Planned planned) {
        PostingRow row = new PostingRow(planned, time.now());
        entities.persist(row);
        replan(row, planned, row.state());
    }

    private void replan(PostingRow row, Planned planned, PostingState before) {
        Instant now = time.now();
        row.replan(planned, now, planned.plan() instanceof Plan.Post post ? vault.seal(post.command()) : null);
        moves.enqueue(row, now);
        moves.announce(row, before, PlanState.reasons(planned.plan()), "");
    }

    private Recorded compare(PostingRow row, Planned planned) {
        Optional<Reason> change = Changes.since(row.fingerprint(), planned.plan());
        change.ifPresent(reason -> moves.report(new PostingFinding(
                row.id(), row.key(), PostingFinding.Kind.CHANGED_AFTER_POSTING, planned.amount(), reason)));
        return change.isPresent() ? Recorded.CHANGED_AFTER_POSTING : Recorded.UNCHANGED;
    }

    @Override
    @Atomic(alone = true)
    public List<Claimed> claim(Purpose purpose, String holder, Duration lease, int limit) {
        Instant now = time.now();
        List<Claimed> claimed = new ArrayList<>();
        for (String object : candidates(purpose, now, limit)) {
            if (leases.take(OBJECT + object, holder, lease, now)) {
                markVanished(object, now);
                claimed.addAll(due(object, purpose, holder, now));
            }
        }
        return claimed;
    }

    private Set<String> candidates(Purpose purpose, Instant now, int limit) {
        List<String> objects = entities.createQuery(
                        "SELECT q.object FROM QueueRow q WHERE q.purpose = :purpose AND q.notBefore <= :now"
                                + " AND NOT EXISTS (SELECT l FROM LeaseRow l WHERE l.name = CONCAT('object/', q.object)"
                                + " AND l.until > :now) ORDER BY q.notBefore, q.object",
                        String.class)
                .setParameter("purpose", purpose)
                .setParameter("now", now)
                .setMaxResults(limit)
                .getResultList();
        return new LinkedHashSet<>(objects);
    }

    /** Whoever held this object is gone: what it was sending is in doubt. */
    private void markVanished(String object, Instant now) {
        entities.createQuery(
                        "SELECT p FROM PostingRow p, QueueRow q WHERE q.postingId = p.id AND q.object = :object"
                                + " AND p.state = :sending",
                        PostingRow.class)
                .setParameter("object", object)
                .setParameter("sending", PostingState.SENDING)
                .getResultList()
                .forEach(row -> moves.doubt(moves.lock(row.id()), now, "the process ended before the answer came"));
    }

    private List<Claimed> due(String object, Purpose purpose, String holder, Instant now) {
        return entities
                .createQuery(
                        "SELECT p FROM PostingRow p, QueueRow q WHERE q.postingId = p.id AND q.object = :object"
                                + " AND q.purpose = :purpose AND q.notBefore <= :now"
                                + " AND (q.waitsFor IS NULL OR EXISTS (SELECT w FROM PostingRow w"
                                + " WHERE w.id = q.waitsFor AND w.state = :posted)) ORDER BY q.rank, p.id",
                        PostingRow.class)
                .setParameter("object", object)
                .setParameter("purpose", purpose)
                .setParameter("now", now)
                .setParameter("posted", PostingState.POSTED)
                .setHint("eclipselink.refresh", "true")
                .getResultList()
                .stream()
                .map(row -> claimed(row, holder))
                .toList();
    }

    private Claimed claimed(PostingRow row, String holder) {
        byte[] sealed = row.command();
        if (sealed == null) {
            throw new IllegalStateException("posting " + row.id() + " is queued without a command");
        }
        Command command = vault.open(row, sealed);
        Instant doubtSince = row.state() == PostingState.IN_DOUBT ? row.since() : null;
        return new Claimed(row.id(), holder, command, row.version(), row.attempts(), row.everInDoubt(), doubtSince);
    }

    @Override
    @Atomic(alone = true)
    public boolean intend(Claimed claimed, Duration lease, String evidence) {
        Instant now = time.now();
        if (!leases.renew(OBJECT + claimed.command().object(), claimed.holder(), lease, now)) {
            return false;
        }
        PostingRow row = moves.lock(claimed.postingId());
        boolean sameAsClaimed = row.version() == claimed.version() && row.attempts() == claimed.attempts();
        if (!sameAsClaimed || !row.state().mayBecome(PostingState.SENDING)) {
            return false;
        }
        moves.send(row, claimed, now, evidence);
        return true;
    }

    @Override
    @Atomic(alone = true)
    public void conclude(Claimed claimed, Outcome outcome, Duration retryAfter) {
        Instant now = time.now();
        moves.endAttempt(claimed, now, outcome);
        PostingRow row = moves.lock(claimed.postingId());
        boolean stillOurs = row.state() == PostingState.SENDING && row.attempts() == claimed.attempts() + 1;
        if (!stillOurs) {
            return; // another worker called it in doubt meanwhile, and reading back will find what we know
        }
        Runnable change = outcome.match(new Outcome.Cases<>(
                posted -> () -> posted(row, posted.document(), now),
                there -> () -> posted(row, there.document(), now),
                locked -> () -> moves.locked(row, now.plus(retryAfter), now, locked.who()),
                refused -> () -> moves.refused(row, refused.reasons(), now),
                unavailable -> () -> moves.back(row, now, unavailable.why()),
                inDoubt -> () -> moves.doubt(row, now, inDoubt.why())));
        change.run();
    }

    /** Posted after a doubt: a late commit may still make a second document, so the key is looked for once more. */
    private void posted(PostingRow row, Document document, Instant now) {
        moves.posted(row, document, now);
        if (row.everInDoubt()) {
            entities.persist(new RecheckRow(row.id(), now.plus(settle)));
        }
    }

    @Override
    @Atomic(alone = true)
    public void adopt(Claimed claimed, Document document) {
        PostingRow row = moves.lock(claimed.postingId());
        if (row.state().mayBecome(PostingState.POSTED)) {
            moves.posted(row, document, time.now());
        }
    }

    @Override
    @Atomic(alone = true)
    public void refuse(Claimed claimed, List<Reason> reasons) {
        PostingRow row = moves.lock(claimed.postingId());
        if (row.state().mayBecome(PostingState.REFUSED)) {
            moves.refused(row, reasons, time.now());
        }
    }

    @Override
    @Atomic(alone = true)
    public void lookAgain(Claimed claimed, Duration after) {
        PostingRow row = moves.lock(claimed.postingId());
        if (row.state() == PostingState.IN_DOUBT) {
            moves.due(row, Purpose.RESOLVE, time.now().plus(after));
        }
    }

    @Override
    @Atomic(alone = true)
    public void planAgain(Claimed claimed) {
        PostingRow row = moves.lock(claimed.postingId());
        if (row.state() == PostingState.IN_DOUBT) {
            moves.back(row, time.now(), "nothing found under its key after the settle time");
        }
    }

    @Override
    @Atomic(alone = true)
    public List<Claimed> rechecks(int limit) {
        return entities
                .createQuery(
                        "SELECT p FROM PostingRow p, RecheckRow r WHERE r.postingId = p.id AND r.dueAt <= :now"
                                + " ORDER BY r.dueAt",
                        PostingRow.class)
                .setParameter("now", time.now())
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(row -> claimed(row, "recheck"))
                .toList();
    }

    @Override
    @Atomic(alone = true)
    public void rechecked(Claimed claimed, List<PostingFinding> findings) {
        entities.createQuery("DELETE FROM RecheckRow r WHERE r.postingId = :id")
                .setParameter("id", claimed.postingId())
                .executeUpdate();
        findings.forEach(moves::report);
    }

    @Override
    @Atomic(alone = true)
    public void release(Claimed claimed) {
        leases.end(OBJECT + claimed.command().object(), claimed.holder());
    }

    @Override
    @Atomic(alone = true)
    public boolean lease(String name, String holder, Duration length) {
        Instant now = time.now();
        return leases.renew(name, holder, length, now) || leases.take(name, holder, length, now);
    }

    @Override
    @Atomic(alone = true)
    public void endLease(String name, String holder) {
        leases.end(name, holder);
    }
}
