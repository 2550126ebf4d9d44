package centrasage.flow.event;

import centrasage.flow.DocumentVersion;

/**
 * A new version of a source document is kept; observed in the same transaction.
 *
 * @param text the raw payload
 */
public record DocumentStaged(DocumentVersion document, String text) {

    /** Personal data must not end in a log. */
    @Override
    public String toString() {
        return "DocumentStaged[" + document + "]";
    }
}
