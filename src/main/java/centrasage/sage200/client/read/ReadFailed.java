package centrasage.sage200.client.read;

import centrasage.flow.TargetUnavailable;

/** A read was answered, and not with what was asked for; asking again would change nothing. */
public class ReadFailed extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String why;

    public ReadFailed(int status, String why) {
        super(why);
        this.status = status;
        this.why = why;
    }

    public ReadFailed(String why, Throwable cause) {
        super(why, cause);
        this.status = 0;
        this.why = why;
    }

    /** The HTTP status; 0 without an answer. */
    public int status() {
        return status;
    }

    /** What happened and what to do about it. */
    String why() {
        return why;
    }

    public TargetUnavailable unavailable() {
        return new TargetUnavailable(why, this);
    }
}
