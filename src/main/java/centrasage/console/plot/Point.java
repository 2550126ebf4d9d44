package centrasage.console.plot;

import java.math.BigDecimal;

/**
 * One figure of a plot.
 *
 * @param label what it is of, such as a day
 * @param words the figure as people read it, with its unit
 * @param tone the colour's name in the style sheet, such as {@code posted}; {@code accent} where it is no state
 * @param link where it leads; empty for nowhere
 */
public record Point(String label, BigDecimal value, String words, String tone, String link) {
    public static Point of(String label, BigDecimal value, String words) {
        return new Point(label, value, words, "accent", "");
    }

    public Point in(String otherTone) {
        return new Point(label, value, words, otherTone, link);
    }

    public Point leadingTo(String address) {
        return new Point(label, value, words, tone, address);
    }
}
