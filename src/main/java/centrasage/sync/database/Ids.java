package centrasage.sync.database;

/** The one sequence of the store. */
public final class Ids {
    public static final String GENERATOR = "store_sequence";
    /** Equals START WITH and INCREMENT BY in the migration. */
    public static final int BLOCK = 50;

    private Ids() {}
}
