package centrasage.jobs.run;

import centrasage.flow.Explained;
import java.util.List;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The batch runtime logs whatever ends a step twice, with all its stack. Where our own words say it all, that hides them:
 * a Sage that is away for a night would fill the log. {@code RunListener} logs those words, in one line.
 */
public final class BatchLog {
    /** Kept here, because the JDK forgets a logger that nobody holds, and its filter with it. */
    private static final List<Logger> STEPS = Stream.of(
                    "com.ibm.jbatch.container.impl.ChunkStepControllerImpl",
                    "com.ibm.jbatch.container.impl.BatchletStepControllerImpl")
            .map(Logger::getLogger)
            .toList();

    /** The batchlets' controller has the stack in its text. */
    private static final Pattern EXPLAINED = Pattern.compile(
            "\\bcentrasage\\.(flow\\.TargetUnavailable|flow\\.ParameterRefused|mapping\\.MappingFaults|jobs\\.audit\\.AuditBroken): ");

    private static final int CAUSES_MAX = 10;

    private BatchLog() {}

    /** Done again at each run, in case somebody has configured the log anew. */
    public static void shorten() {
        STEPS.forEach(logger -> logger.setFilter(BatchLog::isWorthIt));
    }

    static boolean isWorthIt(LogRecord log) {
        boolean explained = Stream.iterate(log.getThrown(), cause -> cause != null, Throwable::getCause)
                .limit(CAUSES_MAX)
                .anyMatch(Explained.class::isInstance);
        return !explained
                && !EXPLAINED.matcher(String.valueOf(log.getMessage())).find();
    }
}
