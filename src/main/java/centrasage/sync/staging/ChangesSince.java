package centrasage.sync.staging;

import centrasage.flow.TargetUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Stages everything that a source changed since the watermark, exactly as received, a page at a time. The watermark moves with
 * the last page only, to the moment at which reading began, by the source's clock or ours, whichever is earlier; so a reading
 * that fails is simply made again, and what did not change is not staged twice.
 */
public final class ChangesSince {
    private final Staging staging;
    private final Clock clock;
    private final Window window;

    /**
     * What is read.
     *
     * @param kind of the documents, such as {@code order}
     * @param watermark its name
     * @param first where the very first reading begins
     * @param overlap how far before the watermark reading begins, so that a late-committed change is not missed
     */
    public record Window(String kind, String watermark, Instant first, Duration overlap) {}

    /**
     * @param endCursor where the next page begins; never null when there is one
     * @param sentAt when the source answered, by its own clock; null where it does not say
     */
    public record Page(
            List<Received> documents,
            @Nullable String endCursor,
            boolean hasNextPage,
            @Nullable Instant sentAt) {
        public Page {
            documents = List.copyOf(documents);
        }
    }

    /** Gives the pages of what was made or touched at {@code from} or later. */
    @FunctionalInterface
    public interface Source {
        /** @param afterCursor where the page before ended; null for the first page */
        Page page(Instant from, @Nullable String afterCursor) throws TargetUnavailable;
    }

    public ChangesSince(Staging staging, Clock clock, Window window) {
        this.staging = staging;
        this.clock = clock;
        this.window = window;
    }

    /**
     * @param stopped asked between two pages
     * @param tally told what each page came to
     * @throws TargetUnavailable when the source does not answer; what was staged stays so, and the watermark where it was
     */
    public void read(Source source, BooleanSupplier stopped, Consumer<Map<String, Long>> tally)
            throws TargetUnavailable {
        Instant readTo = clock.instant();
        Instant from = staging.watermark(window.watermark())
                .map(mark -> mark.minus(window.overlap()))
                .orElseGet(window::first);
        String cursor = null;
        boolean more = true;
        while (more && !stopped.getAsBoolean()) {
            Instant readAt = staging.readingBegins();
            Page page = source.page(from, cursor);
            readTo = earlier(readTo, page.sentAt());
            tally.accept(Map.of(
                    "read", (long) page.documents().size(), "new or changed", (long) stage(page, readAt, readTo)));
            cursor = page.endCursor();
            more = page.hasNextPage();
        }
    }

    /** The window is the source's: a clock of ours that is fast would leave out what changes until then. */
    private static Instant earlier(Instant ours, @Nullable Instant theirs) {
        return theirs != null && theirs.isBefore(ours) ? theirs : ours;
    }

    private int stage(Page page, Instant readAt, Instant readTo) {
        return page.hasNextPage()
                ? staging.stage(window.kind(), page.documents(), readAt)
                : staging.stage(window.kind(), page.documents(), readAt, window.watermark(), readTo);
    }
}
