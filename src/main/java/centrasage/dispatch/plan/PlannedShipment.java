package centrasage.dispatch.plan;

import centrasage.sync.posting.Planned;
import java.util.List;

/** The plans of a shipment or a despatch, the first one first, and the staged version that they were made from. */
public record PlannedShipment(long stagedId, List<Planned> plans) {
    public PlannedShipment {
        plans = List.copyOf(plans);
    }
}
