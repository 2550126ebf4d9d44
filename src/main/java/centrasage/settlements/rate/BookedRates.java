package centrasage.settlements.rate;

import centrasage.money.Money;
import centrasage.sage200.ledger.ExchangeRates;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rates at which what a batch takes out of clearing banks of other currencies was booked into them, on average: at these it leaves nothing
 * behind in the company's own currency (posting rules, section 8).
 *
 * @param way what rates say
 * @param rates by currency; none where it is not known
 * @param base the company's own currency, where the batch has money of it
 * @param carried what of it stays in the bank of its currency, in the company's own; null where that is not known
 */
public record BookedRates(
        ExchangeRates way,
        Map<String, BigDecimal> rates,
        Set<String> base,
        @Nullable BigDecimal carried) {
    /** Nothing is known, or stated. */
    public static final BookedRates NONE = new BookedRates(ExchangeRates.FOREIGN_PER_BASE, Map.of(), Set.of(), null);

    public BookedRates {
        rates = Map.copyOf(rates);
        base = Set.copyOf(base);
    }

    /** Null of the company's own currency, and where it is not known. */
    public @Nullable BigDecimal of(Currency currency) {
        return rates.get(currency.getCurrencyCode());
    }

    /**
     * The rate of what a provider has exchanged something for: the same in the company's own currency, so that an exchange gains and loses
     * nothing.
     *
     * @param gross what was exchanged
     * @return null where what it was exchanged for is the company's own currency, and where nothing is known
     */
    public @Nullable BigDecimal kept(Money gross, Money worth) {
        BigDecimal inBase = inBase(gross);
        return base.contains(worth.currency().getCurrencyCode())
                        || inBase == null
                        || inBase.signum() == 0
                        || worth.isZero()
                ? null
                : way.rate(worth.amount(), inBase);
    }

    /** In the company's own currency, at these rates; null where none is known. */
    public @Nullable BigDecimal inBase(Money amount) {
        BigDecimal rate = of(amount.currency());
        if (rate != null) {
            return way.base(amount.amount(), rate);
        }
        return base.contains(amount.currency().getCurrencyCode()) ? amount.amount() : null;
    }
}
