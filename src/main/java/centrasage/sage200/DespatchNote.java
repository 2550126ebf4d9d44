package centrasage.sage200;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A despatch as Sage 200's views show it beside its order, whoever made it.
 *
 * @param number Sage's own number
 * @param order the number of Centra's order, from the order's customer document number
 * @param orderedOn the date of the order
 * @param date the day of the despatch
 * @param courier empty where Sage has none
 * @param consignment empty where Sage has none
 * @param pieces null where Sage has none
 */
public record DespatchNote(
        String company,
        String number,
        long order,
        LocalDate orderedOn,
        LocalDate date,
        String notes,
        String courier,
        String consignment,
        @Nullable Integer pieces,
        List<Line> lines) {
    public DespatchNote {
        lines = List.copyOf(lines);
    }

    /**
     * What left of one line of the order.
     *
     * @param product Sage's product code; empty for what is no product, such as free text
     * @param warehouse Sage's name; empty where there is none
     */
    public record Line(long orderLine, String product, BigDecimal quantity, String warehouse) {
        public boolean isGoods() {
            return !product.isEmpty();
        }
    }

    /** Unique among all companies: what the shipment in Centra is known by. */
    public String key() {
        return company + "/" + number;
    }
}
