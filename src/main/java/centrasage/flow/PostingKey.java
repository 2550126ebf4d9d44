package centrasage.flow;

/**
 * What makes a posting unique for ever: the Sage company, the kind, and the key of the source document.
 *
 * @param company the number sent as {@code X-Company}
 * @param sourceKey the source's own number, such as Centra's order number {@code 10234}
 */
public record PostingKey(String company, PostingKind kind, String sourceKey) {
    public PostingKey {
        if (company.isBlank() || sourceKey.isBlank()) {
            throw new IllegalArgumentException("a posting needs a company and a source key");
        }
    }
}
