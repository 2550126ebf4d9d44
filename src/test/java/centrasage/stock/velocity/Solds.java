package centrasage.stock.velocity;

import centrasage.stock.StockSettings;
import centrasage.sync.store.JpaWorld;
import java.time.Duration;

/** What was sold, in the store of a test. */
public final class Solds {
    private Solds() {}

    public static Sold in(JpaWorld world, Duration window) {
        StockSettings settings = new StockSettings() {
            @Override
            public Duration velocityWindow() {
                return window;
            }
        };
        return world.transactions().bean(Sold.class, world.entities(), world.time(), settings);
    }
}
