package centrasage.stock.level;

import centrasage.stock.figure.Sellable;
import centrasage.stock.figure.Sellable.Taken;
import java.util.Objects;

/**
 * What Centra is told of a SKU.
 *
 * @param level as it was when the figure was made
 * @param quantity that is sent: the sellable units, or with those that Centra has allocated
 */
public record Told(Level level, Sellable figure, Taken taken, int quantity) {

    /**
     * Whether it rests on what Centra had allocated when it was looked at: what has left since would now be sold again, and nothing in Sage
     * would touch the SKU once more.
     */
    boolean isToBeLookedAtAgain() {
        return quantity != figure.units();
    }

    /** Whether it is what Centra was told before, and showed then. */
    boolean isAsBefore() {
        return level.state() == LevelState.SHOWN
                && Objects.equals(level.sellable(), figure.units())
                && Objects.equals(level.shown(), figure.units())
                && taken.isSame(level.taken())
                && taken.kept().rule().equals(level.taken().kept().rule());
    }
}
