package centrasage.sync.posting;

import java.util.Set;

/**
 * What a worker asks the store for.
 *
 * @param notOf companies that do not answer now: what is theirs waits, and keeps nobody else waiting
 */
public record Wanted(Purpose purpose, Set<String> notOf) {
    public Wanted {
        notOf = Set.copyOf(notOf);
    }

    /** Of every company. */
    public static Wanted all(Purpose purpose) {
        return new Wanted(purpose, Set.of());
    }
}
