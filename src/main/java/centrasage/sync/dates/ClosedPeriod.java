package centrasage.sync.dates;

/** What becomes of a document of a day for which Sage 200 takes no documents any more. */
public enum ClosedPeriod {
    /** It goes out with the first day that Sage takes, and the true one is kept. */
    NEXT_OPEN,
    /** It goes out by itself once the period is open. */
    HOLD,
    /** A person says with which day. */
    ASK
}
