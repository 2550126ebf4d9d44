package centrasage.console.payload;

import centrasage.sync.store.Attempt;
import java.time.Duration;
import java.util.List;

/**
 * What came or went with one step of an order's life.
 *
 * @param title what it is
 * @param text masked for who looks; empty where there is nothing any more, and then {@code why} says so
 * @param attempts its sends, oldest first
 */
public record Payload(String title, String text, String why, boolean masked, List<Attempt> attempts) {
    /** More than a page can show at once; the API has it all. */
    private static final int SHOWN_MAX = 20_000;

    public Payload {
        attempts = List.copyOf(attempts);
    }

    /** The part that a page shows. */
    public String shown() {
        return text.length() > SHOWN_MAX ? text.substring(0, SHOWN_MAX) : text;
    }

    public boolean cut() {
        return text.length() > SHOWN_MAX;
    }

    /** How long an answer took, such as {@code 1.4 s}; empty where none came. */
    public String length(Attempt attempt) {
        if (attempt.endedAt() == null) {
            return "";
        }
        long millis = Duration.between(attempt.startedAt(), attempt.endedAt()).toMillis();
        return millis / 1000 + "." + millis % 1000 / 100 + " s";
    }

    /** Personal data must not end in a log. */
    @Override
    public String toString() {
        return "Payload[" + title + "]";
    }
}
