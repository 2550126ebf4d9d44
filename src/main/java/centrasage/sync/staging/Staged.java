package centrasage.sync.staging;

import centrasage.flow.DocumentVersion;
import java.time.Instant;
import java.util.Optional;

/**
 * A staged version of a source document.
 *
 * @param subject under whose key its personal data lies: its order, such as {@code C10234}
 * @param text the raw payload; empty when the person was erased, or it cannot be decrypted
 * @param erased whether the person was erased, so that it is gone for ever
 */
public record Staged(
        long id,
        DocumentVersion document,
        String subject,
        Instant sourceUpdatedAt,
        Instant stagedAt,
        Optional<String> text,
        boolean erased) {

    /** Whether it is there and cannot be decrypted: with the right key file it can be read again. */
    public boolean isUnreadable() {
        return text.isEmpty() && !erased;
    }

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
                + stagedAt + ", erased=" + erased + "]";
    }
}
