package centrasage.simulator.trade;

import java.util.List;

/**
 * A reduction of the whole order.
 *
 * @param shares by rate of VAT, positive
 * @param shippingMinor the part that was given to reduce shipping
 */
public record Discount(Type type, String name, String code, List<Share> shares, long shippingMinor) {
    public Discount {
        shares = List.copyOf(shares);
    }

    public enum Type {
        VOUCHER,
        /** An old-style gift certificate: economically a payment. */
        VOUCHER_CREDIT,
        FREE_PRODUCT,
        FREE_SHIPPING,
        /** Given by the staff. */
        ADMIN
    }

    public long minor() {
        return Share.sum(shares);
    }
}
