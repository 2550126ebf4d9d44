package centrasage.sync.posting;

import centrasage.flow.Partner;
import java.util.Set;

/**
 * What a worker asks the store for.
 *
 * @param notOf who does not answer now: what goes there waits, and keeps nothing else waiting
 */
public record Wanted(Purpose purpose, Set<Partner> notOf) {
    public Wanted {
        notOf = Set.copyOf(notOf);
    }

    /** Whoever it goes to. */
    public static Wanted all(Purpose purpose) {
        return new Wanted(purpose, Set.of());
    }
}
