package centrasage.simulator.centra.shipment;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A shipment of an order. Centra has no status for it: it is good to go or not, paid or not, shipped or not.
 *
 * @param order the number of the order
 * @param sequence 1 for the first of the order
 * @param shippedAt null until it is completed
 * @param valueMinor its part of what the customer pays for the order
 * @param externalIds by integration
 */
public record Shipment(
        int order,
        int sequence,
        List<ShippedLine> lines,
        Instant createdAt,
        Instant updatedAt,
        boolean goodToGo,
        @Nullable Instant shippedAt,
        Parcel parcel,
        ShipmentPayment payment,
        @Nullable String message,
        long valueMinor,
        Map<String, String> externalIds) {
    /** So that ids of shipments tell their order. */
    public static final int PER_ORDER_MAX = 9;

    private static final int ID_BASE = 10;

    public Shipment {
        lines = List.copyOf(lines);
        externalIds = Map.copyOf(externalIds);
    }

    public int id() {
        return order * ID_BASE + sequence;
    }

    public static int orderOf(int id) {
        return id / ID_BASE;
    }

    /** {@code 39790-1}. */
    public String number() {
        return order + "-" + sequence;
    }

    public boolean shipped() {
        return shippedAt != null;
    }

    public int quantityOf(int orderLine) {
        return lines.stream()
                .filter(line -> line.orderLine() == orderLine)
                .mapToInt(ShippedLine::quantity)
                .sum();
    }

    public Shipment withUpdatedAt(Instant at) {
        return copy(at, goodToGo, shippedAt, parcel, payment);
    }

    public Shipment withGoodToGo(boolean good) {
        return copy(updatedAt, good, shippedAt, parcel, payment);
    }

    public Shipment withShippedAt(@Nullable Instant at) {
        return copy(updatedAt, goodToGo, at, parcel, payment);
    }

    public Shipment withParcel(Parcel newParcel) {
        return copy(updatedAt, goodToGo, shippedAt, newParcel, payment);
    }

    public Shipment withPayment(ShipmentPayment newPayment) {
        return copy(updatedAt, goodToGo, shippedAt, parcel, newPayment);
    }

    public Shipment withLines(List<ShippedLine> newLines) {
        return new Shipment(
                order,
                sequence,
                newLines,
                createdAt,
                updatedAt,
                goodToGo,
                shippedAt,
                parcel,
                payment,
                message,
                valueMinor,
                externalIds);
    }

    public Shipment withMessage(@Nullable String text) {
        return new Shipment(
                order,
                sequence,
                lines,
                createdAt,
                updatedAt,
                goodToGo,
                shippedAt,
                parcel,
                payment,
                text,
                valueMinor,
                externalIds);
    }

    public Shipment withExternalId(String integration, String externalId) {
        Map<String, String> ids = new HashMap<>(externalIds);
        ids.put(integration, externalId);
        return new Shipment(
                order,
                sequence,
                lines,
                createdAt,
                updatedAt,
                goodToGo,
                shippedAt,
                parcel,
                payment,
                message,
                valueMinor,
                ids);
    }

    private Shipment copy(
            Instant newUpdatedAt,
            boolean newGoodToGo,
            @Nullable Instant newShippedAt,
            Parcel newParcel,
            ShipmentPayment newPayment) {
        return new Shipment(
                order,
                sequence,
                lines,
                createdAt,
                newUpdatedAt,
                newGoodToGo,
                newShippedAt,
                newParcel,
                newPayment,
                message,
                valueMinor,
                externalIds);
    }
}
