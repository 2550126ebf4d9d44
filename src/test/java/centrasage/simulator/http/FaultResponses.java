package centrasage.simulator.http;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** The words of refused requests: what a gateway, a rate limiter or a lock says. */
final class FaultResponses {
    private FaultResponses() {}

    static Response gatewayTimeout() {
        return Response.html(504, "<html><head><title>504 Gateway Time-out</title></head></html>");
    }

    static Response malformed() {
        return Response.html(200, "<html><head><title>Sign in</title></head></html>");
    }

    static Response serverError() {
        return Response.message(500, "An error has occurred.");
    }

    static Response tooManyRequests(FaultSettings settings, Clock clock) {
        return Response.message(429, "Rate limit is exceeded.").withHeader("Retry-After", retryAfter(settings, clock));
    }

    /** Three forms are met in practice: seconds to wait, an HTTP date, and seconds since 1970. */
    private static String retryAfter(FaultSettings settings, Clock clock) {
        long seconds = settings.number("retryAfterSeconds");
        ZonedDateTime when = clock.instant().plusSeconds(seconds).atZone(ZoneOffset.UTC);
        return switch (settings.text("retryAfterFormat")) {
            case "http-date" -> DateTimeFormatter.RFC_1123_DATE_TIME.format(when);
            case "epoch" -> Long.toString(when.toEpochSecond());
            default -> Long.toString(seconds);
        };
    }
}
