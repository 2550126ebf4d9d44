package centrasage.dispatch.plan;

import centrasage.sync.posting.Planned;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The plans of a shipment or a despatch, the first one first, and what they were made from.
 *
 * @param stagedId the staged version
 * @param order as it stood; null where the plans do not depend on it
 */
public record PlannedShipment(long stagedId, @Nullable Order order, List<Planned> plans) {
    public PlannedShipment {
        plans = List.copyOf(plans);
    }

    /** Of what does not depend on how far an order has come. */
    public PlannedShipment(long stagedId, List<Planned> plans) {
        this(stagedId, null, plans);
    }

    /** The order of a shipment, and how far it had come. */
    record Order(long number, OrderStanding standing) {}
}
