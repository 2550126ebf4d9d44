package centrasage.settlements.store;

/** How far a version of a batch has come. */
public enum BatchState {
    /** Its lines are being written: a run that dies leaves it so, and the next one begins it anew. */
    RECEIVING,
    /** It is not proven: nothing of it is matched or posted. */
    STOPPED,
    /** It is proven; nothing of it is planned, because no run has come to it or no mapping says whose it is. */
    PROVEN,
    /** Its postings are planned. What waits, a line that found nothing or a posting that is held, is looked at again by each run. */
    PLANNED,
    /** All of it is posted and settles something: nobody looks at it again. */
    SETTLED,
    /** A later version took its place before anything of it was sent. */
    SUPERSEDED,
    /** It says something else than the version that is planned or posted: a person must compare them, and nothing of it is posted. */
    DIFFERS;

    /** Whether a version in this state can come into that one. */
    boolean mayBecome(BatchState next) {
        return switch (this) {
            case RECEIVING -> next == STOPPED || next == PROVEN || next == DIFFERS;
            case STOPPED -> next == SUPERSEDED;
            case PROVEN -> next == PLANNED || next == SUPERSEDED;
            case PLANNED -> next == SETTLED || next == PROVEN || next == SUPERSEDED;
            case SETTLED -> next == PLANNED;
            case DIFFERS, SUPERSEDED -> false;
        };
    }

    /** Whether it is the version of its batch that is posted, or about to be. */
    public boolean isToBePosted() {
        return this == PROVEN || this == PLANNED || this == SETTLED;
    }
}
