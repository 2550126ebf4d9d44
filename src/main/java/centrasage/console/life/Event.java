package centrasage.console.life;

import centrasage.console.words.Sign;
import java.time.Instant;
import java.util.List;

/**
 * Something that happened to an order.
 *
 * @param place where it happened: {@code Centra}, {@code Sage 200}, {@code Here}, or a person's sign-in name
 * @param details what else is known, a sentence each
 * @param payload what came or went with it, as the address of the page asks for it; empty where nothing did
 */
public record Event(Instant at, Sign sign, String place, String title, List<String> details, String payload) {
    public Event(Instant at, Sign sign, String place, String title, List<String> details) {
        this(at, sign, place, title, details, "");
    }

    Event with(String shownAs) {
        return new Event(at, sign, place, title, details, shownAs);
    }

    public Event {
        details = List.copyOf(details);
    }
}
