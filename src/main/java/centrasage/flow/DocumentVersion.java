package centrasage.flow;

/**
 * One version of a document as the source sent it.
 *
 * @param kind such as {@code order}
 * @param key the source's own number, such as Centra's order number {@code 10234}
 */
public record DocumentVersion(String kind, String key, int version) {}
