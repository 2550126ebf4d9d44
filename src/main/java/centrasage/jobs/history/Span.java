package centrasage.jobs.history;

import centrasage.jobs.run.Run;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * From when to when a run worked.
 *
 * @param ended null while it works, and of one whose end nobody noted
 */
public record Span(Instant started, @Nullable Instant ended) {
    public static Span of(Run run) {
        return new Span(run.started(), run.ended());
    }

    /** While it works nothing else of its job can begin. */
    Instant busyUntil() {
        return ended == null ? started : ended;
    }
}
