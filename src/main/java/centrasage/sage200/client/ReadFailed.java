package centrasage.sage200.client;

import centrasage.flow.TargetUnavailable;

/** A read was answered, and not with what was asked for; asking again would change nothing. */
class ReadFailed extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String why;

    ReadFailed(int status, String why) {
        super(why);
        this.status = status;
        this.why = why;
    }

    ReadFailed(String why, Throwable cause) {
        super(why, cause);
        this.status = 0;
        this.why = why;
    }

    /** The HTTP status; 0 without an answer. */
    int status() {
        return status;
    }

    /** What happened and what to do about it. */
    String why() {
        return why;
    }

    TargetUnavailable unavailable() {
        return new TargetUnavailable(why, this);
    }
}
