package centrasage.dispatch.post;

import centrasage.flow.Command;
import centrasage.flow.Document;
import centrasage.flow.Finding;
import centrasage.flow.OrderName;
import centrasage.flow.Outcome;
import centrasage.flow.Owner;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.Reason;
import centrasage.flow.Sought;
import centrasage.flow.Target;
import centrasage.flow.TargetUnavailable;
import centrasage.sage200.Despatch;
import centrasage.sage200.NewDespatch;
import centrasage.sage200.NewDespatchJson;
import centrasage.sage200.client.SageDespatches;
import centrasage.sage200.client.SageDespatches.There;
import centrasage.sage200.client.read.Couriers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Other tracking of a despatch that is there. Saying it twice changes nothing, so that what Sage shows is all the evidence. */
@ApplicationScoped
public class TrackingTarget implements Target {
    private SageDespatches despatches;
    private Couriers couriers;

    @SuppressWarnings("NullAway.Init")
    TrackingTarget() {}

    @Inject
    public TrackingTarget(SageDespatches despatches, Couriers couriers) {
        this.despatches = despatches;
        this.couriers = couriers;
    }

    @Override
    public PostingKind kind() {
        return PostingKind.DESPATCH_TRACKING;
    }

    @Override
    public Map<PostingKey, Finding> find(List<Sought> sought) throws TargetUnavailable {
        String company = sought.get(0).key().company();
        Map<PostingKey, Finding> findings = new HashMap<>();
        Map<String, There> there = despatches.find(
                company,
                sought.stream().map(TrackingTarget::orderKey).distinct().toList());
        for (Sought one : sought) {
            findings.put(one.key(), judge(one.command(), there.get(orderKey(one))));
        }
        return findings;
    }

    private static String orderKey(Sought sought) {
        return OrderName.ofObject(sought.command().object());
    }

    private Finding judge(Command command, @Nullable There there) throws TargetUnavailable {
        if (there == null || command.isErased()) {
            return new Finding.Undecidable("the despatch of " + command.key().sourceKey() + " cannot be read");
        }
        NewDespatch meant = NewDespatchJson.read(command.document());
        List<Despatch> ours = there.despatches().stream()
                .filter(each -> each.isOf(meant.number()))
                .toList();
        if (ours.size() != 1) {
            return new Finding.Different(List.of(), notOne(meant, ours.size()));
        }
        Despatch despatch = ours.get(0);
        return shows(despatch, meant)
                ? new Finding.Found(despatch.document(meant.value()))
                : new Finding.Absent(Long.toString(despatch.id()));
    }

    /** A courier that Sage does not have cannot be shown there. */
    private boolean shows(Despatch despatch, NewDespatch meant) throws TargetUnavailable {
        String courier = meant.tracking().courier();
        boolean known = couriers.id(meant.company(), courier).isPresent();
        return despatch.consignment().equals(meant.tracking().consignment())
                && (!known || despatch.courier().equalsIgnoreCase(courier));
    }

    private static Reason notOne(NewDespatch meant, int found) {
        return new Reason(
                "TRACKING_NOT_AMENDED",
                Owner.OPERATIONS,
                "Shipment " + meant.number() + " has other tracking in Centra now, and Sage 200 has " + found
                        + " despatches with its number in the notes instead of one",
                "Find its despatch in Sage 200 and give it the consignment number there, then resolve this");
    }

    /** One PUT. */
    @Override
    public Outcome send(Command command, String evidence) {
        try {
            NewDespatch despatch = NewDespatchJson.read(command.document());
            Long courier = couriers.id(despatch.company(), despatch.tracking().courier())
                    .orElse(null);
            return despatches.track(Long.parseLong(evidence), despatch, courier);
        } catch (TargetUnavailable e) {
            return new Outcome.Unavailable(String.valueOf(e.getMessage()));
        }
    }

    /** Tracking is never half said. */
    @Override
    public void discard(Command command, Document draft) {
        throw new IllegalStateException("tracking leaves no draft, and none was found: " + draft.id());
    }
}
