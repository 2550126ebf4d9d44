package centrasage.dispatch.centra.post;

import centrasage.centra.NewShipmentJson;
import centrasage.centra.client.CentraShipping;
import centrasage.flow.Command;
import centrasage.flow.Document;
import centrasage.flow.Finding;
import centrasage.flow.Outcome;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.Sought;
import centrasage.flow.Target;
import centrasage.flow.TargetUnavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** Centra's shipments, as PostOnce makes them: found by the despatch's number in their message, made by one mutation. */
@ApplicationScoped
public class ShipmentTarget implements Target {
    private CentraShipping centra;

    @SuppressWarnings("NullAway.Init")
    ShipmentTarget() {}

    @Inject
    public ShipmentTarget(CentraShipping centra) {
        this.centra = centra;
    }

    @Override
    public PostingKind kind() {
        return PostingKind.CENTRA_SHIPMENT;
    }

    @Override
    public Map<PostingKey, Finding> find(List<Sought> sought) throws TargetUnavailable {
        return OrdersOf.judge(centra, sought, (one, order) -> new ShipmentMatch(one, order).judge());
    }

    /** One createShipment. */
    @Override
    public Outcome send(Command command, String evidence) {
        return centra.create(
                NewShipmentJson.read(command.document()),
                ShipmentEvidence.read(evidence).picked());
    }

    /** A shipment is never half made. */
    @Override
    public void discard(Command command, Document draft) {
        throw new IllegalStateException("a shipment leaves no draft, and none was found: " + draft.id());
    }
}
