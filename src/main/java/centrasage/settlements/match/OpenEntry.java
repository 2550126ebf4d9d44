package centrasage.settlements.match;

import org.jspecify.annotations.Nullable;

/**
 * A receipt or a refund in a clearing bank that no line has settled yet. There may be a million of them in memory: amounts are minor units
 * of the bank's currency, and the lists under a reference run through the entries themselves.
 */
public final class OpenEntry {
    private final long id;
    private final boolean refund;
    private final long minor;
    private final String order;
    private final String reference;
    private boolean settled;

    @Nullable
    OpenEntry nextOfReference;

    @Nullable
    OpenEntry nextOfOrder;

    /**
     * @param id by which the caller knows it
     * @param refund whether the shopper got the money back
     * @param minor above zero
     * @param order Centra's number of the order, as the shop tells it to providers
     * @param reference the provider's own, as Centra has it; empty where it has none
     */
    public OpenEntry(long id, boolean refund, long minor, String order, String reference) {
        if (minor <= 0) {
            throw new IllegalArgumentException("an entry of a clearing bank is above zero: " + minor);
        }
        this.id = id;
        this.refund = refund;
        this.minor = minor;
        this.order = order;
        this.reference = reference;
    }

    public long id() {
        return id;
    }

    public boolean isRefund() {
        return refund;
    }

    /** In minor units of its bank's currency, above zero. */
    public long minor() {
        return minor;
    }

    String order() {
        return order;
    }

    String reference() {
        return reference;
    }

    boolean isSettled() {
        return settled;
    }

    void settle() {
        settled = true;
    }
}
