package centrasage.sync.posting;

import centrasage.flow.Document;
import centrasage.flow.Outcome;
import centrasage.flow.Plan;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.flow.Reason;
import centrasage.sync.circuit.Cause;
import centrasage.sync.store.Attempt;
import centrasage.sync.store.AttemptDetail;
import centrasage.sync.store.Posting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A posting of the in-memory store; touched only under the store's lock. */
final class MemoryPosting {
    final long id;
    final List<Attempt> attempts = new ArrayList<>();
    private final Instant createdAt;
    Planned planned;
    PostingState state;
    Instant since;
    Purpose purpose = Purpose.POST;
    Instant notBefore;
    int plans;
    int looks;
    int rank;
    boolean everInDoubt;
    List<Reason> reasons = List.of();

    @Nullable
    MemoryPosting waitsFor;

    @Nullable
    Document document;

    @Nullable
    Instant recheckAt;

    /** What kept it from going out when it was tried last. */
    @Nullable
    Block block;

    /** In a person's words: given up as soon as it is known that nothing was left by the send that is under way. */
    @Nullable
    String giveUp;

    /** What people were told that it has become at its source. */
    @Nullable
    String told;

    @Nullable
    String evidence;

    /** As the target wrote it down before the last send. */
    String readBefore = "";

    /** Why it is held or refused, as far as it has that in common with others. */
    @Nullable
    String cause;

    /** Whether people are told of its cause instead. */
    boolean gathered;

    final Priority priority;

    MemoryPosting(long id, Planned planned, Instant now) {
        this.id = id;
        this.createdAt = now;
        this.planned = planned;
        this.rank = planned.key().kind().rank();
        this.priority = planned.priority();
        this.state = PlanState.of(planned.plan());
        this.since = now;
        this.notBefore = now;
        plan(planned, now);
    }

    void plan(Planned replaced, Instant now) {
        planned = replaced;
        plans++;
        PostingState next = PlanState.of(replaced.plan());
        since = next == state ? since : now;
        state = next;
        reasons = PlanState.reasons(replaced.plan());
        due(Purpose.POST, now);
        block = null;
        alone();
    }

    void blocked(PostingState as, String by, Instant now) {
        Block before = block != null && block.as() == as ? block : new Block(as, now, 0, by);
        block = new Block(as, before.since(), before.tries() + 1, by);
    }

    Optional<Block> lock() {
        return Optional.ofNullable(block).filter(met -> state.isUnfinished() && met.as() == PostingState.LOCKED);
    }

    /** What is blocked here keeps the other from being tried. */
    boolean standsBefore(MemoryPosting other) {
        if (!state.isUnfinished() || !object().equals(other.object())) {
            return false;
        }
        boolean isAsHigh = rank == other.rank && id < other.id;
        boolean mayHaveTaken = rank == other.rank
                && id != other.id
                && state == PostingState.IN_DOUBT
                && key().kind().takesFromOneStock();
        return mayHaveTaken
                || (block != null && rank < other.rank && other.rank < PostingKind.LEDGER_RANK)
                || (isAsHigh && (lock().isPresent() || key().kind().overwrites()));
    }

    /** Whether it is the same command to send, or the same reasons not to. */
    boolean isPlannedAs(Planned again) {
        boolean sameAmount = planned.amount().equals(again.amount());
        if (again.plan() instanceof Plan.Post) {
            return sameAmount && state.isUnfinished() && planned.plan().equals(again.plan());
        }
        return sameAmount
                && state == PlanState.of(again.plan())
                && reasons.equals(PlanState.reasons(again.plan()))
                && planned.object().equals(again.object());
    }

    void due(Purpose nextPurpose, Instant at) {
        purpose = nextPurpose;
        notBefore = at;
        looks = 0;
    }

    void lookAgain(Instant at) {
        notBefore = at;
        looks++;
    }

    void become(PostingState next, Instant now) {
        if (!state.mayBecome(next)) {
            throw new IllegalStateException("posting " + id + " cannot go from " + state + " to " + next);
        }
        state = next;
        since = now;
        everInDoubt |= next == PostingState.IN_DOUBT;
        alone();
    }

    private void alone() {
        cause = null;
        gathered = false;
    }

    Cause commonCause() {
        Cause.Own own = new Cause.Own(
                key(),
                object(),
                planned.amount().amount().toPlainString(),
                planned.businessDate().toString());
        return Cause.of(own, state, reasons);
    }

    boolean isOvertaken(Claimed claimed) {
        return plans != claimed.plan() || attempts.size() != claimed.attempts();
    }

    void endAttempt(int index, Instant now, Outcome outcome) {
        Attempt sent = attempts.get(index);
        attempts.set(
                index,
                new Attempt(
                        sent.number(),
                        sent.startedAt(),
                        now,
                        outcome.getClass().getSimpleName(),
                        AttemptDetail.of(outcome)));
    }

    PostingKey key() {
        return planned.key();
    }

    String object() {
        return planned.object();
    }

    @Nullable
    String fingerprint() {
        return planned.fingerprint();
    }

    Posting toPosting() {
        return new Posting(
                id,
                key(),
                object(),
                state,
                since,
                planned.document().version(),
                planned.amount(),
                planned.businessDate(),
                reasons,
                document == null ? null : document.id(),
                document == null ? null : document.number(),
                document == null ? null : document.total(),
                attempts.size(),
                evidence,
                createdAt,
                gathered ? cause : null);
    }
}
