package centrasage.sage200.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** What the exchange rates of a Sage 200 say, to six decimals: {@code sage200.exchange-rates}. The company's own currency has two decimals there. */
public enum ExchangeRates {
    /** How much of the other currency makes one of the company's own: GBP 1 at 1.25 is EUR 1.25. */
    FOREIGN_PER_BASE {
        @Override
        public BigDecimal base(BigDecimal amount, BigDecimal rate) {
            return amount.divide(rate, PENCE, RoundingMode.HALF_UP);
        }

        @Override
        public BigDecimal rate(BigDecimal amount, BigDecimal base) {
            return amount.divide(base, DECIMALS, RoundingMode.HALF_UP);
        }
    },
    /** How much of the company's own currency makes one of the other: EUR 1 at 0.80 is GBP 0.80. */
    BASE_PER_FOREIGN {
        @Override
        public BigDecimal base(BigDecimal amount, BigDecimal rate) {
            return amount.multiply(rate).setScale(PENCE, RoundingMode.HALF_UP);
        }

        @Override
        public BigDecimal rate(BigDecimal amount, BigDecimal base) {
            return base.divide(amount, DECIMALS, RoundingMode.HALF_UP);
        }
    };

    private static final int PENCE = 2;
    private static final int DECIMALS = 6;

    /**
     * What an amount is worth in the company's own currency.
     *
     * @param rate above zero
     */
    public abstract BigDecimal base(BigDecimal amount, BigDecimal rate);

    /** The rate at which an amount is worth this; neither is zero. */
    public abstract BigDecimal rate(BigDecimal amount, BigDecimal base);
}
