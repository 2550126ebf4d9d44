package centrasage.orders.check;

import centrasage.flow.Owner;
import centrasage.flow.Reason;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** All that speaks against posting one order, each thing once, in the order in which it was found. */
public final class Complaints {
    private final Set<Reason> reasons = new LinkedHashSet<>();

    public void add(Reason reason) {
        reasons.add(reason);
    }

    public void add(String code, Owner owner, String what, String remedy) {
        add(new Reason(code, owner, what, remedy));
    }

    public boolean none() {
        return reasons.isEmpty();
    }

    public List<Reason> reasons() {
        return List.copyOf(reasons);
    }
}
