package centrasage.stock.figure;

import java.util.Optional;

/**
 * Holds back what is more likely a mistake than trade: an import that went wrong, a changed unit, a warehouse that was emptied by a stocktake.
 *
 * @param percentMax of all SKUs of a warehouse may change in one run
 * @param atZeroMax SKUs may be sold out by one run
 * @param atLeast SKUs have to change before the share of all counts: a small shop has quick days
 */
public record GuardRail(int percentMax, int atZeroMax, int atLeast) {
    private static final int PERCENT = 100;

    /**
     * What one run would change.
     *
     * @param all SKUs that were published in this warehouse
     * @param changed of these
     * @param toZero of these from something to nothing
     */
    public record Jump(long all, long changed, long toZero) {}

    /** Why a person has to look at it first; empty where nobody has. */
    public Optional<String> holds(Jump jump) {
        if (jump.toZero() > atZeroMax) {
            return Optional.of(
                    jump.toZero() + " SKUs would be sold out at once (stock.guard-zero = " + atZeroMax + ")");
        }
        boolean isMany = jump.changed() >= atLeast && jump.changed() * PERCENT > jump.all() * percentMax;
        return isMany
                ? Optional.of(jump.changed() + " of " + jump.all()
                        + " SKUs would change at once (stock.guard-percent = " + percentMax + ")")
                : Optional.empty();
    }
}
