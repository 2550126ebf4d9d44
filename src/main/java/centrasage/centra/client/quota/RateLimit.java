package centrasage.centra.client.quota;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One of Centra's counters, a bucket that refills at a constant rate and that all integrations of the shop share.
 *
 * @param interval the time in which an empty bucket fills
 * @param quota what a full one holds, more than zero
 */
public record RateLimit(Counter counter, Duration interval, long quota, long remaining) {

    /** All counters that we know of an answer to {@code rateLimits}; none where it is not there. */
    public static List<RateLimit> all(@Nullable JsonValue rateLimits) {
        List<RateLimit> limits = new ArrayList<>();
        if (rateLimits instanceof JsonArray rows) {
            for (JsonValue row : rows) {
                if (row instanceof JsonObject object) {
                    of(object).ifPresent(limits::add);
                }
            }
        }
        return limits;
    }

    private static Optional<RateLimit> of(JsonObject limit) {
        Duration interval = interval(limit.getString("intervalSeconds", ""));
        long quota = whole(limit, "quota");
        return Arrays.stream(Counter.values())
                .filter(counter -> counter.name().equals(limit.getString("type", "")))
                .filter(counter -> quota > 0 && !interval.isZero())
                .map(counter -> new RateLimit(counter, interval, quota, whole(limit, "remainingQuota")))
                .findFirst();
    }

    private static Duration interval(String name) {
        return switch (name) {
            case "TEN_SECONDS" -> Duration.ofSeconds(10);
            case "ONE_HOUR" -> Duration.ofHours(1);
            default -> Duration.ZERO;
        };
    }

    private static long whole(JsonObject limit, String name) {
        return limit.get(name) instanceof JsonNumber number ? number.longValue() : 0;
    }
}
