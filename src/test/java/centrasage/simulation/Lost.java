package centrasage.simulation;

/** A call of the store failed although the process lives: nobody knows whether it was committed. */
final class Lost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Lost(String where) {
        super("lost the database " + where, null, false, false);
    }
}
