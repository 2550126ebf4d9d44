package centrasage.jobs.run;

/** A job is not started, stopped or restarted, with the reason for the person who asked. */
public final class JobRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private enum Kind {
        UNKNOWN,
        FOR_NOW,
        AT_ALL
    }

    private final Kind kind;

    private JobRefused(String why, Kind kind) {
        super(why);
        this.kind = kind;
    }

    static JobRefused because(String why) {
        return new JobRefused(why, Kind.AT_ALL);
    }

    static JobRefused forNow(String why) {
        return new JobRefused(why, Kind.FOR_NOW);
    }

    static JobRefused unknown(String what) {
        return new JobRefused(what, Kind.UNKNOWN);
    }

    /** Whether there is no such job or run, as opposed to one that cannot do this now. */
    public boolean isUnknown() {
        return kind == Kind.UNKNOWN;
    }

    /** Whether it would be accepted later, as opposed to never. */
    public boolean isForNow() {
        return kind == Kind.FOR_NOW;
    }
}
