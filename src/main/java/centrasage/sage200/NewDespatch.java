package centrasage.sage200;

import centrasage.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A despatch as we want Sage 200 to record it, in codes; which lines of the sales order it takes is found when it is sent.
 *
 * @param company the number sent as {@code X-Company}
 * @param customerDocumentNo the key of its order, {@code C} and Centra's order number
 * @param number Centra's number of the shipment, such as {@code 10234-1}: the key, kept in the notes of Sage's despatch
 * @param pieces parcels; null where Centra does not say
 * @param value what Centra says the shipment comes to: the money at risk, never sent
 */
public record NewDespatch(
        String company,
        String customerDocumentNo,
        String number,
        LocalDate date,
        List<Line> lines,
        Tracking tracking,
        @Nullable Integer pieces,
        Money value) {

    public NewDespatch {
        lines = List.copyOf(lines);
    }

    /**
     * So many of one product.
     *
     * @param product Sage's product code
     * @param place which line of this product it is in the order, from 0: several lines may be of one product
     * @param quantity in the units in which it was ordered
     * @param warehouse Sage's name of where it left from
     */
    public record Line(String product, int place, BigDecimal quantity, String warehouse) {}

    /**
     * Who carries it and under which number; each is empty where it is not known.
     *
     * @param courier the name of a courier in Sage
     * @param consignment 60 characters at most
     */
    public record Tracking(String courier, String consignment) {}
}
