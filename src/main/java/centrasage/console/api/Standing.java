package centrasage.console.api;

import centrasage.console.api.json.Amount;
import centrasage.console.api.json.NodeJson;
import centrasage.console.api.json.StatusJson;
import centrasage.desk.Desk;
import centrasage.flow.PostingState;
import centrasage.jobs.lanes.LaneSettings;
import centrasage.jobs.lanes.Reach;
import centrasage.jobs.nodes.Nodes;
import centrasage.jobs.wake.WakeUps;
import centrasage.sync.posting.Store;
import centrasage.sync.record.AuditSealer;
import centrasage.sync.store.Documents;
import centrasage.sync.store.Leases;
import centrasage.sync.store.Postings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the work stands at this moment. */
@ApplicationScoped
class Standing {
    private Store store;
    private Postings postings;
    private Desk desk;
    private Leases leases;
    private LaneSettings settings;
    private Reach reach;
    private WakeUps wakeUps;
    private Nodes nodes;
    private AuditSealer sealer;

    @SuppressWarnings("NullAway.Init")
    Standing() {}

    @Inject
    Standing(
            Store store,
            Postings postings,
            Desk desk,
            Leases leases,
            LaneSettings settings,
            Reach reach,
            WakeUps wakeUps,
            Nodes nodes,
            AuditSealer sealer) {
        this.store = store;
        this.postings = postings;
        this.desk = desk;
        this.leases = leases;
        this.settings = settings;
        this.reach = reach;
        this.wakeUps = wakeUps;
        this.nodes = nodes;
        this.sealer = sealer;
    }

    Instant now() {
        return store.now();
    }

    List<StatusJson.Count> of(Documents documents) {
        return postings.counts(documents).stream()
                .map(count -> new StatusJson.Count(count.state().name(), count.postings(), Amount.of(count.sum())))
                .toList();
    }

    static long inDoubt(List<StatusJson.Count> counts) {
        return counts.stream()
                .filter(count -> count.state().equals(PostingState.IN_DOUBT.name()))
                .mapToLong(StatusJson.Count::count)
                .sum();
    }

    StatusJson.Exceptions exceptions() {
        return new StatusJson.Exceptions(
                desk.open(), desk.atRisk().values().stream().map(Amount::of).toList());
    }

    /** The lanes that are held at this moment by the database's time. */
    StatusJson.Lanes lanes() {
        Instant now = now();
        return new StatusJson.Lanes(
                settings.lanes(),
                leases.named("lane/").stream()
                        .filter(lease -> lease.until().isAfter(now))
                        .map(lease -> new StatusJson.Lane(lease.name(), lease.holder(), lease.until()))
                        .toList());
    }

    StatusJson.@Nullable Outage outage() {
        return reach.outages().stream()
                .findFirst()
                .map(outage -> new StatusJson.Outage(outage.side().title(), outage.since(), outage.why()))
                .orElse(null);
    }

    List<StatusJson.WokenBy> wokenBy() {
        return wakeUps.heard().entrySet().stream()
                .map(heard -> new StatusJson.WokenBy(heard.getKey(), heard.getValue()))
                .toList();
    }

    List<NodeJson> nodes() {
        return nodes.all().stream().map(NodeJson::of).toList();
    }

    StatusJson.AuditHead audit() {
        AuditSealer.Head head = sealer.head();
        return new StatusJson.AuditHead(head.number(), head.hash());
    }
}
