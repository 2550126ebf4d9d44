package centrasage.simulator.sage200.despatch;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/** Quantities of a line. The simulator sells in stock units, so those of the line and those of the stock are the same. */
final class Quantities {
    private static final int DECIMALS = 5;

    private Quantities() {}

    static BigDecimal of(JsonNode row, String field) {
        JsonNode value = row.path(field);
        return value.isNumber() ? value.decimalValue().setScale(DECIMALS) : BigDecimal.ZERO.setScale(DECIMALS);
    }

    static BigDecimal outstanding(JsonNode line) {
        return of(line, "line_quantity").subtract(of(line, "despatch_receipt_quantity"));
    }

    static String shown(BigDecimal quantity) {
        return quantity.stripTrailingZeros().toPlainString();
    }
}
