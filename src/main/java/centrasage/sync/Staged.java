package centrasage.sync;

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
}
