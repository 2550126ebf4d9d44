package centrasage.simulator.centra.schema;

import centrasage.simulator.centra.state.CentraOrder;
import centrasage.simulator.trade.TaxMode;
import centrasage.simulator.trade.Taxed;
import graphql.schema.DataFetchingEnvironment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** What some units of a line are worth, as Centra shows it. The value of all of them is exact, that of one is rounded. */
record Worth(CentraOrder order, Taxed taxed, int quantity) {
    /** Digits behind the minor unit. */
    private static final int FINE_DIGITS = 2;

    Amount value(DataFetchingEnvironment call) {
        return Amount.of(order, shown(call));
    }

    Amount unit(DataFetchingEnvironment call) {
        BigDecimal minor = BigDecimal.valueOf(shown(call));
        return Amount.of(order, minor.divide(BigDecimal.valueOf(quantity), FINE_DIGITS, RoundingMode.HALF_UP));
    }

    private long shown(DataFetchingEnvironment call) {
        TaxMode mode = order.trade().basket().taxMode();
        return mode.shown(taxed.minor(), taxed.tax(), OrderFields.withTax(call));
    }

    List<MoneyFields.TaxShare> taxes() {
        return MoneyFields.shares(order, taxed.vatPercent(), taxed.tax());
    }
}
