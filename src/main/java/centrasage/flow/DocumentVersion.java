package centrasage.flow;

/**
 * One version of a document as the source sent it.
 *
 * @param kind such as {@code order}
 * @param key the source's own number, such as Centra's order number {@code 10234}
 */
public record DocumentVersion(String kind, String key, int version) {
    /** A batch of a payment provider: its job plans it again by itself, as long as something of it waits. */
    public static final String SETTLEMENT = "settlement";
}
