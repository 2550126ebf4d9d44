package centrasage.sync.ledger;

import centrasage.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Money of one payment in a clearing bank: a receipt, which stands there until the provider pays it out, or a refund, which the provider
 * takes off.
 *
 * @param id by which pages go on; 0 of what is new
 * @param bank the code of the clearing bank, whose currency is the value's
 * @param sourceKey of the posting, or of the opening item; unique in its company and origin
 * @param order Centra's number of it
 * @param reference the provider's whole reference; empty where it has none
 * @param value above zero, whatever its origin
 * @param urn Sage's number of it; empty of an opening item
 * @param base what Sage holds it with in the company's own currency, not below zero; null in a bank of that currency, and until it was read
 */
public record ClearingEntry(
        long id,
        String company,
        String bank,
        Origin origin,
        String sourceKey,
        String order,
        String reference,
        LocalDate date,
        Money value,
        String urn,
        @Nullable BigDecimal base) {

    /** Where it comes from. */
    public enum Origin {
        RECEIPT(false),
        REFUND(true),
        /** A receipt from before the cut-over, told by {@code opening-items.csv}. */
        OPENING_RECEIPT(false),
        /** A refund from before the cut-over. */
        OPENING_REFUND(true);

        private final boolean refund;

        Origin(boolean refund) {
            this.refund = refund;
        }

        /** Whether the shopper got the money back. */
        public boolean isRefund() {
            return refund;
        }
    }

    /** One that is new, and of which is not known what Sage holds it with. */
    public ClearingEntry(
            String company,
            String bank,
            Origin origin,
            String sourceKey,
            String order,
            String reference,
            LocalDate date,
            Money value,
            String urn) {
        this(0, company, bank, origin, sourceKey, order, reference, date, value, urn, null);
    }

    /** What it does to the balance of its bank: above zero for a receipt. */
    public Money effect() {
        return origin.isRefund() ? Money.zero(value.currency()).minus(value) : value;
    }
}
