package centrasage.console.life;

import centrasage.console.words.Sign;
import java.time.Instant;
import java.util.List;

/**
 * Something that happened to an order.
 *
 * @param place where it happened: {@code Centra}, {@code Sage 200}, {@code Here}, or a person's sign-in name
 * @param details what else is known, a sentence each
 */
public record Event(Instant at, Sign sign, String place, String title, List<String> details) {
    public Event {
        details = List.copyOf(details);
    }
}
