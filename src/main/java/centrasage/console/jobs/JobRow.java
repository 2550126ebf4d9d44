package centrasage.console.jobs;

import centrasage.jobs.run.Run;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job as Today shows it.
 *
 * @param title what people call it
 * @param last null before its first run
 * @param given what the last run was started with, in words; empty where it was given nothing
 * @param did what the last run counted, in words
 * @param says what the last run says beside its counts, such as what a preview came to; null where it says nothing
 * @param why the last run failed, in words; null where it did not
 * @param next null when its schedule is off
 */
public record JobRow(
        String job,
        String title,
        @Nullable Run last,
        String given,
        String did,
        @Nullable String says,
        @Nullable String why,
        @Nullable Instant next) {

    /** When the last run ended, or began where it has not; null before its first run. */
    public @Nullable Instant at() {
        return last == null || last.ended() == null ? started() : last.ended();
    }

    private @Nullable Instant started() {
        return last == null ? null : last.started();
    }
}
