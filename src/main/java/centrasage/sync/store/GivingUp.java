package centrasage.sync.store;

import centrasage.flow.DocumentVersion;
import centrasage.flow.PostingState;
import centrasage.sync.database.Atomic;
import centrasage.sync.database.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Set;

/**
 * What only a person decides of a posting: to give it up, because the matter was settled elsewhere, and to take it up again.
 * Each joins the caller's transaction. While one is given up no plan touches it, whatever the source, the mappings or the
 * settings say.
 */
@ApplicationScoped
public class GivingUp {
    private static final Set<PostingState> WAIT_FOR_A_PERSON = EnumSet.of(PostingState.HELD, PostingState.REFUSED);
    private static final Set<PostingState> BLOCKED = EnumSet.of(PostingState.LOCKED, PostingState.PARKED);
    private static final Set<PostingState> TRIED_BY_ITSELF =
            EnumSet.of(PostingState.PLANNED, PostingState.IN_DOUBT, PostingState.LOCKED, PostingState.PARKED);
    private static final Set<PostingState> FOR_A_PERSON_OR_GIVEN_UP =
            EnumSet.of(PostingState.HELD, PostingState.REFUSED, PostingState.ABANDONED);

    private Moves moves;
    private DatabaseTime time;

    @SuppressWarnings("NullAway.Init")
    GivingUp() {}

    @Inject
    GivingUp(Moves moves, DatabaseTime time) {
        this.moves = moves;
        this.time = time;
    }

    /** Its state, which nobody else changes until the transaction ends; what was read about it before may be out of date. */
    @Atomic
    public PostingState settled(long postingId) {
        return moves.lock(postingId).state();
    }

    /** The source document that it was planned from. */
    @Atomic
    public DocumentVersion source(long postingId) {
        return moves.lock(postingId).document();
    }

    /**
     * Gives up what waits for a person, or is locked or parked: it is ABANDONED. What is locked or parked and just being tried once
     * more is given up as soon as it is known that this has failed as well.
     *
     * @param why in the person's words, no personal data of a customer
     * @return false when it waits for nobody, and nothing was done
     */
    @Atomic
    public boolean giveUp(long postingId, String person, String why) {
        PostingRow row = moves.lock(postingId);
        String words = "given up by " + person + ": " + why;
        if (WAIT_FOR_A_PERSON.contains(row.state()) || BLOCKED.contains(row.state())) {
            moves.givenUp(row, time.now(), words);
            return true;
        }
        boolean isTried =
                row.state() == PostingState.SENDING && moves.queued(row).block() != null;
        if (isTried) {
            moves.queued(row).giveUpWhenNotSent(words);
        }
        return isTried;
    }

    /**
     * What is tried by itself, or looked for, is due now; what is being sent is tried in this moment.
     *
     * @return false when it is none of these; nothing was done
     */
    @Atomic
    public boolean tryNow(long postingId) {
        PostingRow row = moves.lock(postingId);
        if (TRIED_BY_ITSELF.contains(row.state())) {
            moves.queued(row).dueBy(time.now());
            return true;
        }
        return row.state() == PostingState.SENDING;
    }

    /**
     * What follows from a posted document was never planned from its source, and other tracking is not planned twice from the same:
     * both are sent again as they are, due now, and looked for before.
     *
     * @return false when it is no such posting, or waits for nobody; nothing was done
     */
    @Atomic
    public boolean sendAgain(long postingId, String person) {
        return again(postingId, FOR_A_PERSON_OR_GIVEN_UP, person);
    }

    /** As {@link #sendAgain}, where no person has given it up. */
    @Atomic
    public boolean lookAgain(long postingId, String job) {
        return again(postingId, WAIT_FOR_A_PERSON, job);
    }

    private boolean again(long postingId, Set<PostingState> from, String who) {
        PostingRow row = moves.lock(postingId);
        if (!row.key().kind().isSentAgainAsItIs() || !from.contains(row.state())) {
            return false;
        }
        moves.dueAgain(row, time.now(), "again, by " + who);
        return true;
    }

    /** Takes up again what was given up: it is HELD for its old reasons until its next plan; anything else stays as it is. */
    @Atomic
    public void takeUp(long postingId, String person) {
        PostingRow row = moves.lock(postingId);
        if (row.state() == PostingState.ABANDONED) {
            moves.takenUp(row, time.now(), "taken up again by " + person);
        }
    }
}
