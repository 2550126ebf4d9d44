package centrasage.simulator.centra.events;

import java.time.Instant;
import java.util.Set;

/** What an integration wants to hear of: all that happens to objects of a type, or some of it. */
public record Listener(
        String integration, String objectType, Set<ChangeType> changeTypes, Instant createdAt, Instant updatedAt) {
    public Listener {
        changeTypes = Set.copyOf(changeTypes);
    }

    boolean hears(String type, ChangeType change) {
        return objectType.equals(type) && changeTypes.contains(change);
    }
}
