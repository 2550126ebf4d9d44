package centrasage.flow.event;

/**
 * Something of a feed has arrived or was handed on; observed once that is committed, or at once where there is no transaction.
 *
 * @param feed its name, such as {@code stock} or {@code settlements/adyen}; at most 80 characters
 * @param many how much of it, above zero
 */
public record FeedHeard(String feed, int many) {
    public static final String WEB_HOOKS = "web-hooks";
    public static final String STOCK = "stock";
    /** Of each account of a payment provider one. */
    public static final String SETTLEMENTS = "settlements/";

    private static final int NAME_MAX = 80;

    /** A batch of a payment provider. */
    public static FeedHeard settlement(String psp, String account) {
        String name = SETTLEMENTS + psp + " " + account;
        return new FeedHeard(name.substring(0, Math.min(name.length(), NAME_MAX)), 1);
    }
}
