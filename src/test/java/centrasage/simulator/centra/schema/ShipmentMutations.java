package centrasage.simulator.centra.schema;

import centrasage.simulator.centra.shipment.Parcel;
import centrasage.simulator.centra.shipment.Shipment;
import centrasage.simulator.centra.shipment.ShipmentPayment;
import centrasage.simulator.centra.shipping.Shipments;
import centrasage.simulator.centra.state.CentraState;
import centrasage.simulator.centra.state.Refused;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import java.time.Instant;

/** What an integration may do to shipments: create, amend, capture and complete them. */
final class ShipmentMutations {
    private final CentraState state;
    private final Shipments shipments;

    ShipmentMutations(CentraState state, Shipments shipments) {
        this.state = state;
        this.shipments = shipments;
    }

    void addTo(RuntimeWiring.Builder wiring) {
        new Fields<Object>()
                .with("createShipment", (root, environment) -> ShipmentResult.of(() -> create(environment)))
                .with("updateShipment", (root, environment) -> ShipmentResult.of(() -> update(environment)))
                .with("captureShipment", (root, environment) -> ShipmentResult.of(() -> capture(environment)))
                .with("completeShipment", (root, environment) -> ShipmentResult.of(() -> complete(environment)))
                .addTo(wiring, "Mutation");
        ShipmentResult.addTo(wiring);
    }

    private ShipmentResult create(DataFetchingEnvironment environment) {
        return ShipmentResult.created(shipments.create(new ShipmentInput(state, environment).wanted()));
    }

    private ShipmentResult capture(DataFetchingEnvironment environment) {
        return ShipmentResult.captured(shipments.capture(id(environment)));
    }

    private ShipmentResult update(DataFetchingEnvironment environment) {
        ShipmentInput input = new ShipmentInput(state, environment);
        if (input.has("paidValue") || input.has("shipmentMethod")) {
            throw Refused.notSimulated("the fields paidValue and shipmentMethod of a shipment");
        }
        int id = id(environment);
        String externalId = input.externalIdFor(id);
        String integration = Call.of(environment).token().integration();
        return ShipmentResult.done(shipments.amend(id, shipment -> {
            Shipment changed = amended(shipment, input);
            return externalId == null ? changed : changed.withExternalId(integration, externalId);
        }));
    }

    /** What was said about goods that have left stays said. */
    private Shipment amended(Shipment shipment, ShipmentInput input) {
        input.checkAmendable(shipment);
        Parcel parcel = input.parcel();
        Boolean paid = input.flag("isPaid");
        ShipmentPayment payment = shipment.payment();
        if (paid != null) {
            payment = paid ? payment.paidOutside(state.now()) : payment.unpaid();
        }
        return input.withMessage(shipment.withGoodToGo(input.flag("isGoodToGo", shipment.goodToGo()))
                .withParcel(shipment.parcel().amendedBy(parcel))
                .withPayment(payment));
    }

    private ShipmentResult complete(DataFetchingEnvironment environment) {
        ShipmentInput input = new ShipmentInput(state, environment);
        Instant asked = input.moment("shippedAt");
        Parcel parcel = input.parcel();
        return ShipmentResult.done(shipments.complete(
                id(environment),
                asked == null ? state.now() : asked,
                shipment ->
                        input.withMessage(shipment.withParcel(shipment.parcel().amendedBy(parcel)))));
    }

    private static int id(DataFetchingEnvironment environment) {
        return environment.<Integer>getArgumentOrDefault("id", 0);
    }
}
