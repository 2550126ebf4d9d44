package centrasage.sync;

/** What became of a plan when it was recorded. */
public enum Recorded {
    /** The posting is new, or its earlier plan was replaced. */
    TAKEN,
    /** It was posted with the same content. */
    UNCHANGED,
    /** It was posted with other content: an exception tells a person. */
    CHANGED_AFTER_POSTING,
    /** It is being sent or in doubt: plan it again later. */
    LATER
}
