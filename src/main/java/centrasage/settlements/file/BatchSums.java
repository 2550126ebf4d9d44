package centrasage.settlements.file;

import centrasage.money.Money;
import java.util.Currency;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a batch comes to, by what is posted for it. A line's own amount is its net and what was kept of it together, so that all own amounts
 * less all fees are the nets.
 *
 * @param own of the lines of each kind, in the currency of the batch
 * @param fees what was kept, by what for; below zero where it was given back
 * @param exchanged of sales and refunds in other currencies than the batch's, by their currency
 */
public record BatchSums(Map<LineKind, Money> own, Map<FeeKind, Money> fees, Map<String, Exchanged> exchanged) {

    public BatchSums {
        own = Map.copyOf(own);
        fees = Map.copyOf(fees);
        exchanged = Map.copyOf(exchanged);
    }

    /**
     * @param gross in the currency of the payments
     * @param worth in the currency of the batch
     */
    public record Exchanged(Money gross, Money worth) {
        Exchanged plus(Exchanged other) {
            return new Exchanged(gross.plus(other.gross), worth.plus(other.worth));
        }
    }

    public Money own(LineKind kind, Currency currency) {
        return own.getOrDefault(kind, Money.zero(currency));
    }

    /** Adds up line after line; keeps none of them. */
    public static final class Adding {
        private final Map<LineKind, Money> own = new EnumMap<>(LineKind.class);
        private final Map<FeeKind, Money> fees = new EnumMap<>(FeeKind.class);
        private final Map<String, Exchanged> exchanged = new TreeMap<>();

        public void add(SettlementLine line) {
            Money amount = line.own();
            own.merge(line.kind(), amount, Money::plus);
            line.fees().forEach(fee -> fees.merge(fee.kind(), fee.amount(), Money::plus));
            boolean isExchanged = (line.kind() == LineKind.SALE || line.kind() == LineKind.REFUND)
                    && !line.gross().currency().equals(line.batch().currency());
            if (isExchanged) {
                exchanged.merge(
                        line.gross().currency().getCurrencyCode(),
                        new Exchanged(line.gross(), amount),
                        Exchanged::plus);
            }
        }

        public BatchSums sums() {
            return new BatchSums(own, fees, exchanged);
        }
    }
}
