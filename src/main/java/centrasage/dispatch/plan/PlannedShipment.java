package centrasage.dispatch.plan;

import centrasage.sync.posting.Planned;
import java.util.List;

/** The plans of a shipment, its despatch first, and the staged version that they were made from. */
record PlannedShipment(long stagedId, List<Planned> plans) {
    PlannedShipment {
        plans = List.copyOf(plans);
    }
}
