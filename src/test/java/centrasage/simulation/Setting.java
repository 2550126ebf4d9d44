package centrasage.simulation;

import java.time.Duration;

/**
 * How long a history is, and what is allowed in it.
 *
 * @param orders that are placed
 * @param steps that are taken before everything calms down
 * @param latest how late Sage 200 commits at most
 * @param mutant what is broken on purpose
 */
record Setting(int orders, int steps, Duration latest, Mutant mutant) {
    /** At most nine tenths of the settle time: what the setting promises. */
    static final Duration LATEST = World.SETTLE.multipliedBy(9).dividedBy(10);

    static final Setting USUAL = new Setting(4, 90, LATEST, Mutant.NONE);

    Setting with(Mutant other) {
        return new Setting(orders, steps, latest, other);
    }
}
