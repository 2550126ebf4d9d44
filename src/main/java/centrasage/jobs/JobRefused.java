package centrasage.jobs;

/** A job is not started, stopped or restarted, with the reason for the person who asked. */
public final class JobRefused extends Exception {
    private static final long serialVersionUID = 1L;
    private final boolean unknown;

    private JobRefused(String why, boolean unknown) {
        super(why);
        this.unknown = unknown;
    }

    static JobRefused because(String why) {
        return new JobRefused(why, false);
    }

    static JobRefused unknown(String what) {
        return new JobRefused(what, true);
    }

    /** Whether there is no such job or run, as opposed to one that cannot do this now. */
    public boolean isUnknown() {
        return unknown;
    }
}
