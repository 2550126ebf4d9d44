package centrasage.settlements.rate;

import centrasage.sage200.ledger.ExchangeRates;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Weighs the rates at which amounts of one currency were booked. Where receipts and refunds nearly cancel, what is left of both currencies may be
 * in any proportion: then each counts, whatever its sign.
 */
public final class Weighing {
    private static final BigDecimal LEAST = new BigDecimal("0.8");
    private static final BigDecimal MOST = new BigDecimal("1.25");
    private static final int DECIMALS = 6;

    private final ExchangeRates way;
    private BigDecimal amount = BigDecimal.ZERO;
    private BigDecimal base = BigDecimal.ZERO;
    private BigDecimal amounts = BigDecimal.ZERO;
    private BigDecimal bases = BigDecimal.ZERO;

    public Weighing(ExchangeRates way) {
        this.way = way;
    }

    /** @param inBase the same in the company's own currency */
    public void add(BigDecimal more, BigDecimal inBase) {
        amount = amount.add(more);
        base = base.add(inBase);
        amounts = amounts.add(more.abs());
        bases = bases.add(inBase.abs());
    }

    public BigDecimal amount() {
        return amount;
    }

    public BigDecimal base() {
        return base;
    }

    /** Null where nothing was added. */
    public @Nullable BigDecimal rate() {
        if (amounts.signum() == 0 || bases.signum() == 0) {
            return null;
        }
        BigDecimal all = way.rate(amounts, bases);
        if (amount.signum() * base.signum() <= 0) {
            return all;
        }
        BigDecimal net = way.rate(amount, base);
        BigDecimal off = all.signum() == 0 ? BigDecimal.ZERO : net.divide(all, DECIMALS, RoundingMode.HALF_UP);
        return off.compareTo(LEAST) < 0 || off.compareTo(MOST) > 0 ? all : net;
    }
}
