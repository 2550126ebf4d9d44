package centrasage.sage200.ledger;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How much is open of a posted transaction of the sales ledger.
 *
 * @param customer id of the account
 * @param gross of the whole transaction; below zero for receipts and credit notes
 * @param outstanding of it, whatever its sign
 * @param base of the whole transaction in the company's own currency; null where Sage states none
 * @param rate the exchange rate that Sage states on it; null where it states none
 */
public record LedgerBalance(
        String urn,
        long customer,
        BigDecimal gross,
        BigDecimal outstanding,
        @Nullable BigDecimal base,
        @Nullable BigDecimal rate) {

    public LedgerBalance {
        rate = rate == null ? null : rate.stripTrailingZeros();
    }

    /** Whether it is a transaction of such a kind and of so much: a Sage that was put back gives its numbers again. */
    public boolean is(EntryKind kind, BigDecimal value) {
        return gross.abs().compareTo(value) == 0 && (gross.signum() > 0) == kind.isDebit();
    }
}
