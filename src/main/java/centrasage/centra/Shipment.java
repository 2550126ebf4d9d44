package centrasage.centra;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A shipment as Centra shows it (type {@code Shipment} of the Integration API): a parcel of one order.
 *
 * @param number such as {@code 10234-1}: the order's number and a count
 * @param order the order's number
 * @param orderedAt when the order was made
 * @param shipped whether it is completed: only then has anything left the warehouse
 * @param shippedAt null until it is completed
 * @param ofSage whether we made it of a despatch that Sage 200 has already
 * @param packages null where Centra does not say
 * @param currency ISO 4217 code of {@code grandTotal}
 * @param ordered the lines of the order, cancelled ones included, in the order in which Centra lists them
 */
public record Shipment(
        long id,
        String number,
        long order,
        Instant orderedAt,
        boolean shipped,
        @Nullable Instant shippedAt,
        Tracking tracking,
        boolean ofSage,
        @Nullable Integer packages,
        BigDecimal grandTotal,
        String currency,
        List<Line> lines,
        List<Ordered> ordered) {

    public Shipment {
        lines = List.copyOf(lines);
        ordered = List.copyOf(ordered);
    }

    /**
     * Who carries it, and under which number; each is empty where Centra does not say.
     *
     * @param carrier such as {@code DHL}
     * @param service such as {@code Express}
     */
    public record Tracking(String carrier, String service, String number) {}

    /**
     * What is in the parcel of one line of the order.
     *
     * @param orderLine the id of the order's line
     * @param type the GraphQL type of the order's line, such as {@code ProductOrderLine}
     * @param warehouses where it left from, by Centra's names; empty where Centra does not say
     */
    public record Line(long orderLine, String type, int quantity, List<String> warehouses) {
        public Line {
            warehouses = List.copyOf(warehouses);
        }
    }

    /**
     * A line of the order.
     *
     * @param sku null where Centra has none
     */
    public record Ordered(long id, @Nullable String sku) {}
}
