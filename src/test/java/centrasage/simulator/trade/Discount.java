package centrasage.simulator.trade;

/** A reduction of the whole order, positive, VAT included. */
public record Discount(Type type, String name, String code, long minor, long shippingMinor) {

    public enum Type {
        VOUCHER,
        /** An old-style gift certificate: economically a payment. */
        VOUCHER_CREDIT
    }
}
