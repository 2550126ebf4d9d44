package centrasage.orders;

import jakarta.batch.runtime.context.JobContext;

/** Says in a run's exit status why it failed, for the people who read the list of runs. */
final class Failing {
    /** What the job repository keeps. */
    private static final int LENGTH = 500;

    private Failing() {}

    static <E extends Exception> E because(E failure, JobContext context) {
        String why = "FAILED: " + failure.getMessage();
        context.setExitStatus(why.substring(0, Math.min(why.length(), LENGTH)));
        return failure;
    }
}
