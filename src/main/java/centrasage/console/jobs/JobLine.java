package centrasage.console.jobs;

import centrasage.console.runs.Progress;
import org.jspecify.annotations.Nullable;

/**
 * A job as the list of all of them shows it.
 *
 * @param rhythm in words
 * @param owner the node that runs it at this moment; empty where none does
 * @param progress null while it does not run
 * @param missed what was missed last, in words; empty where nothing was
 * @param obstacle why it cannot be started now; empty where it can
 */
public record JobLine(
        JobRow row, String rhythm, String owner, @Nullable Progress progress, String missed, String obstacle) {}
