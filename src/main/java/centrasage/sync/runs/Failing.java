package centrasage.sync.runs;

import centrasage.flow.Explained;
import centrasage.flow.RootCause;
import centrasage.sync.database.LostRace;
import jakarta.batch.runtime.context.JobContext;
import java.util.Arrays;
import java.util.logging.Logger;

/** Says in a run's exit status why it failed, for the people who read the list of runs. */
public final class Failing {
    /** What the job repository keeps. */
    private static final int LENGTH = 500;

    private static final String MORE = " … and more: the log has all of it";

    private static final Logger LOG = Logger.getLogger(Failing.class.getName());

    private static final String OURS = "centrasage.";

    private static final String OVERTAKEN =
            "another job or node was writing the same documents for too long, and the store gave this run"
                    + " up in its favour. Nothing is lost, and the next run tries again; if it happens with every run, give the jobs other"
                    + " times (schedule.*)";

    private Failing() {}

    /** What a step does. */
    @FunctionalInterface
    public interface Work<T, E extends Exception> {
        T done() throws E;
    }

    /** What a step does, without an answer. */
    @FunctionalInterface
    public interface Deed<E extends Exception> {
        void done() throws E;
    }

    /** Does it; whatever is thrown is told in the run's exit status first. */
    public static <T, E extends Exception> T telling(JobContext context, Work<T, E> work) throws E {
        try {
            return work.done();
        } catch (Throwable e) {
            tell(context, e);
            throw e;
        }
    }

    /** Does it; whatever is thrown is told in the run's exit status first. */
    public static <E extends Exception> void doing(JobContext context, Deed<E> deed) throws E {
        try {
            deed.done();
        } catch (Throwable e) {
            tell(context, e);
            throw e;
        }
    }

    private static void tell(JobContext context, Throwable failure) {
        String why = why(failure);
        if (why.length() > LENGTH) {
            LOG.warning(why);
        }
        context.setExitStatus(words(failure));
    }

    /**
     * The message where it is written for people. Of anything else its kind and its place only: its message may hold
     * personal data, as that of a database does which quotes what it would not take.
     */
    public static String words(Throwable failure) {
        String why = why(failure);
        return why.length() <= LENGTH ? why : why.substring(0, LENGTH - MORE.length()) + MORE;
    }

    private static String why(Throwable failure) {
        return "FAILED: " + reason(failure);
    }

    private static String reason(Throwable failure) {
        if (failure instanceof Explained) {
            return String.valueOf(failure.getMessage());
        }
        return LostRace.is(failure) ? OVERTAKEN : unforeseen(failure);
    }

    private static String unforeseen(Throwable failure) {
        Throwable root = RootCause.of(failure);
        String place = Arrays.stream(failure.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith(OURS) && frame.getLineNumber() > 0)
                .findFirst()
                .map(frame ->
                        " at " + frame.getClassName().substring(OURS.length()) + ", line " + frame.getLineNumber())
                .orElse("");
        String kinds = failure.getClass().getSimpleName()
                + (root == failure ? "" : " by " + root.getClass().getSimpleName());
        return "something that nobody foresaw (" + kinds + place
                + "); the log has it all. Nothing is lost, and the next run tries again; if it fails again, send the log"
                + " of this run to whoever maintains centra-sage200";
    }
}
