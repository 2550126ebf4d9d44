package centrasage.simulation;

import centrasage.flow.Target;
import centrasage.orders.check.OrderRules;
import centrasage.sync.posting.Store;

/** A program that is wrong in one way, to show that the truths would tell; as it stands, one that is right. */
interface Mutant {
    Mutant NONE = new Mutant() {};

    default Store store(Store real) {
        return real;
    }

    default Target target(Target real, World world) {
        return real;
    }

    default OrderRules rules() {
        return Shop.RULES;
    }
}
