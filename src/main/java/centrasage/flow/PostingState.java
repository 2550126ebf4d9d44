package centrasage.flow;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The life of a posting. {@link #mayBecome} is the one table of what can follow what. */
public enum PostingState {
    /** Decided and due. */
    PLANNED,
    /** Decided; waits for another posting or a moment. */
    WAITING,
    /** The intent is committed; the call may be under way. */
    SENDING,
    /** Sent, and nobody knows what became of it. */
    IN_DOUBT,
    /** The other side has it. */
    POSTED,
    /** A user has the record open; tried again by itself for as long as it lasts. */
    LOCKED,
    /** The other side cannot take it now, and will once something there has changed; tried again by itself, rarely. */
    PARKED,
    /** The other side will not take it as it is. */
    REFUSED,
    /** Cannot be decided: something is missing or contradictory. */
    HELD,
    /** Not for the other side. */
    SKIPPED,
    /** Given up by a person, with a reason; only a person takes it up again. */
    ABANDONED,
    /** Posted, and undone on the other side by a later document. */
    REVERSED;

    private static final Set<PostingState> PLANS = EnumSet.of(PLANNED, WAITING, HELD, SKIPPED);

    private static final Map<PostingState, Set<PostingState>> NEXT = Map.ofEntries(
            Map.entry(PLANNED, plansAnd(SENDING, POSTED, PARKED, REFUSED, ABANDONED)),
            Map.entry(WAITING, plansAnd(SENDING, POSTED, PARKED, REFUSED, ABANDONED)),
            Map.entry(SENDING, EnumSet.of(PLANNED, POSTED, LOCKED, PARKED, REFUSED, IN_DOUBT)),
            Map.entry(IN_DOUBT, EnumSet.of(PLANNED, POSTED, REFUSED, HELD, ABANDONED)),
            Map.entry(POSTED, EnumSet.of(REVERSED)),
            Map.entry(LOCKED, plansAnd(SENDING, POSTED, REFUSED, PARKED, ABANDONED)),
            Map.entry(PARKED, plansAnd(SENDING, POSTED, REFUSED, ABANDONED)),
            Map.entry(REFUSED, plansAnd(ABANDONED)),
            Map.entry(HELD, plansAnd(ABANDONED)),
            Map.entry(SKIPPED, plansAnd()),
            Map.entry(ABANDONED, plansAnd()),
            Map.entry(REVERSED, EnumSet.noneOf(PostingState.class)));

    private static Set<PostingState> plansAnd(PostingState... others) {
        EnumSet<PostingState> states = EnumSet.of(PLANNED, WAITING, HELD, SKIPPED);
        states.addAll(Set.of(others));
        return states;
    }

    public boolean mayBecome(PostingState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    /**
     * Whether a new plan of the same document may replace the old one by itself: never once something may have been sent, nor
     * what a person has given up.
     */
    public boolean mayBeReplanned() {
        return this != ABANDONED && NEXT.getOrDefault(this, Set.of()).containsAll(PLANS);
    }

    /** Whether it was sent and nobody knows yet what became of it. */
    public boolean isUnderWay() {
        return this == SENDING || this == IN_DOUBT;
    }

    /** Whether the other side may have it: then it is not written anywhere else. */
    public boolean mayHaveBeenSent() {
        return isUnderWay() || this == POSTED;
    }

    /** Whether the other side has it, or had it until it was undone there. */
    public boolean wasPosted() {
        return this == POSTED || this == REVERSED;
    }

    /** Whether it still needs work without anybody's doing: it has a row in the queue. */
    public boolean isUnfinished() {
        return switch (this) {
            case PLANNED, WAITING, SENDING, IN_DOUBT, LOCKED, PARKED -> true;
            case POSTED, REFUSED, HELD, SKIPPED, ABANDONED, REVERSED -> false;
        };
    }
}
