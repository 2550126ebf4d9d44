package centrasage.centra.client.wire;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;

/**
 * One of Centra's counters, a bucket that refills at a constant rate and that all integrations of the shop share.
 *
 * @param type Centra's {@code RateLimitType}: {@code REQUEST_COUNT}, {@code QUERY_COMPLEXITY}, {@code MUTATION_COUNT}
 * @param interval the time in which an empty bucket fills; zero for one that we do not know
 */
record RateLimit(String type, Duration interval, long quota, long used, long remaining) {

    /** All counters of an answer to a query that asks for them. */
    static List<RateLimit> all(Envelope envelope) {
        return Envelope.list(envelope.data(), "rateLimits")
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .map(RateLimit::of)
                .toList();
    }

    private static RateLimit of(JsonObject limit) {
        return new RateLimit(
                limit.getString("type", ""),
                interval(limit.getString("intervalSeconds", "")),
                whole(limit, "quota"),
                whole(limit, "usedQuota"),
                whole(limit, "remainingQuota"));
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
