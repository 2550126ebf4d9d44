package centrasage.sync.staging;

import centrasage.flow.DocumentVersion;
import java.time.Instant;
import java.util.Optional;

/**
 * A staged version of a source document.
 *
 * @param text the raw payload; empty when the person was erased
 */
public record Staged(
        long id, DocumentVersion document, Instant sourceUpdatedAt, Instant stagedAt, Optional<String> text) {

    public String sourceKey() {
        return document.key();
    }

    public int version() {
        return document.version();
    }

    /** Personal data must not end in a log. */
    @Override
    public String toString() {
        return "Staged[id=" + id + ", document=" + document + ", sourceUpdatedAt=" + sourceUpdatedAt + ", stagedAt="
                + stagedAt + ", erased=" + text.isEmpty() + "]";
    }
}
