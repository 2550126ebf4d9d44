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
import centrasage.sage200.MeantTracking;
import centrasage.sage200.MeantTracking.Shown;
import centrasage.sage200.NewDespatch;
import centrasage.sage200.TrackingAmendment;
import centrasage.sage200.TrackingAmendmentJson;
import centrasage.sage200.client.SageDespatches;
import centrasage.sage200.client.SageDespatches.There;
import centrasage.sage200.client.read.Couriers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
        TrackingAmendment amendment = TrackingAmendmentJson.read(command.document());
        List<Despatch> ours = ours(amendment.despatch(), there);
        if (ours.size() != 1) {
            return new Finding.Different(List.of(), notOne(amendment.despatch(), ours.size()));
        }
        Despatch despatch = ours.get(0);
        return meant(amendment, despatch).isShown(Shown.of(despatch))
                ? new Finding.Found(despatch.document(amendment.despatch().value()))
                : new Finding.Absent(Long.toString(despatch.id()));
    }

    private static List<Despatch> ours(NewDespatch meant, There there) {
        return there.despatches().stream()
                .filter(each -> each.isOf(meant.number()))
                .toList();
    }

    private MeantTracking meant(TrackingAmendment amendment, Despatch there) throws TargetUnavailable {
        NewDespatch despatch = amendment.despatch();
        Long courier =
                couriers.id(despatch.company(), despatch.tracking().courier()).orElse(null);
        return MeantTracking.of(amendment, courier, there);
    }

    private static Reason notOne(NewDespatch meant, int found) {
        return new Reason(
                "TRACKING_NOT_AMENDED",
                Owner.OPERATIONS,
                "Shipment " + meant.number() + " has other tracking in Centra now, and Sage 200 has " + found
                        + " despatches with its number in the notes instead of one",
                "Find its despatch in Sage 200 and give it the consignment number there, then resolve this");
    }

    /** One PUT, of the notes as well: they are read just before, so that nothing is lost of what people write there. */
    @Override
    public Outcome send(Command command, String evidence) {
        try {
            TrackingAmendment amendment = TrackingAmendmentJson.read(command.document());
            long id = Long.parseLong(evidence);
            return despatches.track(id, meant(amendment, read(amendment.despatch(), id)));
        } catch (TargetUnavailable e) {
            return new Outcome.Unavailable(String.valueOf(e.getMessage()));
        }
    }

    private Despatch read(NewDespatch meant, long id) throws TargetUnavailable {
        String key = meant.customerDocumentNo();
        There there = despatches.find(meant.company(), List.of(key)).get(key);
        return Stream.ofNullable(there)
                .flatMap(found -> ours(meant, found).stream())
                .filter(each -> each.id() == id)
                .findFirst()
                .orElseThrow(() -> new TargetUnavailable(
                        "the despatch of shipment " + meant.number() + " cannot be read in Sage 200 any more"));
    }

    /** Tracking is never half said. */
    @Override
    public void discard(Command command, Document draft) {
        throw new IllegalStateException("tracking leaves no draft, and none was found: " + draft.id());
    }
}
