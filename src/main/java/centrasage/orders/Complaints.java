package centrasage.orders;

import centrasage.flow.Owner;
import centrasage.flow.Reason;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** All that speaks against posting one order, each thing once, in the order in which it was found. */
final class Complaints {
    private final Set<Reason> reasons = new LinkedHashSet<>();

    void add(Reason reason) {
        reasons.add(reason);
    }

    void add(String code, Owner owner, String what, String remedy) {
        add(new Reason(code, owner, what, remedy));
    }

    boolean none() {
        return reasons.isEmpty();
    }

    List<Reason> reasons() {
        return List.copyOf(reasons);
    }
}
