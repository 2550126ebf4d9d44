package centrasage.console;

import centrasage.jobs.Run;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job as Today shows it.
 *
 * @param title what people call it
 * @param last null before its first run
 * @param did what the last run counted, in words
 * @param next null when its schedule is off
 */
public record JobRow(
        String job,
        String title,
        @Nullable Run last,
        String did,
        @Nullable Instant next) {}
