package centrasage.simulator.centra.schema;

import centrasage.simulator.centra.state.CentraOrder;
import centrasage.simulator.trade.Currency;
import java.math.BigDecimal;
import java.time.Instant;

/** A value of money with the day at whose rate it counts in base currency. */
record Amount(BigDecimal value, Currency currency, Instant convertedAt) {

    static Amount of(CentraOrder order, long minor) {
        return of(order, BigDecimal.valueOf(minor));
    }

    /** From minor units that may have a fraction, as unit prices without VAT do. */
    static Amount of(CentraOrder order, BigDecimal minor) {
        Currency currency = order.currency();
        return new Amount(
                minor.movePointLeft(currency.digits()), currency, order.trade().createdAt());
    }

    String formatted() {
        return currency.amount(currency.minor(value)).toPlainString() + " " + currency.code();
    }
}
