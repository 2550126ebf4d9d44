package centrasage.simulator.centra.schema;

import centrasage.simulator.centra.shipping.Shipments;
import centrasage.simulator.centra.shipping.ShippingRefused;
import centrasage.simulator.centra.state.OrderShipment;
import graphql.schema.idl.RuntimeWiring;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a mutation of a shipment answers. */
record ShipmentResult(
        @Nullable OrderShipment shipment,
        PaymentFields.@Nullable Entry entry,
        List<MutationResult.Problem> errors,
        List<MutationResult.Problem> warnings) {

    static void addTo(RuntimeWiring.Builder wiring) {
        new Fields<ShipmentResult>()
                .with("shipment", ShipmentResult::shipment)
                .with("paymentHistoryEntry", ShipmentResult::entry)
                .with("userErrors", ShipmentResult::errors)
                .with("userWarnings", ShipmentResult::warnings)
                .addTo(
                        wiring,
                        "ShipmentCreatePayload",
                        "ShipmentUpdatePayload",
                        "ShipmentCapturePayload",
                        "ShipmentCompletePayload");
    }

    /** What the shop refuses is an error of the answer, and not one of the query. */
    static ShipmentResult of(Supplier<ShipmentResult> work) {
        try {
            return work.get();
        } catch (ShippingRefused refused) {
            return new ShipmentResult(
                    null, null, List.of(new MutationResult.Problem(refused.message(), refused.path())), List.of());
        }
    }

    static ShipmentResult done(OrderShipment shipment) {
        return new ShipmentResult(shipment, null, List.of(), List.of());
    }

    /** A shipment that was made, and a capture that may have failed: that is a warning. */
    static ShipmentResult created(Shipments.Done done) {
        return new ShipmentResult(done.row(), entry(done), List.of(), failure(done, "input", "capture"));
    }

    /** Here a capture that fails is an error, though it stands in the payment history. */
    static ShipmentResult captured(Shipments.Done done) {
        return new ShipmentResult(done.row(), entry(done), failure(done, "id"), List.of());
    }

    private static List<MutationResult.Problem> failure(Shipments.Done done, String... path) {
        String message = done.captureFailure();
        return message == null ? List.of() : List.of(new MutationResult.Problem(message, List.of(path)));
    }

    private static PaymentFields.@Nullable Entry entry(Shipments.Done done) {
        return done.entry() == null ? null : new PaymentFields.Entry(done.row().order(), done.entry());
    }
}
