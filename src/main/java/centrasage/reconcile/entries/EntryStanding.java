package centrasage.reconcile.entries;

/** How an entry of ours stands in Sage 200. */
enum EntryStanding {
    /** It is there once, with its amount. */
    AGREES,
    /** It is not as it was posted, and a person has an exception of that. */
    FOR_A_PERSON,
    MISSING_IN_SAGE,
    /** It is there with another amount. */
    DIFFERS,
    /** It is there more than once. */
    SEVERAL_IN_SAGE,
    /** Nobody can say: it could not be read. */
    UNKNOWN
}
