package centrasage.simulator.sage200.sop;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;

/** What one order line is worth, by integers alone. */
final class LineValue {
    private static final BigInteger PENCE_IN_PRICE_TIMES_QUANTITY = BigInteger.TEN.pow(8);
    private static final BigInteger PRICE_UNITS_IN_PENNY = BigInteger.valueOf(1_000);
    private static final BigInteger QUANTITY_UNITS = BigInteger.valueOf(100_000);

    private final TaxPolicy policy;

    LineValue(TaxPolicy policy) {
        this.policy = policy;
    }

    /** Computes and stores the line's discount and total, and returns the total in pence. */
    long apply(ObjectNode line) {
        String type = line.path("line_type").asText();
        if (type.equals(LineTypes.COMMENT)) {
            line.put("line_total_value", Scaled.decimal(0, Scaled.PENCE));
            return 0;
        }
        long price = Scaled.of(line.path("selling_unit_price"), Scaled.FIVE);
        long total = type.equals(LineTypes.CHARGE)
                ? policy.divide(BigInteger.valueOf(price), PRICE_UNITS_IN_PENNY)
                : goods(line, price);
        line.put("line_total_value", Scaled.decimal(total, Scaled.PENCE));
        return total;
    }

    private long goods(ObjectNode line, long price) {
        long discounted = price - discount(line, price);
        long unitPence = policy.divide(BigInteger.valueOf(discounted), PRICE_UNITS_IN_PENNY);
        line.put("discounted_unit_price", Scaled.decimal(unitPence, Scaled.PENCE));
        BigInteger quantity = BigInteger.valueOf(Scaled.of(line.path("line_quantity"), Scaled.FIVE));
        return policy.discountPerUnit()
                ? policy.divide(quantity.multiply(BigInteger.valueOf(unitPence)), QUANTITY_UNITS)
                : policy.divide(quantity.multiply(BigInteger.valueOf(discounted)), PENCE_IN_PRICE_TIMES_QUANTITY);
    }

    /** The discount of one unit in price units; of a value and a percentage the value wins. */
    private long discount(ObjectNode line, long price) {
        if (line.path("unit_discount_value").isNumber()
                && !line.path("discount_percent_specified").asBoolean()) {
            return Scaled.of(line.path("unit_discount_value"), Scaled.FIVE);
        }
        long discount = policy.share(price, Scaled.of(line.path("unit_discount_percent"), Scaled.PENCE));
        line.put("unit_discount_value", Scaled.decimal(discount, Scaled.FIVE));
        return discount;
    }
}
