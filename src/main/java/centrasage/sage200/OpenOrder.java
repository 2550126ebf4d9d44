package centrasage.sage200;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sales order as far as despatching looks at it.
 *
 * @param status such as {@code EnumDocumentStatusLive}
 * @param lines its goods, in the order in which they were entered
 */
public record OpenOrder(
        long id, String documentNo, String customerDocumentNo, String status, boolean draft, List<Line> lines) {

    public OpenOrder {
        lines = List.copyOf(lines);
    }

    public boolean isCancelled() {
        return status.endsWith("Cancelled");
    }

    /** Whether Sage lets nothing be despatched of it until somebody says so. */
    public boolean isStopped() {
        return status.endsWith("OnHold") || status.endsWith("Dispute");
    }

    /**
     * A line of goods.
     *
     * @param product Sage's product code
     * @param quantity in the units in which it was ordered
     * @param despatched of these, in the same units
     * @param stockQuantity the quantity in stock units; null where the answer does not tell it
     * @param warehouseId null where the answer does not tell it
     */
    public record Line(
            long id,
            String product,
            BigDecimal quantity,
            BigDecimal despatched,
            @Nullable BigDecimal stockQuantity,
            @Nullable Long warehouseId) {
        /** Sage's quantities have five decimals. */
        private static final int DECIMALS = 5;

        public BigDecimal outstanding() {
            return quantity.subtract(despatched).max(BigDecimal.ZERO);
        }

        /** So many of the line's own units in stock units, in which Sage despatches; the same where it has no others. */
        public BigDecimal inStockUnits(BigDecimal units) {
            return stockQuantity == null || quantity.signum() == 0
                    ? units
                    : units.multiply(stockQuantity).divide(quantity, DECIMALS, RoundingMode.HALF_UP);
        }
    }
}
