package centrasage.simulator.centra.state;

import centrasage.simulator.centra.events.ChangeType;

/** Hears of every change of an order, or of its shipments, payments and returns, after it was made. */
@FunctionalInterface
public interface Watcher {
    /**
     * An object was changed.
     *
     * @param objectType as events name it: {@code Order}, {@code Shipment}, {@code PaymentHistoryEntry} or {@code Return}
     * @param reference of an order its number, of anything else its id
     */
    void changed(String objectType, int reference, ChangeType change);
}
