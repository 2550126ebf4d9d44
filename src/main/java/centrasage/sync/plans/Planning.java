package centrasage.sync.plans;

import centrasage.flow.Owner;
import centrasage.flow.Plan;
import centrasage.flow.Reason;
import java.util.List;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A fault of ours with one document must not keep all the others waiting: that one is held. */
public final class Planning {
    private static final Logger LOG = Logger.getLogger(Planning.class.getName());

    private Planning() {}

    /**
     * What is planned, or that it could not be.
     *
     * @param what such as {@code Return 10234/R12}
     * @param byHand what a person does instead where it cannot wait, such as {@code enter its credit note in Sage 200 by hand}
     */
    public static Plan safely(String what, String byHand, Supplier<Plan> planning) {
        try {
            return planning.get();
        } catch (RuntimeException e) {
            return faultOfOurs(what, byHand, e);
        }
    }

    /** As {@link #safely}, of what is planned by the caller. */
    public static Plan.Hold faultOfOurs(String what, String byHand, RuntimeException fault) {
        LOG.log(Level.SEVERE, fault, () -> what + " could not be planned");
        return new Plan.Hold(List.of(new Reason(
                "NOT_PLANNED",
                Owner.OPERATIONS,
                what + " could not be planned because of a fault of this program",
                "Report it with the log's lines about this; if it cannot wait, " + byHand)));
    }
}
