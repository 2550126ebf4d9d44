package centrasage.settlements.settle;

import centrasage.flow.Owner;
import centrasage.flow.Reason;
import centrasage.mapping.InForce.FeeTerms;
import centrasage.money.Money;
import centrasage.settlements.file.BatchSums;
import centrasage.settlements.file.FeeKind;
import centrasage.settlements.file.LineKind;
import centrasage.settlements.file.SettlementKey;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;

/** Holds the fees of a batch against the provider's contract: in sum, for a file does not say by which price a line was made. */
final class FeeCheck {
    private static final String ALL = "all";

    /** Of no contract on payments. */
    private static final Set<FeeKind> APART = EnumSet.of(FeeKind.TAX, FeeKind.CHARGEBACK);

    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final int TO_PERCENT = 2;

    private final SettlementKey key;
    private final BatchSums sums;
    private final ToLongFunction<LineKind> count;

    /** @param count how many lines of the batch are of a kind */
    FeeCheck(SettlementKey key, BatchSums sums, ToLongFunction<LineKind> count) {
        this.key = key;
        this.sums = sums;
        this.count = count;
    }

    /** @param more what was kept more than the contract says; below zero less */
    record Off(Money more, Reason reason) {}

    /** Nothing where both agree within the tolerance and half of the smallest coin for each fee of each line, to which it was rounded. */
    Optional<Off> off(FeeTerms terms) {
        Currency currency = key.currency();
        LineKind of = FeeKind.CHARGEBACK.name().equalsIgnoreCase(terms.kind()) ? LineKind.CHARGEBACK : LineKind.SALE;
        long number = count.applyAsLong(of);
        Money paid = paid(terms, of);
        BigDecimal exact = paid.amount()
                .multiply(terms.percent())
                .movePointLeft(TO_PERCENT)
                .add(terms.each().multiply(BigDecimal.valueOf(number)));
        BigDecimal allowed = exact.abs()
                .multiply(terms.tolerance())
                .movePointLeft(TO_PERCENT)
                .add(HALF.movePointLeft(currency.getDefaultFractionDigits())
                        .multiply(BigDecimal.valueOf(Math.max(1, number) * kinds(terms.kind()))));
        Money due = Money.rounded(exact, currency, RoundingMode.HALF_UP);
        Money kept = kept(terms.kind());
        Money more = kept.minus(due);
        return kept.amount().subtract(exact).abs().compareTo(allowed) <= 0
                ? Optional.empty()
                : Optional.of(new Off(more, reason(terms, kept, words(terms, of, number, paid) + " is " + due, more)));
    }

    private Money paid(FeeTerms terms, LineKind of) {
        Currency currency = key.currency();
        if (of == LineKind.CHARGEBACK) {
            return sums.taken(of, currency);
        }
        Money paid = sums.own(of, currency);
        return terms.isReturned() ? paid.plus(sums.own(LineKind.REFUND, currency)) : paid;
    }

    private Money kept(String kind) {
        return sums.kept(key.currency()).entrySet().stream()
                .filter(fee -> isOf(kind, fee.getKey()))
                .map(Map.Entry::getValue)
                .reduce(Money.zero(key.currency()), Money::plus);
    }

    /** Each of them was rounded by itself. */
    private long kinds(String kind) {
        return Math.max(
                1,
                sums.kept(key.currency()).entrySet().stream()
                        .filter(fee ->
                                isOf(kind, fee.getKey()) && !fee.getValue().isZero())
                        .count());
    }

    private static boolean isOf(String kind, FeeKind fee) {
        return kind.equals(ALL) ? !APART.contains(fee) : fee.name().equalsIgnoreCase(kind);
    }

    private static String words(FeeTerms terms, LineKind of, long number, Money paid) {
        return terms.percent().toPlainString() + " % of " + paid
                + (terms.each().signum() == 0
                        ? ""
                        : " and " + terms.each().toPlainString() + " for each of " + number + " " + of.words());
    }

    private Reason reason(FeeTerms terms, Money kept, String due, Money more) {
        String fees = terms.kind().equals(ALL) ? "fees" : "fees (" + terms.kind() + ")";
        return new Reason(
                "FEES_DIFFER",
                Owner.FINANCE,
                "Of the batch " + key + " the provider kept " + fees + " of " + kept + ", " + more.abs()
                        + (more.isNegative() ? " less" : " more") + " than by fees.csv: " + due,
                "Ask the provider, or where the contract has changed correct fees.csv from that day on; the fees are posted as"
                        + " they were kept");
    }
}
