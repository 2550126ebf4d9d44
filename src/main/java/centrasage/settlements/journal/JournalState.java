package centrasage.settlements.journal;

/** How far a journal is. */
public enum JournalState {
    /** Sage 200 is not known to have it. */
    OPEN,
    /** All of it was seen in Sage 200; it is open again where it is not there any more, or twice. */
    SEEN,
    /** A person has said that it is not imported after all: nobody looks for it. */
    WITHDRAWN
}
