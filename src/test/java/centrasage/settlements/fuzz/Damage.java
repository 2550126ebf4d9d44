package centrasage.settlements.fuzz;

/**
 * Damages a file as transport, spreadsheets and people do. It never gives a line the type of another: such a file is consistent, and only the
 * bank can tell that it is wrong.
 */
interface Damage {
    /** A damaged copy. */
    byte[] of(byte[] whole);
}
