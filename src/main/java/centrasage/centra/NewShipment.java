package centrasage.centra;

import centrasage.money.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A shipment as we want Centra to make and complete it, because Sage 200 has despatched it. Which lines of the order it takes is
 * found when it is sent.
 *
 * @param order the number of the order
 * @param despatch the company and number of Sage's despatch, such as {@code 33/0000000012}: the key
 * @param lines goods
 * @param along ids of the order's lines that Sage does not despatch, such as gift wrapping: what is left of them goes along
 * @param packages null where Sage does not say
 * @param onAccount whether Centra knows of no payment for the order, so that there is none to capture
 * @param value what the goods came to for the customer, by the order's prices: the money at risk, never sent
 */
public record NewShipment(
        long order,
        String despatch,
        List<Line> lines,
        List<Long> along,
        Shipment.Tracking tracking,
        @Nullable Integer packages,
        Instant shippedAt,
        boolean onAccount,
        Money value) {
    public NewShipment {
        lines = List.copyOf(lines);
        along = List.copyOf(along);
    }

    /**
     * So many of one product.
     *
     * @param product Sage's product code
     * @param from the ids of the order's lines that are this product, in the order in which they are taken
     */
    public record Line(String product, int quantity, List<Long> from) {
        public Line {
            from = List.copyOf(from);
        }
    }
}
