package centrasage.centra.client;

import centrasage.centra.MadeShipment;
import centrasage.centra.client.wire.Query;
import centrasage.flow.Owner;
import java.util.function.Predicate;

/** The steps in which a shipment comes to be and leaves, each by one mutation. */
public enum ShipmentStep {
    CREATE(Query.CREATE_SHIPMENT, "the shipment", Owner.OPERATIONS, made -> true),
    RELEASE(
            Query.RELEASE_SHIPMENT,
            "the release of the shipment",
            Owner.OPERATIONS,
            made -> made.goodToGo() || made.shipped()),
    /** Marked as paid by a person who took the money elsewhere counts as well. */
    CAPTURE(
            Query.CAPTURE_SHIPMENT,
            "the capture of the shipment",
            Owner.FINANCE,
            made -> made.captured() || made.paid()),
    COMPLETE(Query.COMPLETE_SHIPMENT, "the completion of the shipment", Owner.OPERATIONS, MadeShipment::shipped);

    private final Query mutation;
    private final String words;
    private final Owner owner;
    private final Predicate<MadeShipment> done;

    ShipmentStep(Query mutation, String words, Owner owner, Predicate<MadeShipment> done) {
        this.mutation = mutation;
        this.words = words;
        this.owner = owner;
        this.done = done;
    }

    Query mutation() {
        return mutation;
    }

    /** As people call it. */
    public String words() {
        return words;
    }

    Owner owner() {
        return owner;
    }

    /** Whether the flags of the shipment say that it is done, whoever did it. */
    public boolean isDone(MadeShipment shipment) {
        return done.test(shipment);
    }
}
