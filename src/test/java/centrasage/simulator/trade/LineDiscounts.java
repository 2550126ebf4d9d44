package centrasage.simulator.trade;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Lessens the prices of lines: the first for certain, and each of the others perhaps. */
final class LineDiscounts {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final List<Integer> PERCENTAGES = List.of(10, 15, 20, 25, 30, 40, 50);

    private final Dice dice;

    LineDiscounts(Dice dice) {
        this.dice = dice;
    }

    List<Line> byPercent(List<Line> lines) {
        return some(lines, this::percentOff);
    }

    List<Line> byAmount(List<Line> lines) {
        return some(lines, this::amountOff);
    }

    private List<Line> some(List<Line> lines, UnaryOperator<Line> discount) {
        List<Line> result = new ArrayList<>();
        for (Line line : lines) {
            boolean discounted = result.isEmpty() || dice.chance(40);
            result.add(discounted ? discount.apply(line) : line);
        }
        return result;
    }

    private Line percentOff(Line line) {
        BigDecimal percent = BigDecimal.valueOf(dice.pick(PERCENTAGES));
        BigDecimal unit = BigDecimal.valueOf(line.originalMinor())
                .multiply(HUNDRED.subtract(percent))
                .divide(HUNDRED, 0, RoundingMode.HALF_UP);
        return line.priced(unit, percent);
    }

    /** Between a tenth and half of the price, in steps of half a unit of currency. */
    private Line amountOff(Line line) {
        long price = line.originalMinor();
        long off = Math.max(50, price * dice.between(10, 50) / 100 / 50 * 50);
        BigDecimal percent =
                BigDecimal.valueOf(off).multiply(HUNDRED).divide(BigDecimal.valueOf(price), 2, RoundingMode.HALF_UP);
        return line.priced(BigDecimal.valueOf(price - off), percent);
    }
}
