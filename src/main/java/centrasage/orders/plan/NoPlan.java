package centrasage.orders.plan;

import centrasage.flow.Owner;
import centrasage.flow.Plan;
import centrasage.flow.Reason;
import centrasage.orders.check.ByHand;
import centrasage.sync.posting.Reasons;
import centrasage.sync.staging.Staged;
import java.util.List;

/** Holds an order for what is wrong here, as opposed to what is wrong with the order. */
final class NoPlan {
    private NoPlan() {}

    /** There is no text to plan. */
    static Plan.Hold withoutText(Staged staged) {
        return new Plan.Hold(
                List.of(staged.isUnreadable() ? cannotBeDecrypted(staged) : Reasons.erased(staged.sourceKey())));
    }

    private static Reason cannotBeDecrypted(Staged staged) {
        return new Reason(
                "CANNOT_BE_DECRYPTED",
                Owner.OPERATIONS,
                "Order " + staged.sourceKey()
                        + " cannot be decrypted: the key file (store.encryption-key-file) is not the"
                        + " one that it was written with, or what is stored was changed",
                ByHand.enterIt(
                        "Put the right key file back, restart centra-sage200, then plan again. If the key file is the right"
                                + " one, what is stored of the order is damaged:"));
    }
}
