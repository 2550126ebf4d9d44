package centrasage.settlements.file;

import centrasage.money.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.Currency;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a batch comes to, by what is posted for it. A line's own amount is its net and what was kept of it together, so that all own amounts
 * less all fees are the nets.
 *
 * @param own of the lines of each kind, in the currency of the batch
 * @param fees what was kept, by what for; below zero where it was given back
 * @param exchanged of sales and refunds in other currencies than the batch's, by their currency
 * @param months what of it is of each month, by the last day in it of which a line is; nothing exchanged and no months in them. None where
 *     that does not matter
 */
public record BatchSums(
        Map<LineKind, Money> own,
        Map<FeeKind, Money> fees,
        Map<String, Exchanged> exchanged,
        SortedMap<LocalDate, BatchSums> months) {

    public BatchSums {
        own = Map.copyOf(own);
        fees = Map.copyOf(fees);
        exchanged = Map.copyOf(exchanged);
        months = Collections.unmodifiableSortedMap(new TreeMap<>(months));
    }

    public BatchSums(Map<LineKind, Money> own, Map<FeeKind, Money> fees, Map<String, Exchanged> exchanged) {
        this(own, fees, exchanged, new TreeMap<>());
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

    /** What lines of this kind took. */
    public Money taken(LineKind kind, Currency currency) {
        return Money.zero(currency).minus(own(kind, currency));
    }

    /** Fees of lines, with the lines that are fees: what stands in a line of its own was kept for no single payment. */
    public Map<FeeKind, Money> kept(Currency currency) {
        Map<FeeKind, Money> kept = new EnumMap<>(FeeKind.class);
        kept.putAll(fees);
        kept.merge(FeeKind.PROCESSING, taken(LineKind.FEE, currency), Money::plus);
        kept.merge(FeeKind.TAX, taken(LineKind.TAX, currency), Money::plus);
        return kept;
    }

    /** All but this part of it; what is exchanged stays whole. */
    public BatchSums less(BatchSums part) {
        Map<LineKind, Money> others = new EnumMap<>(LineKind.class);
        others.putAll(own);
        part.own.forEach((kind, amount) -> others.merge(kind, amount, Money::minus));
        Map<FeeKind, Money> kept = new EnumMap<>(FeeKind.class);
        kept.putAll(fees);
        part.fees.forEach((kind, amount) -> kept.merge(kind, amount, Money::minus));
        return new BatchSums(others, kept, exchanged, months);
    }

    /** Adds up line after line; keeps none of them. */
    public static final class Adding {
        private final Map<LineKind, Money> own = new EnumMap<>(LineKind.class);
        private final Map<FeeKind, Money> fees = new EnumMap<>(FeeKind.class);
        private final Map<String, Exchanged> exchanged = new TreeMap<>();
        private final SortedMap<YearMonth, Month> months = new TreeMap<>();

        private static final class Month {
            private final Map<LineKind, Money> own = new EnumMap<>(LineKind.class);
            private final Map<FeeKind, Money> fees = new EnumMap<>(FeeKind.class);
            private LocalDate last = LocalDate.MIN;

            void add(SettlementLine line, LocalDate day) {
                BatchSums.Adding.add(line, own, fees);
                last = day.isAfter(last) ? day : last;
            }
        }

        public void add(SettlementLine line) {
            add(line, own, fees);
            LocalDate day = line.bookedOn();
            if (day != null) {
                months.computeIfAbsent(YearMonth.from(day), month -> new Month())
                        .add(line, day);
            }
            if (line.isExchanged()) {
                exchanged.merge(
                        line.gross().currency().getCurrencyCode(),
                        new Exchanged(line.gross(), line.own()),
                        Exchanged::plus);
            }
        }

        private static void add(SettlementLine line, Map<LineKind, Money> own, Map<FeeKind, Money> fees) {
            own.merge(line.kind(), line.own(), Money::plus);
            line.fees().forEach(fee -> fees.merge(fee.kind(), fee.amount(), Money::plus));
        }

        public BatchSums sums() {
            return new BatchSums(own, fees, exchanged);
        }

        /** With its months, where there is more than one. */
        public BatchSums byMonth() {
            SortedMap<LocalDate, BatchSums> byDay = new TreeMap<>();
            if (months.size() > 1) {
                months.values().forEach(month -> byDay.put(month.last, new BatchSums(month.own, month.fees, Map.of())));
            }
            return new BatchSums(own, fees, exchanged, byDay);
        }
    }
}
