package centrasage.desk;

import static centrasage.desk.Became.Fate.CHANGED;
import static centrasage.desk.Became.Fate.GONE;
import static centrasage.desk.Became.Fate.NOT_POSSIBLE;

import centrasage.flow.DocumentVersion;
import centrasage.flow.OrderName;
import centrasage.flow.PostingState;
import centrasage.flow.event.ChangeResolved;
import centrasage.sync.database.Atomic;
import centrasage.sync.database.DatabaseTime;
import centrasage.sync.record.Audit;
import centrasage.sync.record.AuditEntry;
import centrasage.sync.staging.Staging;
import centrasage.sync.store.GivingUp;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person does about one exception, in the caller's transaction. Each says which edition the person saw: where it has changed
 * meanwhile nothing is done, and they are told who did what.
 */
@ApplicationScoped
public class Deeds {
    /** What is to be ignored for longer is to be resolved. */
    public static final int IGNORED_DAYS_MAX = 92;

    private EntityManager entities;
    private Staging staging;
    private GivingUp givingUp;
    private Audit audit;
    private DatabaseTime time;
    private Event<ChangeResolved> resolved;

    @SuppressWarnings("NullAway.Init")
    Deeds() {}

    @Inject
    Deeds(
            EntityManager entities,
            Staging staging,
            GivingUp givingUp,
            Audit audit,
            DatabaseTime time,
            Event<ChangeResolved> resolved) {
        this.entities = entities;
        this.staging = staging;
        this.givingUp = givingUp;
        this.audit = audit;
        this.time = time;
        this.resolved = resolved;
    }

    /**
     * Plans the document of an exception again with what is true now; the exception closes itself if that helps. What is tried by itself
     * is tried now instead. A posting that was given up is taken up again by it. What is posted stays as it is, and so does what was found
     * wanting about it; and what has closed itself is mended: it is not sent a second time.
     */
    @Atomic
    public Became retry(Seen seen, String person) {
        ExceptionRow row = entities.find(ExceptionRow.class, seen.id());
        if (row == null) {
            return unknown(seen);
        }
        boolean givenUp = settled(row) == PostingState.ABANDONED;
        if (!row.isOpen() && !givenUp) {
            return over(row);
        }
        if (isOther(row, seen)) {
            return changed(row, seen);
        }
        Long posting = row.postingId();
        if (row.isOpen() && posting != null && row.kind().isTriedByItself()) {
            return triedNow(row, posting, person);
        }
        boolean plannable = givenUp || row.kind().isPlannable();
        if (!plannable) {
            return Became.not(NOT_POSSIBLE, Obstacle.NOTHING_TO_PLAN);
        }
        return plannedAgain(row, posting, givenUp, person);
    }

    private Became plannedAgain(ExceptionRow row, @Nullable Long posting, boolean givenUp, String person) {
        if (posting != null && givingUp.sendAgain(posting, person)) {
            asked(row, person, "sent again");
            return Became.done();
        }
        DocumentVersion source = posting == null
                ? new DocumentVersion(OrderName.DOCUMENT, row.toException().sourceKey(), 0)
                : givingUp.source(posting);
        boolean isPlannedByItsJob = source.kind().equals(DocumentVersion.SETTLEMENT);
        if (!(isPlannedByItsJob || staging.planAgain(source.kind(), source.key()))) {
            return Became.not(NOT_POSSIBLE, "nothing of it was ever received, so that there is nothing to plan");
        }
        asked(row, person, givenUp ? "taken up again, and planned again" : "planned again");
        if (givenUp && posting != null) {
            givingUp.takeUp(posting, person);
        }
        return Became.planned(source.kind());
    }

    private Became triedNow(ExceptionRow row, long posting, String person) {
        if (!givingUp.tryNow(posting)) {
            return Became.not(NOT_POSSIBLE, "what it waits for is not there yet, so that there is nothing to try");
        }
        asked(row, person, "tried now");
        return Became.done();
    }

    private void asked(ExceptionRow row, String person, String how) {
        row.changes(time.now());
        audit.write(person, "RETRY", row.subject(), how);
    }

    /**
     * Closes an exception with a person's words. What was held or refused, or is locked or parked, is given up with it: the person
     * has settled the matter elsewhere, so that no later plan may send it. What stands for many is closed by {@link OneCause} alone.
     */
    @Atomic
    public Became resolve(Seen seen, String person, String why) {
        return open(seen, row -> {
            if (row.kind().isOfMany()) {
                return Became.not(NOT_POSSIBLE, Obstacle.OF_MANY);
            }
            row.resolve(person + ": " + why, time.now());
            audit.write(person, "RESOLVED", row.subject(), why);
            settle(row, person, why);
            return Became.done();
        });
    }

    private void settle(ExceptionRow row, String person, String why) {
        Long posting = row.postingId();
        if (posting != null && row.kind().givesUp()) {
            givingUp.giveUp(posting, person, why);
        }
        if (posting != null && row.kind() == BusinessException.Kind.CHANGED_AFTER_POSTING) {
            resolved.fire(new ChangeResolved(givingUp.source(posting)));
        }
    }

    /** Gives an open exception to a person. */
    @Atomic
    public Became assign(Seen seen, String person, String to) {
        return open(seen, row -> {
            row.assign(to, time.now());
            audit.write(person, "ASSIGNED", row.subject(), "to " + to);
            return Became.done();
        });
    }

    /** Nobody need see to it before then; it comes back by itself, and before that where it is worse or about other money. */
    @Atomic
    public Became ignore(Seen seen, String person, Ignoring ignoring) {
        Instant now = time.now();
        if (!ignoring.until().isAfter(now) || ignoring.until().isAfter(now.plus(IGNORED_DAYS_MAX, ChronoUnit.DAYS))) {
            return Became.not(
                    NOT_POSSIBLE,
                    "it can be ignored until a day between tomorrow and " + IGNORED_DAYS_MAX + " days from now");
        }
        return open(seen, row -> {
            row.ignore(ignoring.until(), ignoring.why(), now);
            audit.write(person, "IGNORED", row.subject(), "until " + ignoring.day() + ": " + ignoring.why());
            return Became.done();
        });
    }

    /** It is seen to after all. */
    @Atomic
    public Became unignore(Seen seen, String person) {
        return open(seen, row -> {
            if (!row.isIgnored()) {
                return Became.not(NOT_POSSIBLE, "it is not ignored");
            }
            row.back(time.now());
            audit.write(person, "RETURNED", row.subject(), "opened again by " + person);
            return Became.done();
        });
    }

    /** Keeps what a person has to say about it, whatever its state and however it has changed: words never cross each other. */
    @Atomic
    public Became note(long id, String person, String words) {
        ExceptionRow row = entities.find(ExceptionRow.class, id);
        if (row == null) {
            return unknown(Seen.asItIs(id));
        }
        row.changes(time.now());
        audit.write(person, "NOTED", row.subject(), words);
        return Became.done();
    }

    @FunctionalInterface
    private interface Deed {
        Became to(ExceptionRow row);
    }

    private Became open(Seen seen, Deed deed) {
        ExceptionRow row = entities.find(ExceptionRow.class, seen.id());
        if (row == null) {
            return unknown(seen);
        }
        settled(row);
        if (!row.isOpen()) {
            return over(row);
        }
        return isOther(row, seen) ? changed(row, seen) : deed.to(row);
    }

    private static boolean isOther(ExceptionRow row, Seen seen) {
        return seen.edition() != null && seen.edition() != row.edition();
    }

    private static Became unknown(Seen seen) {
        return Became.not(GONE, "there is no exception " + seen.id());
    }

    private Became over(ExceptionRow row) {
        List<AuditEntry> trail = audit.of(row.subject());
        String how = Meanwhile.words(trail, 1);
        boolean mended = row.isCauseGone() && !how.contains("gathered under");
        return Became.not(GONE, (mended ? "already mended: " : "") + how);
    }

    private Became changed(ExceptionRow row, Seen seen) {
        int unseen = seen.edition() == null ? 1 : row.edition() - seen.edition();
        return Became.not(CHANGED, Meanwhile.words(audit.of(row.subject()), unseen));
    }

    /** The state of its posting, held until the transaction ends, and the exception as it is under it; null where it has none. */
    private @Nullable PostingState settled(ExceptionRow row) {
        Long posting = row.postingId();
        if (posting == null) {
            return null;
        }
        PostingState state = givingUp.settled(posting);
        entities.refresh(row);
        return state;
    }

    /** Whether it is as this person saw it; if not, who did what meanwhile. Nothing is done. */
    @Atomic
    public Became look(Seen seen) {
        return open(seen, row -> Became.done());
    }

    /** Who did what after this person had seen it; what is over as well. */
    @Atomic
    public String meanwhile(Seen seen) {
        ExceptionRow row = entities.find(ExceptionRow.class, seen.id());
        boolean isNews = row != null && isOther(row, seen);
        return isNews ? changed(row, seen).words() : "";
    }

    /** What is ignored and whose day has come; each in a transaction of its own. */
    @Atomic(alone = true)
    public void comeBack(long id) {
        ExceptionRow row = entities.find(ExceptionRow.class, id);
        if (row != null && row.isIgnored() && !row.isIgnoredAt(time.now())) {
            row.back(time.now());
            audit.write(Desk.ITSELF, "RETURNED", row.subject(), "the day has come until which it was to be ignored");
        }
    }
}
