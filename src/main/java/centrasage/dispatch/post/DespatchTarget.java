package centrasage.dispatch.post;

import centrasage.flow.Command;
import centrasage.flow.Document;
import centrasage.flow.Finding;
import centrasage.flow.OrderName;
import centrasage.flow.Outcome;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.Sought;
import centrasage.flow.Target;
import centrasage.flow.TargetUnavailable;
import centrasage.sage200.NewDespatch;
import centrasage.sage200.NewDespatchJson;
import centrasage.sage200.Site;
import centrasage.sage200.client.SageDespatches;
import centrasage.sage200.client.SageDespatches.There;
import centrasage.sage200.client.read.Couriers;
import centrasage.sage200.client.read.SiteReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sage 200's despatches, as PostOnce writes them: found by the shipment's number in their notes, recorded by one POST. */
@ApplicationScoped
public class DespatchTarget implements Target {
    private SageDespatches despatches;
    private SiteReader sites;
    private Couriers couriers;

    @SuppressWarnings("NullAway.Init")
    DespatchTarget() {}

    @Inject
    public DespatchTarget(SageDespatches despatches, SiteReader sites, Couriers couriers) {
        this.despatches = despatches;
        this.sites = sites;
        this.couriers = couriers;
    }

    @Override
    public PostingKind kind() {
        return PostingKind.DESPATCH;
    }

    @Override
    public Map<PostingKey, Finding> find(List<Sought> sought) throws TargetUnavailable {
        String company = sought.get(0).key().company();
        Site site = sites.read(company);
        List<String> keys =
                sought.stream().map(DespatchTarget::orderKey).distinct().toList();
        Map<String, There> there = despatches.find(company, keys);
        Map<PostingKey, Finding> findings = new HashMap<>();
        for (Sought one : sought) {
            There under = there.get(orderKey(one));
            findings.put(
                    one.key(),
                    under == null
                            ? new Finding.Undecidable("the order " + orderKey(one) + " cannot be read")
                            : judge(one, under, site));
        }
        return findings;
    }

    private static String orderKey(Sought sought) {
        return OrderName.ofObject(sought.command().object());
    }

    private static Finding judge(Sought sought, There there, Site site) {
        if (sought.command().isErased()) {
            return ErasedDespatch.judge(sought, there);
        }
        NewDespatch despatch = NewDespatchJson.read(sought.command().document());
        return new DespatchMatch(despatch, sought.evidence(), site.warehouses()).judge(there);
    }

    /** One POST. */
    @Override
    public Outcome send(Command command, String evidence) {
        try {
            NewDespatch despatch = NewDespatchJson.read(command.document());
            Long courier = couriers.id(despatch.company(), despatch.tracking().courier())
                    .orElse(null);
            return DespatchRefusals.judged(
                    despatches.post(despatch, DespatchEvidence.read(evidence).picked(), courier), despatch);
        } catch (TargetUnavailable e) {
            return new Outcome.Unavailable(String.valueOf(e.getMessage()));
        }
    }

    /** A despatch is never half made. */
    @Override
    public void discard(Command command, Document draft) {
        throw new IllegalStateException("a despatch leaves no draft, and none was found: " + draft.id());
    }
}
