package centrasage.simulator.centra.schema;

import centrasage.simulator.centra.shipment.Parcel;
import centrasage.simulator.centra.shipment.Shipment;
import centrasage.simulator.centra.shipping.NewShipment;
import centrasage.simulator.centra.shipping.ShippingRefused;
import centrasage.simulator.centra.state.CentraOrder;
import centrasage.simulator.centra.state.CentraState;
import centrasage.simulator.centra.state.OrderShipment;
import centrasage.simulator.centra.state.Refused;
import graphql.schema.DataFetchingEnvironment;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The {@code input} of the mutations of shipments. */
final class ShipmentInput {
    private final CentraState state;
    private final DataFetchingEnvironment environment;
    private final Map<String, Object> fields;

    ShipmentInput(CentraState state, DataFetchingEnvironment environment) {
        this.state = state;
        this.environment = environment;
        this.fields = environment.getArgumentOrDefault("input", Map.of());
    }

    boolean has(String name) {
        return fields.get(name) != null;
    }

    @Nullable
    Boolean flag(String name) {
        return (Boolean) fields.get(name);
    }

    boolean flag(String name, boolean otherwise) {
        Boolean given = flag(name);
        return given == null ? otherwise : given;
    }

    @Nullable
    Instant moment(String name) {
        return (Instant) fields.get(name);
    }

    private static @Nullable String text(Map<?, ?> of, String name) {
        return of.get(name) == null ? null : String.valueOf(of.get(name));
    }

    Shipment withMessage(Shipment shipment) {
        return has("additionalMessage") ? shipment.withMessage(text(fields, "additionalMessage")) : shipment;
    }

    NewShipment wanted() {
        CentraOrder order = OrderReference.find(state, fields.get("order"), environment);
        if (order == null) {
            throw new ShippingRefused("Could not find order with the given identification", "input", "order");
        }
        if (has("deliveryGroup")) {
            throw Refused.notSimulated("delivery groups");
        }
        return new NewShipment(
                order.number(),
                quantities(),
                flag("isGoodToGo", false),
                flag("isPaid", false),
                flag("capture", false),
                moment("createdAt"),
                moment("shippedAt"),
                parcel(),
                text(fields, "additionalMessage"),
                null);
    }

    private Map<Integer, Integer> quantities() {
        if (!(fields.get("lines") instanceof List<?> lines) || lines.isEmpty()) {
            throw new ShippingRefused("Either lines or a delivery group must be provided", "input", "lines");
        }
        Map<Integer, Integer> quantities = new HashMap<>();
        for (Object each : lines) {
            Map<?, ?> line = (Map<?, ?>) each;
            if (!(line.get("orderLine") instanceof Map<?, ?> names) || !(names.get("id") instanceof Integer id)) {
                throw new ShippingRefused("Could not find order line", "input", "lines");
            }
            quantities.merge(id, (Integer) line.get("quantity"), Integer::sum);
        }
        return quantities;
    }

    Parcel parcel() {
        if (!(fields.get("shipmentInfo") instanceof Map<?, ?> info)) {
            return Parcel.UNKNOWN;
        }
        return new Parcel(
                text(info, "carrier"),
                text(info, "service"),
                (Integer) info.get("packagesNumber"),
                text(info, "trackingNumber"),
                text(info, "returnTrackingNumber"));
    }

    void checkAmendable(Shipment shipment) {
        if (shipment.shipped() && (has("shipmentInfo") || has("isGoodToGo") || has("isPaid"))) {
            throw new ShippingRefused("Shipment " + shipment.number() + " is already shipped", "id");
        }
    }

    /** Null when none is given; one that another shipment has is refused. */
    @Nullable
    String externalIdFor(int id) {
        String wanted = text(fields, "externalId");
        String integration = Call.of(environment).token().integration();
        boolean taken = wanted != null
                && state.shipments()
                        .map(OrderShipment::shipment)
                        .anyMatch(other -> other.id() != id
                                && wanted.equals(other.externalIds().get(integration)));
        if (taken) {
            throw new ShippingRefused("External ID is already used by another shipment", "input", "externalId");
        }
        return wanted;
    }
}
