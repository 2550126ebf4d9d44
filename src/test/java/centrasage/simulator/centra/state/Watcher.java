package centrasage.simulator.centra.state;

import centrasage.simulator.centra.events.ChangeType;

/** Hears of every change of an order or a shipment, after it was made. */
@FunctionalInterface
public interface Watcher {
    /**
     * An object was changed.
     *
     * @param objectType as events name it: {@code Order} or {@code Shipment}
     * @param reference of an order its number, of a shipment its id
     */
    void changed(String objectType, int reference, ChangeType change);
}
