package centrasage.sync.posting;

/** The process dies here. Not an exception: no code of ours could catch it. */
public final class Crash extends Error {
    private static final long serialVersionUID = 1L;

    public Crash(String where) {
        super("died " + where, null, false, false);
    }
}
