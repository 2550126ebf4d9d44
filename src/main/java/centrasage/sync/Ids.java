package centrasage.sync;

/** The one sequence of the store. */
final class Ids {
    static final String GENERATOR = "store_sequence";
    /** Equals START WITH and INCREMENT BY in the migration. */
    static final int BLOCK = 50;

    private Ids() {}
}
