package centrasage.console.plot;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One figure of a plot.
 *
 * @param label what it is of, such as a day
 * @param words the figure as people read it, with its unit
 * @param tone the colour's name in the style sheet, such as {@code posted}; {@code accent} where it is no state
 * @param link where it leads; empty for nowhere
 * @param usual what it is held against; null where nothing is
 */
public record Point(
        String label,
        BigDecimal value,
        String words,
        String tone,
        String link,
        @Nullable Usual usual) {
    /**
     * From where to where is usual.
     *
     * @param words as people read it, such as {@code 25 to 50}
     */
    public record Usual(BigDecimal from, BigDecimal to, String words) {}

    public static Point of(String label, BigDecimal value, String words) {
        return new Point(label, value, words, "accent", "", null);
    }

    public Point usually(@Nullable Usual band) {
        return new Point(label, value, words, tone, link, band);
    }

    public Point in(String otherTone) {
        return new Point(label, value, words, otherTone, link, usual);
    }

    public Point leadingTo(String address) {
        return new Point(label, value, words, tone, address, usual);
    }
}
