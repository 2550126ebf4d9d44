package centrasage.orders.charged;

import centrasage.orders.check.AmountChecks;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Shares an amount out in proportion, in whole pennies that come to the amount. */
final class Shares {
    private static final BigDecimal PENNY = new BigDecimal("0.01");

    private Shares() {}

    /** The parts less the discount; each VAT as its rate makes it. The discount must not be more than the parts. */
    static List<Part> off(List<Part> parts, BigDecimal discount) {
        if (discount.signum() == 0) {
            return parts;
        }
        List<BigDecimal> shares = of(discount, parts.stream().map(Part::gross).toList());
        List<Part> lesser = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            BigDecimal gross = part.gross().subtract(shares.get(i));
            BigDecimal vat = part.rate().inside(gross).setScale(AmountChecks.DECIMALS, RoundingMode.HALF_UP);
            lesser.add(part.costing(gross, vat));
        }
        return lesser;
    }

    /** Rounded down, and the pennies that are left to those who lost most by it. */
    static List<BigDecimal> of(BigDecimal amount, List<BigDecimal> weights) {
        BigDecimal whole = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        List<BigDecimal> exact = weights.stream()
                .map(weight -> amount.multiply(weight).divide(whole, 10, RoundingMode.DOWN))
                .toList();
        List<BigDecimal> shares = new ArrayList<>(exact.stream()
                .map(share -> share.setScale(AmountChecks.DECIMALS, RoundingMode.DOWN))
                .toList());
        BigDecimal left = amount.subtract(shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        List<Integer> byLoss = IntStream.range(0, shares.size())
                .boxed()
                .sorted(Comparator.comparing(
                        (Integer index) -> shares.get(index).subtract(exact.get(index))))
                .toList();
        for (int i = 0; left.signum() > 0; i++, left = left.subtract(PENNY)) {
            int index = byLoss.get(i);
            shares.set(index, shares.get(index).add(PENNY));
        }
        return shares;
    }
}
