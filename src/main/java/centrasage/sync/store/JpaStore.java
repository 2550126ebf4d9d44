package centrasage.sync.store;

import centrasage.flow.Document;
import centrasage.flow.Outcome;
import centrasage.flow.Partner;
import centrasage.flow.PostingState;
import centrasage.flow.Reason;
import centrasage.flow.event.PostingFinding;
import centrasage.sync.circuit.Circuits;
import centrasage.sync.database.Atomic;
import centrasage.sync.database.DatabaseTime;
import centrasage.sync.posting.Claimed;
import centrasage.sync.posting.Evidence;
import centrasage.sync.posting.LockedDocument;
import centrasage.sync.posting.Planned;
import centrasage.sync.posting.Priority;
import centrasage.sync.posting.Purpose;
import centrasage.sync.posting.Recorded;
import centrasage.sync.posting.Store;
import centrasage.sync.posting.Wanted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The store in the database. Every change of a posting's state locks its row and looks at the state first, so that two
 * workers can never both believe that they moved it: the second sees what the first did, and does nothing.
 */
@ApplicationScoped
public class JpaStore implements Store {
    static final String OBJECT = "object/";

    private static final Logger LOG = Logger.getLogger(JpaStore.class.getName());
    /** Each try loses only to a worker that won, so that a few are enough; a lane that gets nothing comes back. */
    private static final int CLAIM_TRIES = 5;

    private EntityManager entities;
    private DatabaseTime time;
    private Leases leases;
    private Rechecks rechecks;
    private Recording recording;
    private Moves moves;
    private Claims claims;
    private LockRows locks;
    private Gathering gathering;
    private Circuits circuits;

    @SuppressWarnings("NullAway.Init")
    JpaStore() {}

    @Inject
    JpaStore(
            EntityManager entities,
            DatabaseTime time,
            Leases leases,
            Rechecks rechecks,
            Recording recording,
            Moves moves,
            Claims claims,
            LockRows locks,
            Gathering gathering,
            Circuits circuits) {
        this.entities = entities;
        this.time = time;
        this.leases = leases;
        this.rechecks = rechecks;
        this.recording = recording;
        this.moves = moves;
        this.claims = claims;
        this.locks = locks;
        this.gathering = gathering;
        this.circuits = circuits;
    }

    @Override
    @Atomic
    public Instant now() {
        return time.now();
    }

    @Override
    @Atomic
    public Recorded record(Planned planned) {
        return recording.record(planned);
    }

    @Override
    @Atomic
    public void lock(Collection<String> sourceKeys) {
        moves.lock(sourceKeys);
    }

    /** Without a transaction of its own: when another node takes an object in the same moment, the whole claim is made anew. */
    @Override
    public List<Claimed> claim(Wanted wanted, String holder, Duration lease, int limit) {
        goOn(wanted);
        for (int tries = 0; tries < CLAIM_TRIES; tries++) {
            try {
                return claims.claim(wanted, holder, lease, limit);
            } catch (PersistenceException e) {
                LOG.log(Level.FINE, "another worker took an object in the same moment", e);
            }
        }
        return List.of();
    }

    @Override
    public int claimable(Wanted wanted, int most) {
        goOn(wanted);
        return claims.claimable(wanted, most);
    }

    private void goOn(Wanted wanted) {
        if (wanted.purpose() == Purpose.POST) {
            gathering.goOn();
        }
    }

    @Override
    public boolean mustGiveWay(Claimed claimed, Set<Partner> notOf) {
        return claimed.priority() != Priority.LIVE && claims.isBehind(claimed.priority(), notOf);
    }

    @Override
    @Atomic(alone = true, onDisk = true)
    public boolean intend(Claimed claimed, Duration lease, Evidence evidence) {
        Instant now = time.now();
        if (!leases.renew(OBJECT + claimed.command().object(), claimed.holder(), lease, now)) {
            return false;
        }
        PostingRow row = moves.lock(claimed.postingId());
        if (isOvertaken(row, claimed) || isOld(row) || !row.state().mayBecome(PostingState.SENDING)) {
            return false;
        }
        if (circuits.stops(row.key(), row.id())) {
            return false;
        }
        moves.send(row, claimed, now, evidence);
        return true;
    }

    /** Whether it was planned anew or sent since it was claimed: then what this worker knows is no longer true. */
    private static boolean isOvertaken(PostingRow row, Claimed claimed) {
        return row.planNumber() != claimed.plan() || row.attempts() != claimed.attempts();
    }

    /** Whether its document waits for a new plan, as {@link Claims} asks it. */
    private boolean isOld(PostingRow row) {
        return entities.createQuery(
                                "SELECT COUNT(d) FROM StagedRow d WHERE d.kind = :kind AND d.sourceKey = :key"
                                        + " AND d.state = centrasage.sync.staging.StagedRow.State.STAGED",
                                Long.class)
                        .setParameter("kind", row.document().kind())
                        .setParameter("key", row.document().key())
                        .getSingleResult()
                > 0;
    }

    @Override
    @Atomic(alone = true)
    public void conclude(Claimed claimed, Outcome outcome, Duration retryAfter) {
        Instant now = time.now();
        moves.endAttempt(claimed, now, outcome);
        PostingRow row = moves.lockAfterItsOrder(claimed);
        boolean stillOurs = row.state() == PostingState.SENDING && row.attempts() == claimed.attempts() + 1;
        if (!stillOurs) {
            return; // another worker called it in doubt meanwhile, and reading back will find what we know
        }
        Runnable change = outcome.match(new Outcome.Cases<>(
                posted -> () -> posted(row, posted.document(), now),
                there -> () -> posted(row, there.document(), now),
                locked -> () -> moves.locked(row, now.plus(retryAfter), now, locked.who()),
                refused -> () -> refused(row, refused, now.plus(retryAfter), now),
                unavailable -> () -> moves.back(row, now.plus(retryAfter), now, unavailable.why()),
                inDoubt -> () -> moves.doubt(row, now, inDoubt.why())));
        change.run();
    }

    private void refused(PostingRow row, Outcome.Refused refused, Instant retryAt, Instant now) {
        Outcome.Lesser lesser = refused.lesser();
        if (refused.passing()) {
            moves.parked(row, refused.reasons(), retryAt, now);
        } else if (lesser == null) {
            moves.refused(row, refused.reasons(), now);
        } else {
            moves.back(row, now, now, "refused as it was, " + AttemptDetail.of(refused));
        }
    }

    /** Once in doubt, a late commit may still make a second document; without a doubt, somebody else may have. */
    private void posted(PostingRow row, Document document, Instant now) {
        moves.posted(row, document, now);
        recording.follow(row, document);
        recording.corrected(row);
        recording.amended(row, document);
        rechecks.begin(row);
    }

    @Override
    @Atomic(alone = true)
    public void adopt(Claimed claimed, Document document, List<PostingFinding> findings) {
        PostingRow row = moves.lockAfterItsOrder(claimed);
        if (isOvertaken(row, claimed) || !row.state().mayBecome(PostingState.POSTED)) {
            return;
        }
        posted(row, document, time.now());
        findings.forEach(moves::report);
    }

    @Override
    @Atomic(alone = true)
    public void refuse(Claimed claimed, List<Reason> reasons) {
        PostingRow row = moves.lock(claimed.postingId());
        if (!isOvertaken(row, claimed) && row.state().mayBecome(PostingState.REFUSED)) {
            moves.refused(row, reasons, time.now());
        }
    }

    @Override
    @Atomic(alone = true)
    public void park(Claimed claimed, List<Reason> reasons, Duration after) {
        PostingRow row = moves.lock(claimed.postingId());
        boolean mayPark = row.state() == PostingState.PARKED || row.state().mayBecome(PostingState.PARKED);
        if (!isOvertaken(row, claimed) && mayPark && row.state() != PostingState.SENDING) {
            Instant now = time.now();
            moves.parked(row, reasons, now.plus(after), now);
        }
    }

    @Override
    public int locked(String company) {
        return locks.count(company);
    }

    @Override
    public List<LockedDocument> lockedDocuments(int most) {
        return locks.documents(most);
    }

    @Override
    public void lockStands(LockedDocument document, String holder, Duration notFor) {
        locks.stands(document, holder, notFor);
    }

    @Override
    public void lockIsGone(LockedDocument document, Duration after) {
        locks.isGone(document, after);
    }

    @Override
    @Atomic(alone = true)
    public void hold(Claimed claimed, List<Reason> reasons) {
        PostingRow row = moves.lock(claimed.postingId());
        if (!isOvertaken(row, claimed) && row.state().mayBecome(PostingState.HELD)) {
            moves.held(row, reasons, time.now());
        }
    }

    @Override
    @Atomic(alone = true)
    public void lookAgain(Claimed claimed, Duration after) {
        PostingRow row = moves.lock(claimed.postingId());
        if (!isOvertaken(row, claimed) && row.state().isUnfinished() && row.state() != PostingState.SENDING) {
            moves.lookAgain(row, time.now().plus(after));
        }
    }

    @Override
    @Atomic(alone = true)
    public void planAgain(Claimed claimed) {
        PostingRow row = moves.lock(claimed.postingId());
        if (!isOvertaken(row, claimed) && row.state() == PostingState.IN_DOUBT) {
            moves.back(row, time.now(), time.now(), "nothing found under its key after the settle time");
            rechecks.begin(row); // it may never be sent again, and the first send still commit
        }
    }

    @Override
    @Atomic(alone = true)
    public List<Claimed> rechecks(Set<Partner> notOf, int limit) {
        return rechecks.due(notOf, limit);
    }

    @Override
    @Atomic(alone = true)
    public void rechecked(Claimed claimed, List<PostingFinding> findings) {
        rechecks.done(claimed, findings);
    }

    @Override
    @Atomic(alone = true)
    public void recheckLater(Claimed claimed, PostingFinding ifNeverTold) {
        rechecks.later(claimed, ifNeverTold);
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
