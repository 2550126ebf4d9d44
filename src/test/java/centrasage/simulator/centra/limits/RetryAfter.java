package centrasage.simulator.centra.limits;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Optional;

/** How the header says when to come back: Centra's page says "timestamp" without saying which. */
public enum RetryAfter {
    EPOCH("epoch"),
    HTTP_DATE("http-date"),
    SECONDS("seconds");

    private final String wireName;

    RetryAfter(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    public static Optional<RetryAfter> named(String name) {
        return Arrays.stream(values())
                .filter(format -> format.wireName.equals(name))
                .findFirst();
    }

    /** Rounded up to whole seconds: who comes back at the time given is let in. */
    public String header(Instant resumeAt, Instant now) {
        Instant whole = resumeAt.getNano() == 0 ? resumeAt : Instant.ofEpochSecond(resumeAt.getEpochSecond() + 1);
        return switch (this) {
            case EPOCH -> Long.toString(whole.getEpochSecond());
            case HTTP_DATE -> DateTimeFormatter.RFC_1123_DATE_TIME.format(whole.atZone(ZoneOffset.UTC));
            case SECONDS -> Long.toString(whole.getEpochSecond() - now.getEpochSecond());
        };
    }
}
