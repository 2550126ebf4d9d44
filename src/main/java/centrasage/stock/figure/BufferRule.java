package centrasage.stock.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How many units of a SKU are kept back.
 *
 * @param of what the rule is for, in words
 * @param value units, percent of what is free, or how many times what sells until Centra knows of a change
 * @param min units at least
 * @param max units at most
 */
public record BufferRule(String of, Kind kind, BigDecimal value, int min, int max) {
    /** Beyond what any warehouse holds. */
    public static final int NO_LIMIT = 1_000_000_000;

    /** What its value counts. */
    public enum Kind {
        UNITS,
        PERCENT,
        VELOCITY
    }

    /** So many units of each. */
    public static BufferRule units(String of, int units) {
        return new BufferRule(of, Kind.UNITS, BigDecimal.valueOf(units), 0, NO_LIMIT);
    }

    public boolean needsPace() {
        return kind == Kind.VELOCITY;
    }

    /**
     * @param free in Sage 200, as far as it may be sold
     * @param pace of the SKU; only asked for where {@link #needsPace()}
     */
    public Kept kept(BigDecimal free, Pace pace) {
        BigDecimal units = switch (kind) {
            case UNITS -> value;
            case PERCENT ->
                free.max(BigDecimal.ZERO).multiply(value).movePointLeft(2).setScale(0, RoundingMode.CEILING);
            case VELOCITY -> pace.whileLate(value);
        };
        BigDecimal limited = units.min(BigDecimal.valueOf(max)).max(BigDecimal.valueOf(min));
        return new Kept(limited.intValueExact(), words(), 0);
    }

    private String words() {
        String number = value.stripTrailingZeros().toPlainString();
        return of + ": "
                + switch (kind) {
                    case UNITS -> number + (number.equals("1") ? " unit" : " units");
                    case PERCENT -> number + " %";
                    case VELOCITY -> number + " x velocity";
                };
    }
}
