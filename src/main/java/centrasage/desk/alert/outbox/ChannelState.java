package centrasage.desk.alert.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a channel fares.
 *
 * @param name {@code mail}, or {@code webhook:} and its name
 * @param sentAt when it last took a message
 * @param failedAt when it last did not
 * @param failingSince since when nothing went out by it; null while it is well
 * @param error why it last failed, in words
 * @param waiting messages that wait for it
 */
public record ChannelState(
        String name,
        @Nullable Instant sentAt,
        @Nullable Instant failedAt,
        @Nullable Instant failingSince,
        @Nullable String error,
        long waiting) {}
