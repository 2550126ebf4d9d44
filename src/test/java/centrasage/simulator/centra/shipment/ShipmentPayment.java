package centrasage.simulator.centra.shipment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether the goods of a shipment are paid for.
 *
 * @param paidAt null while they are not
 * @param capturedAt null unless it was Centra that took the money
 */
public record ShipmentPayment(
        @Nullable Instant paidAt, @Nullable Instant capturedAt, long capturedMinor) {
    public static final ShipmentPayment NONE = new ShipmentPayment(null, null, 0);

    public boolean paid() {
        return paidAt != null;
    }

    public boolean captured() {
        return capturedAt != null;
    }

    public ShipmentPayment paidOutside(Instant at) {
        return paid() ? this : new ShipmentPayment(at, capturedAt, capturedMinor);
    }

    public ShipmentPayment unpaid() {
        return captured() ? this : NONE;
    }

    public static ShipmentPayment captured(Instant at, long minor) {
        return new ShipmentPayment(at, at, minor);
    }
}
