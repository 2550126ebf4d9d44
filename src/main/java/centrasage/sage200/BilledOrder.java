package centrasage.sage200;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A sales order as far as invoicing looks at it, and what parts of it are worth with their VAT.
 *
 * <p>A part is worth its share of the order's total, weighed by the lines' own values; the whole is worth exactly the total. Goods count
 * as far as they were despatched, charges with the first goods that went, an order without goods at once.
 *
 * @param name the customer's number of it, such as {@code C10234}
 * @param total with VAT, as Sage computed it
 * @param vat in the total
 */
public record BilledOrder(
        String documentNo,
        String name,
        String status,
        boolean draft,
        BigDecimal total,
        BigDecimal vat,
        List<Line> lines) {
    private static final int SHARE_DECIMALS = 12;

    public BilledOrder {
        lines = List.copyOf(lines);
    }

    /**
     * A line that costs something.
     *
     * @param goods whether it is despatched, rather than only charged
     * @param quantity in the units in which it was ordered; of a charge 1
     * @param invoiced of these, printed or posted
     * @param value with its VAT
     */
    public record Line(
            long id,
            boolean goods,
            BigDecimal quantity,
            BigDecimal despatched,
            BigDecimal invoiced,
            BigDecimal value) {}

    public boolean isLive() {
        return !draft && !status.endsWith("Cancelled");
    }

    /** What was despatched and not invoiced until now. */
    public BigDecimal toInvoice() {
        boolean begun = hasBegun(Line::despatched);
        return share(line ->
                due(line, begun, line.despatched()).subtract(line.invoiced()).max(BigDecimal.ZERO));
    }

    /** What so much of its lines, by their ids, is worth with the charges that go with it. */
    public BigDecimal worth(Map<Long, BigDecimal> despatched) {
        Function<Line, BigDecimal> gone = line -> despatched.getOrDefault(line.id(), BigDecimal.ZERO);
        boolean begun = hasBegun(gone);
        return share(line -> due(line, begun, gone.apply(line).min(line.quantity())));
    }

    /** The VAT in so much of it. */
    public BigDecimal vatIn(BigDecimal part) {
        return total.signum() == 0
                ? BigDecimal.ZERO
                : part.multiply(vat).divide(total, vat.scale(), RoundingMode.HALF_UP);
    }

    private boolean hasBegun(Function<Line, BigDecimal> despatched) {
        return lines.stream().noneMatch(Line::goods)
                || lines.stream()
                        .anyMatch(line -> line.goods() && despatched.apply(line).signum() > 0);
    }

    private static BigDecimal due(Line line, boolean begun, BigDecimal despatched) {
        if (line.goods()) {
            return despatched;
        }
        return begun ? line.quantity() : BigDecimal.ZERO;
    }

    private BigDecimal share(Function<Line, BigDecimal> quantity) {
        BigDecimal whole = BigDecimal.ZERO;
        BigDecimal part = BigDecimal.ZERO;
        for (Line line : lines) {
            if (line.quantity().signum() > 0) {
                whole = whole.add(line.value());
                part = part.add(line.value()
                        .multiply(quantity.apply(line))
                        .divide(line.quantity(), SHARE_DECIMALS, RoundingMode.HALF_UP));
            }
        }
        return whole.signum() == 0
                ? BigDecimal.ZERO
                : total.multiply(part).divide(whole, total.scale(), RoundingMode.HALF_UP);
    }
}
