package centrasage.settlements.match;

/** How a line found what it settles. */
public enum Method {
    /** By the provider's reference of the payment and the amount. */
    PAYMENT_REFERENCE,
    /** By the provider's reference of this capture or refund and the amount. */
    MODIFICATION_REFERENCE,
    /** By the shop's reference of the order and the amount. */
    ORDER,
    /** By the shop's reference of the order; the amount is another within what is tolerated, and the difference is booked. */
    ORDER_WITHIN_TOLERANCE,
    /** It settles several entries of its payment or order at once, which come to it together. */
    SEVERAL_ENTRIES,
    /** Several lines of its payment or order settle one entry together. */
    SEVERAL_LINES,
    /** A person said so. */
    PERSON
}
