package centrasage.centra;

import centrasage.centra.Order.TaxShare;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * Goods of one shipment that came back, and what their customer is given for them. No personal data.
 *
 * @param order the human number of the order
 * @param orderedAt when the order was made
 * @param status Centra's {@code ReturnStatus} as text: one that we do not know is never guessed
 * @param isGone whether Centra has it no more
 * @param returnedToStock whether its goods went back on stock
 * @param warehouse the name of where they went; empty where they did not
 * @param total what the customer is given, VAT included
 * @param net the same without VAT, as Centra states it
 */
public record OrderReturn(
        long id,
        long order,
        Instant orderedAt,
        Instant createdAt,
        String status,
        boolean isGone,
        boolean returnedToStock,
        String warehouse,
        String currency,
        BigDecimal total,
        BigDecimal net,
        List<Line> lines,
        Totals totals) {
    private static final String COMPLETED = "COMPLETED";

    public OrderReturn {
        lines = List.copyOf(lines);
    }

    /** Whether it is done with; that Centra calls it so is inferred. */
    public boolean isCompleted() {
        return status.equals(COMPLETED) && !isGone;
    }

    /**
     * Units of one line of the order.
     *
     * @param type the GraphQL type of the order's line, such as {@code ProductOrderLine}
     * @param sku empty where Centra does not say
     * @param gross "with tax", which may still hold a tax that was deducted
     * @param net "without tax"
     * @param taxPercent of the order's line
     */
    public record Line(
            long id,
            String type,
            String sku,
            int quantity,
            BigDecimal gross,
            BigDecimal net,
            BigDecimal taxPercent,
            List<TaxShare> taxes) {
        public Line {
            taxes = List.copyOf(taxes);
        }
    }

    /**
     * An amount in the terms of the order's price list.
     *
     * @param value sign as Centra wrote it
     */
    public record Charge(BigDecimal value, List<TaxShare> taxes) {
        public Charge {
            taxes = List.copyOf(taxes);
        }
    }

    /**
     * What is given or taken beside the goods.
     *
     * @param returnCost a fee that lessens what is given
     * @param discounts what the vouchers of the order had taken off these goods
     */
    public record Totals(Charge shipping, Charge handling, Charge returnCost, Charge discounts) {}
}
