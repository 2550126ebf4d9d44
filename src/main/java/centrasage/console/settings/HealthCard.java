package centrasage.console.settings;

import centrasage.console.words.Sign;
import java.util.ArrayList;
import java.util.List;

/**
 * How one thing is that this application needs.
 *
 * @param lines what is known of it, the most important first
 * @param links where more is said, by address with its words
 */
public record HealthCard(String title, Sign sign, List<String> lines, List<Link> links) {
    /** An address of this console. */
    public record Link(String address, String words) {}

    static final Sign GOOD = new Sign("Good", "check", "posted", "As it should be");
    static final Sign LOOK = new Sign("Look", "warning", "locked", "Works, and somebody should look at it");
    static final Sign BAD = new Sign("Bad", "cross", "held", "Does not work");
    static final Sign UNKNOWN =
            new Sign("Not known yet", "question", "quiet", "Nothing has been heard since this node started");

    static HealthCard of(String title, Sign sign, String... lines) {
        return new HealthCard(title, sign, List.of(lines), List.of());
    }

    HealthCard leadingTo(String address, String words) {
        List<Link> more = new ArrayList<>(links);
        more.add(new Link(address, words));
        return new HealthCard(title, sign, lines, List.copyOf(more));
    }
}
