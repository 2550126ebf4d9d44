package centrasage.sync;

import java.time.Instant;
import java.util.Optional;

/**
 * A staged version of a source document.
 *
 * @param text the raw payload; empty when the person was erased
 */
public record Staged(
        long id, String sourceKey, int version, Instant sourceUpdatedAt, Instant stagedAt, Optional<String> text) {

    /** Personal data must not end in a log. */
    @Override
    public String toString() {
        return "Staged[id=" + id + ", sourceKey=" + sourceKey + ", version=" + version + ", sourceUpdatedAt="
                + sourceUpdatedAt + ", stagedAt=" + stagedAt + ", erased=" + text.isEmpty() + "]";
    }
}
