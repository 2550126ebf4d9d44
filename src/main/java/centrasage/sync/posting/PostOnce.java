package centrasage.sync.posting;

import centrasage.flow.Document;
import centrasage.flow.Finding;
import centrasage.flow.Outcome;
import centrasage.flow.PostingState;
import centrasage.flow.Reason;
import centrasage.flow.Target;
import centrasage.flow.TargetUnavailable;
import centrasage.flow.event.PostingFinding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The one way in which anything is written to the other side: the intent is committed, one call is made, the outcome is
 * committed. No transaction is open across the call, and nothing is ever sent again without reading back first.
 *
 * <p>If the process dies before the intent, nothing happened; between intent and outcome, the next holder of the object
 * finds SENDING and calls it in doubt; after the outcome, it is done.
 */
public final class PostOnce {
    /** What the worker that drives it does next. */
    public enum Then {
        GO_ON,
        /** The successors of this posting must wait. */
        LEAVE_OBJECT,
        /** The other side cannot be reached: the lane pauses. */
        PAUSE
    }

    /**
     * How one step ended.
     *
     * @param what the word to count it under, such as {@code posted}
     * @param why why the lane pauses; else empty
     */
    public record Step(Then then, String what, String why) {
        Step(Then then, String what) {
            this(then, what, "");
        }
    }

    /** After so many sends without an answer, each followed by a look that found nothing, a person decides. */
    static final int UNANSWERED_MAX = 5;
    /** After so many looks in vain, a person decides. */
    static final int LOOKS_MAX = 12;
    /** Such as: with what stock there is, then with none. */
    private static final int LESSER_SENDS_MAX = 2;

    private static final String NOTHING_FOUND = "nothing found under the key";

    private final Store store;
    private final Target target;
    private final Patience patience;

    public PostOnce(Store store, Target target, Patience patience) {
        this.store = store;
        this.target = target;
        this.patience = patience;
    }

    /**
     * Posts what the worker holds, or adopts what is already there.
     *
     * @param before what was found under its key just now
     */
    public Step post(Claimed claimed, Finding before) {
        if (before instanceof Finding.Absent absent) {
            return claimed.command().isErased()
                    ? held(claimed)
                    : send(claimed, new Evidence(NOTHING_FOUND, absent.evidence()));
        }
        if (before instanceof Finding.Blocked blocked) {
            return parked(claimed, blocked.reasons());
        }
        if (before instanceof Finding.Undecidable undecidable) {
            return later(claimed, "undecidable", undecidable.why(), retry(claimed));
        }
        if (before instanceof Finding.Drafts drafts) {
            return without(
                    claimed,
                    drafts,
                    () -> send(claimed, new Evidence("removed the half-made draft " + ids(drafts), "")));
        }
        return settle(claimed, before);
    }

    /** Goes on without the drafts that are proven ours; one that is not stops the posting and is left alone. */
    private Step without(Claimed claimed, Finding.Drafts drafts, Supplier<Step> next) {
        boolean ours = drafts.mayBeOurs()
                && drafts.documents().stream().allMatch(draft -> claimed.mayHaveMade(draft, patience));
        if (!ours) {
            return refused(claimed, drafts.ifNotOurs());
        }
        return discarded(claimed, drafts)
                ? next.get()
                : later(
                        claimed,
                        "draft not removed",
                        "the half-made draft " + ids(drafts) + " cannot be removed",
                        retry(claimed));
    }

    /** False when they are not known to be gone: this object waits, and the others go on. */
    private boolean discarded(Claimed claimed, Finding.Drafts drafts) {
        try {
            for (Document draft : drafts.documents()) {
                target.discard(claimed.command(), draft);
            }
            return true;
        } catch (TargetUnavailable e) {
            return false;
        }
    }

    private static String ids(Finding.Drafts drafts) {
        return drafts.documents().stream().map(Document::id).collect(Collectors.joining(" and "));
    }

    private Step refused(Claimed claimed, Reason reason) {
        store.refuse(claimed, List.of(reason));
        return new Step(Then.LEAVE_OBJECT, "refused");
    }

    /** Nothing was sent: what stands against it is found by reading. */
    private Step parked(Claimed claimed, List<Reason> reasons) {
        store.park(claimed, reasons, patience.parked());
        return new Step(Then.LEAVE_OBJECT, "parked");
    }

    /** Its person was erased: nothing is left that could be sent. */
    private Step held(Claimed claimed) {
        store.hold(claimed, List.of(Reasons.erased(claimed.command().key().sourceKey())));
        return new Step(Then.LEAVE_OBJECT, "held");
    }

    private Duration retry(Claimed claimed) {
        return patience.retries().after(claimed.looks());
    }

    /** Looks again, but not for ever: in the end a person is told why it cannot be told. */
    private Step later(Claimed claimed, String what, String why, Duration after) {
        if (claimed.looks() >= LOOKS_MAX) {
            return refused(claimed, Reasons.cannotBeTold(claimed, why));
        }
        store.lookAgain(claimed, after);
        return new Step(Then.LEAVE_OBJECT, what);
    }

    private Step send(Claimed claimed, Evidence evidence) {
        return send(claimed, evidence, LESSER_SENDS_MAX);
    }

    /**
     * What was refused and may be taken in a lesser form is sent again at once, as a send of its own: the refusal is committed,
     * then an intent that says what is asked for less. If the process dies in between, it is planned, and provably nowhere.
     */
    private Step send(Claimed claimed, Evidence evidence, int lesserSends) {
        Instant until = store.now().plus(patience.lease());
        if (!store.intend(claimed, patience.lease(), evidence)) {
            return new Step(Then.LEAVE_OBJECT, "overtaken");
        }
        boolean inTime = store.now().isBefore(until);
        Outcome sent =
                inTime ? sent(claimed, evidence.read()) : new Outcome.Unavailable("the lease ended before it was sent");
        Outcome outcome = lesserSends > 0 ? sent : withoutLesser(sent);
        store.conclude(claimed, outcome, again(claimed, outcome));
        Outcome.Lesser lesser = outcome instanceof Outcome.Refused refused ? refused.lesser() : null;
        return lesser == null
                ? step(outcome)
                : send(
                        claimed.thenSending(lesser.command()),
                        new Evidence(NOTHING_FOUND + "; " + lesser.what(), evidence.read()),
                        lesserSends - 1);
    }

    private static Outcome withoutLesser(Outcome outcome) {
        return outcome instanceof Outcome.Refused refused ? refused.withoutLesser() : outcome;
    }

    /** When it is due again, for the outcomes after which it is. */
    private Duration again(Claimed claimed, Outcome outcome) {
        if (outcome instanceof Outcome.Locked) {
            Block before = claimed.block();
            int counted = before != null && before.as() == PostingState.LOCKED ? 1 : 0;
            int others = store.locked(claimed.command().key().company()) - counted;
            return patience.probing().after(before, store.now(), others);
        }
        return outcome instanceof Outcome.Refused
                ? patience.parked()
                : patience.retries().after(0);
    }

    private static Step step(Outcome outcome) {
        return outcome.match(new Outcome.Cases<>(
                posted -> new Step(Then.GO_ON, "posted"),
                alreadyThere -> new Step(Then.GO_ON, "already there"),
                locked -> new Step(Then.LEAVE_OBJECT, "locked"),
                refused -> new Step(Then.LEAVE_OBJECT, refused.passing() ? "parked" : "refused"),
                unavailable -> new Step(Then.PAUSE, "not sent", unavailable.why()),
                inDoubt -> new Step(Then.LEAVE_OBJECT, "in doubt")));
    }

    /** Whatever fails in our own code while it is sent, the document may be there. */
    private Outcome sent(Claimed claimed, String evidence) {
        try {
            return target.send(claimed.command(), evidence);
        } catch (RuntimeException e) {
            return new Outcome.InDoubt("sending it failed: " + e);
        }
    }

    /** What is found under the key decides without sending anything. */
    private Step settle(Claimed claimed, Finding finding) {
        if (finding instanceof Finding.Found found) {
            store.adopt(claimed, found.document(), Reasons.otherDay(claimed, found));
            return new Step(Then.GO_ON, "already there");
        }
        if (finding instanceof Finding.Several several) {
            Document kept = several.documents().get(0);
            store.adopt(claimed, kept, List.of(Reasons.duplicate(claimed, several.documents(), kept)));
            return new Step(Then.GO_ON, "duplicate");
        }
        if (finding instanceof Finding.Different different) {
            return refused(claimed, different.reason());
        }
        throw new IllegalStateException("a finding of a new kind: " + finding);
    }

    /**
     * Resolves what is in doubt. Found settles it at once. All else counts only after the settle time, because the other
     * side may still be committing: a draft may still be completed, and an order may still get its lines.
     *
     * @param lookedAt when the other side was asked: what it said then says nothing about later
     */
    public Step resolve(Claimed claimed, Finding finding, Instant lookedAt) {
        if (finding instanceof Finding.Undecidable undecidable) {
            return later(claimed, "still in doubt", undecidable.why(), patience.settle());
        }
        if (finding instanceof Finding.Found || finding instanceof Finding.Several) {
            return settle(claimed, finding);
        }
        Duration left = patience.settle().minus(Duration.between(since(claimed, lookedAt), lookedAt));
        if (!left.isNegative() && !left.isZero()) {
            store.lookAgain(claimed, left);
            return new Step(Then.LEAVE_OBJECT, "still in doubt");
        }
        if (finding instanceof Finding.Drafts drafts) {
            return without(claimed, drafts, () -> planAgain(claimed));
        }
        boolean nothingThere = finding instanceof Finding.Absent || finding instanceof Finding.Blocked;
        return nothingThere ? planAgain(claimed) : settle(claimed, finding);
    }

    private Step planAgain(Claimed claimed) {
        if (claimed.command().isErased()) {
            return held(claimed);
        }
        if (claimed.unanswered().inARow() >= UNANSWERED_MAX) {
            return refused(claimed, Reasons.neverAnswered(claimed));
        }
        store.planAgain(claimed);
        return new Step(Then.GO_ON, "planned again");
    }

    private static Instant since(Claimed claimed, Instant lookedAt) {
        return claimed.doubtSince() == null ? lookedAt : claimed.doubtSince();
    }

    /** Looks whether a late commit has made a document too many, and says so. */
    public void recheck(Claimed claimed, Finding finding) {
        if (finding instanceof Finding.Undecidable undecidable) {
            store.recheckLater(claimed, Reasons.secondNotTold(claimed, undecidable.why()));
        } else {
            store.rechecked(claimed, tooMany(claimed, finding.finished()));
        }
    }

    /** Where it is still to be sent it is looked for before that, and where it was held or refused a person knows of it. */
    private static List<PostingFinding> tooMany(Claimed claimed, List<Document> there) {
        if (claimed.state() == PostingState.SKIPPED && !there.isEmpty()) {
            return List.of(Reasons.notToBePosted(claimed, there));
        }
        return claimed.state() == PostingState.POSTED && there.size() > 1
                ? List.of(Reasons.duplicate(claimed, there, linked(claimed, there)))
                : List.of();
    }

    /** Which of them is the one that we linked. */
    private static Document linked(Claimed claimed, List<Document> documents) {
        return documents.stream()
                .filter(document -> document.number().equals(claimed.targetNumber()))
                .findFirst()
                .orElse(documents.get(0));
    }
}
