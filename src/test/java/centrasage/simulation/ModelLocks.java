package centrasage.simulation;

import centrasage.flow.Locks;
import centrasage.flow.TargetUnavailable;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The book of locks, kept by the model of Sage 200. */
final class ModelLocks implements Locks {
    private final SageModel sage;
    private final Wire wire;

    ModelLocks(World world, Wire wire) {
        this.sage = world.sage();
        this.wire = wire;
    }

    @Override
    public boolean canTell() {
        return true;
    }

    @Override
    public Map<String, String> holders(String company, Collection<String> documentIds) throws TargetUnavailable {
        return wire.read("who holds records", () -> {
            Map<String, String> holders = new HashMap<>();
            documentIds.forEach(id -> sage.order(Long.parseLong(id))
                    .filter(sage::isLocked)
                    .ifPresent(order -> holders.put(id, "Anna on PC-1")));
            return holders;
        });
    }
}
