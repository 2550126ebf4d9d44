package centrasage.orders.document;

import centrasage.flow.Reason;
import centrasage.money.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/** Whether prices were found with which Sage 200 arrives at Centra's totals. */
sealed interface Fit {

    <R> R match(Function<Fitted, R> fitted, Function<Unfit, R> unfit);

    /**
     * @param unitPrices one for each line, in the order given
     * @param rounding what is left for the rounding line; zero when there is none
     * @param vat the VAT of the whole order that Sage will compute
     * @param inexactCodes tax codes whose VAT is a penny off Centra's, because no prices within the tolerance give it
     */
    record Fitted(List<BigDecimal> unitPrices, Money rounding, Money vat, int inexactCodes) implements Fit {
        public Fitted {
            unitPrices = List.copyOf(unitPrices);
        }

        @Override
        public <R> R match(Function<Fitted, R> fitted, Function<Unfit, R> unfit) {
            return fitted.apply(this);
        }
    }

    record Unfit(Reason reason) implements Fit {
        @Override
        public <R> R match(Function<Fitted, R> fitted, Function<Unfit, R> unfit) {
            return unfit.apply(this);
        }
    }
}
