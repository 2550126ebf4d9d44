package centrasage.console.api.alerts;

import centrasage.desk.feed.Feeds;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What comes in or goes out, and what is usual at this time of the week.
 *
 * @param usualFrom null while it is not known
 */
@Schema(name = "Feed")
public record FeedJson(
        String name,
        @Nullable Instant seenAt,
        long lastHour,
        @Nullable Long usualFrom,
        @Nullable Long usualTo,
        @Nullable String silent) {
    static FeedJson of(Feeds.Feed feed) {
        return new FeedJson(
                feed.name(),
                feed.seenAt(),
                feed.lastHour(),
                feed.usual() == null ? null : feed.usual().from(),
                feed.usual() == null ? null : feed.usual().to(),
                feed.silent());
    }
}
