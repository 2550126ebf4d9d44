package centrasage.flow;

/** What began a failure. */
public final class RootCause {
    /** Causes can go round in a circle. */
    private static final int MAX = 10;

    private RootCause() {}

    public static Throwable of(Throwable failure) {
        Throwable root = failure;
        for (int i = 0; i < MAX; i++) {
            Throwable cause = root.getCause();
            if (cause == null) {
                return root;
            }
            root = cause;
        }
        return root;
    }
}
