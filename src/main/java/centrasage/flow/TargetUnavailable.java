package centrasage.flow;

/** A read failed: the other side cannot be asked now. Nothing was written and nothing is decided. */
public final class TargetUnavailable extends Exception implements Explained {
    private static final long serialVersionUID = 1L;

    public TargetUnavailable(String why, Throwable cause) {
        super(why, cause);
    }

    public TargetUnavailable(String why) {
        super(why);
    }
}
