package centrasage.jobs.run;

/** Refusals for tests of those who start jobs. */
public final class Refusals {
    private Refusals() {}

    public static JobRefused forNow() {
        return JobRefused.forNow("it is running already");
    }

    public static JobRefused unknown() {
        return JobRefused.unknown("there is no such job");
    }
}
