package centrasage.simulator.centra.state;

import centrasage.simulator.centra.events.ChangeType;

/** Hears of every change of an order, after it was made. */
@FunctionalInterface
public interface OrderWatcher {
    void changed(int number, ChangeType change);
}
