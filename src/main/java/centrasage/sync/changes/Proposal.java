package centrasage.sync.changes;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change of the mappings that waits for a second person, or did.
 *
 * @param base the version that it would be made from
 * @param sameAs the older version that it brings back; null for others
 * @param note why, in the proposer's words
 * @param words those of whoever decided; null while it waits
 * @param version that was made of it; null unless it was approved
 */
public record Proposal(
        long id,
        State state,
        int base,
        @Nullable Integer sameAs,
        String proposedBy,
        Instant proposedAt,
        String note,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String words,
        @Nullable Integer version) {

    public enum State {
        WAITING,
        APPROVED,
        REJECTED,
        WITHDRAWN
    }

    public boolean waits() {
        return state == State.WAITING;
    }
}
