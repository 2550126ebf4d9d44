package centrasage.sync.staging;

import java.time.Instant;

/**
 * A source document as received.
 *
 * @param sourceKey the source's own number
 * @param subject under whose key its personal data lies, such as {@code C10234}
 * @param text the raw payload
 * @param content what of it makes a new version when it is not the same: without what changes by our own writing
 */
public record Received(String sourceKey, String subject, Instant updatedAt, String text, String content) {

    /** One of which every word counts. */
    public Received(String sourceKey, String subject, Instant updatedAt, String text) {
        this(sourceKey, subject, updatedAt, text, text);
    }

    /** Personal data must not end in a log. */
    @Override
    public String toString() {
        return "Received[sourceKey=" + sourceKey + ", subject=" + subject + ", updatedAt=" + updatedAt + "]";
    }
}
