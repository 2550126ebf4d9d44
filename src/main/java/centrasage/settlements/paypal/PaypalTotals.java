package centrasage.settlements.paypal;

import centrasage.settlements.file.SettlementLine;
import java.math.BigDecimal;

/** All amounts of some rows by their side, none of them below zero. */
record PaypalTotals(BigDecimal grossCredits, BigDecimal grossDebits, BigDecimal feeCredits, BigDecimal feeDebits) {
    static final PaypalTotals NONE =
            new PaypalTotals(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    /** A fee that is kept is a debit of the account. */
    PaypalTotals plus(SettlementLine line) {
        BigDecimal kept = line.kept().amount();
        BigDecimal gross = line.net().amount().add(kept);
        return new PaypalTotals(
                grossCredits.add(gross.max(BigDecimal.ZERO)),
                grossDebits.add(gross.negate().max(BigDecimal.ZERO)),
                feeCredits.add(kept.negate().max(BigDecimal.ZERO)),
                feeDebits.add(kept.max(BigDecimal.ZERO)));
    }

    /** What they add to the balance. */
    BigDecimal change() {
        return grossCredits.subtract(grossDebits).add(feeCredits).subtract(feeDebits);
    }
}
