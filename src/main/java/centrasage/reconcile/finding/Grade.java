package centrasage.reconcile.finding;

/** How bad it is; the worst first. */
public enum Grade {
    /** Orders are held or refused because of it. */
    BLOCKER,
    /** It could not be looked at: nobody knows. */
    UNREAD,
    /** Orders pass, and it may hurt later. */
    WARNING,
    /** Nothing to do now. */
    NOTE,
    /** Looked at, and as it should be. */
    FINE
}
