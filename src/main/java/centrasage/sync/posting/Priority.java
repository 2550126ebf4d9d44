package centrasage.sync.posting;

/** What goes out first, and lets nothing behind it delay it. In this order. */
public enum Priority {
    /** Today's trade. */
    LIVE,
    /** What a person asked for afterwards. */
    BACKFILL;

    /** As the store keeps it: the smaller, the sooner. */
    public int rank() {
        return ordinal();
    }

    public static Priority of(int rank) {
        return values()[rank];
    }
}
