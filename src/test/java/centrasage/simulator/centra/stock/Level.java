package centrasage.simulator.centra.stock;

/**
 * Units of one SKU in one warehouse.
 *
 * @param counted whether anybody ever said how many there are
 * @param physical never below zero: more than there is cannot leave
 */
public record Level(boolean counted, int physical, int allocated) {
    static final Level NONE = new Level(false, 0, 0);

    /** Below zero when more is kept for orders than there is. */
    public int free() {
        return physical - allocated;
    }

    /** Units that were sold and are not there; of what was never counted nobody can say. */
    public int oversold() {
        return counted ? Math.max(0, -free()) : 0;
    }

    Level counted(int units) {
        return new Level(true, units, allocated);
    }

    Level moved(int units) {
        return new Level(counted, Math.max(0, physical + units), allocated);
    }

    Level kept(int units) {
        return new Level(counted, physical, allocated + units);
    }
}
