package centrasage.orders.backfill;

import centrasage.flow.TargetUnavailable;
import centrasage.mapping.MappingFaults;
import centrasage.orders.plan.PlanOrders;
import centrasage.orders.plan.PlannedOrder;
import centrasage.sync.staging.Staged;

/** Makes the plan of an order, all by the same mappings. */
interface BackfillPlanning {
    PlannedOrder plan(Staged staged) throws Exception;

    /** The hash of the mappings that all plans of this run are made by. */
    String mappings() throws Exception;

    /** As a run of order-import plans. */
    static BackfillPlanning by(PlanOrders planning) {
        return new BackfillPlanning() {
            /** Of a company whose Sage cannot be read nothing is said: the person asks again. */
            @Override
            public PlannedOrder plan(Staged staged) throws Exception {
                PlannedOrder planned = planning.processItem(staged);
                if (planned == null) {
                    throw new TargetUnavailable("the Sage of the company of order " + staged.sourceKey()
                            + " cannot be read now: run the backfill again once it can");
                }
                return planned;
            }

            @Override
            public String mappings() throws MappingFaults {
                return planning.mappingsHash();
            }
        };
    }
}
