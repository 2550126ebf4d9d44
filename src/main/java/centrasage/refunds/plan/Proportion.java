package centrasage.refunds.plan;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Splits an amount in proportion, to the penny: what rounding down leaves goes to the largest remainders. */
final class Proportion {
    private final BigDecimal penny;

    /** @param decimals of the currency */
    Proportion(int decimals) {
        this.penny = BigDecimal.ONE.movePointLeft(decimals);
    }

    /**
     * One share for each weight, in the same order; together they are the amount.
     *
     * @param amount not below zero, in whole pennies
     * @param weights not below zero, and not all zero
     */
    List<BigDecimal> of(BigDecimal amount, List<BigDecimal> weights) {
        BigDecimal all = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        List<BigDecimal> exact = weights.stream()
                .map(weight -> amount.multiply(weight).divide(all, MathContext.DECIMAL128))
                .toList();
        List<BigDecimal> shares = new ArrayList<>(exact.stream()
                .map(share -> share.setScale(penny.scale(), RoundingMode.DOWN))
                .toList());
        BigDecimal left = amount.subtract(shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        List<Integer> byRemainder = IntStream.range(0, exact.size())
                .boxed()
                .sorted(Comparator.comparing(place -> shares.get(place).subtract(exact.get(place))))
                .toList();
        for (int next = 0; left.compareTo(penny) >= 0; next++) {
            int place = byRemainder.get(next);
            shares.set(place, shares.get(place).add(penny));
            left = left.subtract(penny);
        }
        return shares;
    }
}
