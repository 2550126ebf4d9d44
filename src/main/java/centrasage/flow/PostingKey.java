package centrasage.flow;

import java.util.Optional;

/**
 * What makes a posting unique for ever: the Sage company, the kind, and the key of the source document.
 *
 * @param company the number sent as {@code X-Company}
 * @param sourceKey the source's own number, such as Centra's order number {@code 10234}
 */
public record PostingKey(String company, PostingKind kind, String sourceKey) {
    private static final String AMENDMENT = "/";

    public PostingKey {
        if (company.isBlank() || sourceKey.isBlank()) {
            throw new IllegalArgumentException("a posting needs a company and a source key");
        }
    }

    /** That of the amendment of this order which a version of it brings. */
    public PostingKey amendedBy(int version) {
        return new PostingKey(company, PostingKind.ORDER_AMENDMENT, sourceKey + AMENDMENT + version);
    }

    /** That of the order, where this is an amendment of one. */
    public Optional<PostingKey> amends() {
        return kind == PostingKind.ORDER_AMENDMENT
                ? Optional.of(new PostingKey(
                        company, PostingKind.ORDER, sourceKey.substring(0, sourceKey.indexOf(AMENDMENT))))
                : Optional.empty();
    }
}
