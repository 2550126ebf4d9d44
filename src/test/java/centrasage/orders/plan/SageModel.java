package centrasage.orders.plan;

import centrasage.sage200.NewSalesOrder;
import centrasage.sage200.NewSalesOrder.Line;
import centrasage.sage200.NewSalesOrder.LineType;
import java.math.BigInteger;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What a Sage 200 would make of an order: another implementation on purpose, in whole numbers of a hundred-thousandth of a
 * unit of currency, that shares nothing with the planner.
 *
 * @param ratePoints rates by tax code, in hundredths of a percent
 */
record SageModel(boolean inclusive, boolean perLine, boolean halfEven, Map<Integer, Integer> ratePoints) {

    /** In whole pennies. */
    record Result(long gross, Map<Integer, Long> vatByCode) {
        long vat() {
            return vatByCode.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    Result compute(NewSalesOrder order) {
        long values = 0;
        Map<Integer, Long> valueByCode = new TreeMap<>();
        Map<Integer, Long> vatByCode = new TreeMap<>();
        for (Line line : order.lines()) {
            if (line.type() != LineType.COMMENT) {
                int code = Objects.requireNonNull(line.taxCode());
                long value = value(line);
                values += value;
                valueByCode.merge(code, value, Long::sum);
                vatByCode.merge(code, vat(value, code), Long::sum);
            }
        }
        if (!perLine) {
            valueByCode.forEach((code, value) -> vatByCode.put(code, vat(value, code)));
        }
        long vat = vatByCode.values().stream().mapToLong(Long::longValue).sum();
        return new Result(inclusive ? values : values + vat, vatByCode);
    }

    private long value(Line line) {
        BigInteger price = line.unitPrice().movePointRight(5).toBigIntegerExact();
        BigInteger quantity = line.quantity().toBigIntegerExact();
        return divide(price.multiply(quantity), BigInteger.valueOf(1000));
    }

    private long vat(long value, int code) {
        long points = Objects.requireNonNull(ratePoints.get(code));
        long whole = inclusive ? 10_000 + points : 10_000;
        return divide(BigInteger.valueOf(value).multiply(BigInteger.valueOf(points)), BigInteger.valueOf(whole));
    }

    private long divide(BigInteger value, BigInteger by) {
        BigInteger[] parts = value.abs().divideAndRemainder(by);
        int toHalf = parts[1].shiftLeft(1).compareTo(by);
        boolean up = toHalf > 0 || (toHalf == 0 && (!halfEven || parts[0].testBit(0)));
        BigInteger rounded = up ? parts[0].add(BigInteger.ONE) : parts[0];
        return value.signum() < 0 ? -rounded.longValueExact() : rounded.longValueExact();
    }
}
