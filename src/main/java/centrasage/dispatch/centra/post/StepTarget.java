package centrasage.dispatch.centra.post;

import centrasage.centra.MadeShipment;
import centrasage.centra.NewShipment;
import centrasage.centra.NewShipmentJson;
import centrasage.centra.ShippableOrder;
import centrasage.centra.client.CentraShipping;
import centrasage.centra.client.ShipmentStep;
import centrasage.flow.Command;
import centrasage.flow.Document;
import centrasage.flow.Finding;
import centrasage.flow.Outcome;
import centrasage.flow.Owner;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.Reason;
import centrasage.flow.Sought;
import centrasage.flow.Target;
import centrasage.flow.TargetUnavailable;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** One step of a shipment that is there. Whether it is done is told by the shipment's own flags, whoever did it. */
final class StepTarget implements Target {
    private final PostingKind kind;
    private final ShipmentStep step;
    private final CentraShipping centra;
    private final Clock clock;

    StepTarget(PostingKind kind, ShipmentStep step, CentraShipping centra, Clock clock) {
        this.kind = kind;
        this.step = step;
        this.centra = centra;
        this.clock = clock;
    }

    @Override
    public PostingKind kind() {
        return kind;
    }

    @Override
    public Map<PostingKey, Finding> find(List<Sought> sought) throws TargetUnavailable {
        return OrdersOf.judge(centra, sought, this::judge);
    }

    private Finding judge(Sought sought, ShippableOrder order) {
        String despatch = sought.key().sourceKey();
        List<MadeShipment> ours = order.of(despatch);
        if (ours.isEmpty()) {
            return new Finding.Different(List.of(), gone(order, despatch));
        }
        MadeShipment made = ours.get(0);
        if (step.isDone(made)) {
            return new Finding.Found(CentraShipping.document(sought.command().amount(), made));
        }
        boolean leaves = step == ShipmentStep.COMPLETE && !sought.command().isErased();
        return leaves ? leaving(sought, order, made) : new Finding.Absent(Long.toString(made.id()));
    }

    private Finding leaving(Sought sought, ShippableOrder order, MadeShipment made) {
        if (order.onHold()) {
            return new Finding.Blocked(
                    List.of(ShipmentMatch.onHold(order, sought.key().sourceKey())));
        }
        NewShipment shipment = NewShipmentJson.read(sought.command().document());
        return shipment.shippedAt().isAfter(clock.instant())
                ? new Finding.Blocked(List.of(notYet(shipment)))
                : new Finding.Absent(Long.toString(made.id()));
    }

    private Reason gone(ShippableOrder order, String despatch) {
        return new Reason(
                "SHIPMENT_GONE",
                Owner.OPERATIONS,
                "No shipment of order " + order.number() + " in Centra carries Sage 200 despatch " + despatch
                        + " any more, so " + step.words() + " cannot be made",
                "Look at the order's shipments in AMS. Write " + despatch
                        + " into the additional message of the one that is this parcel, then plan again");
    }

    private static Reason notYet(NewShipment shipment) {
        return new Reason(
                "DESPATCHED_IN_THE_FUTURE",
                Owner.OPERATIONS,
                "Sage 200 despatch " + shipment.despatch() + " is dated " + shipment.shippedAt()
                        + ", which Centra does not take before then",
                "Nothing: it is completed by itself then. If the date is wrong, complete the shipment in AMS by hand");
    }

    /** One mutation. */
    @Override
    public Outcome send(Command command, String evidence) {
        return centra.advance(step, Long.parseLong(evidence), NewShipmentJson.read(command.document()));
    }

    /** A step is never half made. */
    @Override
    public void discard(Command command, Document draft) {
        throw new IllegalStateException("a step leaves no draft, and none was found: " + draft.id());
    }
}
