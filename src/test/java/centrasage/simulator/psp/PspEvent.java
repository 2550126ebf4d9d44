package centrasage.simulator.psp;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something that a provider did with a merchant's money.
 *
 * @param grossMinor what the shopper paid, below zero what the shopper got, in minor units of its currency
 * @param rate by which that is worth so much in the currency of the payout; 1 within one currency
 * @param netMinor what it adds to the balance, in minor units of the currency of the payout
 */
public record PspEvent(
        What what,
        LocalDateTime at,
        Names names,
        String currency,
        long grossMinor,
        BigDecimal rate,
        Fees fees,
        long netMinor) {

    /** What a provider does. */
    public enum What {
        CAPTURE,
        REFUND,
        CHARGEBACK,
        CHARGEBACK_WON,
        /** Kept for one payment, or given back of that, apart from the payment itself. */
        FEE,
        /** Costs of no single payment. */
        COSTS,
        /** VAT on fees. */
        TAX,
        /** Its monthly invoice, taken from what it pays out. */
        INVOICE,
        RESERVE,
        /** To another currency of the merchant's, or from it. */
        CONVERSION,
        /** From the batch before, or to the next. */
        CARRY,
        PAYOUT;

        /** Whether it is done with one payment of a shopper. */
        public boolean isOfPayment() {
            return this == CAPTURE || this == REFUND || this == CHARGEBACK || this == CHARGEBACK_WON;
        }
    }

    /**
     * @param payment the provider's reference of the payment
     * @param modification its reference of this capture or refund; for what is of no payment its words
     * @param order what the shop called it
     */
    public record Names(String payment, String modification, String order) {}

    /** In minor units of the currency of the payout; below zero where given back. */
    public record Fees(long commission, long markup, long scheme, long interchange) {
        public static final Fees NONE = new Fees(0, 0, 0, 0);

        public long sum() {
            return commission + markup + scheme + interchange;
        }

        /** Those that there are, each alone. */
        public List<Fees> each() {
            return Stream.of(
                            new Fees(commission, 0, 0, 0),
                            new Fees(0, markup, 0, 0),
                            new Fees(0, 0, scheme, 0),
                            new Fees(0, 0, 0, interchange))
                    .filter(fees -> fees.sum() != 0)
                    .toList();
        }
    }
}
