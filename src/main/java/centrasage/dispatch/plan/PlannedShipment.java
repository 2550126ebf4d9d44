package centrasage.dispatch.plan;

import centrasage.sync.posting.Planned;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The plans of a shipment, its despatch first, and what they were made from.
 *
 * @param stagedId the staged version
 * @param order as it stood; null where the plans do not depend on it
 */
record PlannedShipment(long stagedId, @Nullable Order order, List<Planned> plans) {
    PlannedShipment {
        plans = List.copyOf(plans);
    }

    /** The order of a shipment, and how far it had come. */
    record Order(long number, OrderStanding standing) {}
}
