package centrasage.simulation;

import centrasage.sage200.NewSalesOrder.LineType;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What Sage 200 makes of lines with net prices: in whole numbers, by code that shares nothing with the planner, and in a way of rounding
 * that the planner may not have been told of.
 *
 * @param perLine whether VAT is rounded on each line, as the mappings say, or once for each tax code
 */
record SageTotals(boolean perLine) {
    private static final Map<Integer, Integer> PERCENT = Map.of(1, 20, 2, 0, 3, 5, 91, 0);

    long gross(List<SageOrder.Line> lines) {
        return lines.stream().mapToLong(SageTotals::value).sum() + vat(lines);
    }

    long vat(List<SageOrder.Line> lines) {
        Map<Integer, Long> byCode = new HashMap<>();
        for (SageOrder.Line line : lines) {
            if (line.type != LineType.COMMENT) {
                long value = value(line);
                byCode.merge(line.taxCode, perLine ? vat(value, line.taxCode) : value, Long::sum);
            }
        }
        return byCode.entrySet().stream()
                .mapToLong(code -> perLine ? code.getValue() : vat(code.getValue(), code.getKey()))
                .sum();
    }

    private static long value(SageOrder.Line line) {
        return line.type == LineType.COMMENT ? 0 : rounded(hundredThousandths(line.price) * line.quantity, 1000);
    }

    private static long hundredThousandths(BigDecimal price) {
        return price.movePointRight(5).longValueExact();
    }

    private static long vat(long value, int code) {
        return rounded(value * PERCENT.getOrDefault(code, 0), 100);
    }

    private static long rounded(long value, long by) {
        long up = (2 * Math.abs(value) + by) / (2 * by);
        return value < 0 ? -up : up;
    }
}
