package centrasage.console.settings;

import centrasage.centra.client.quota.Rank;
import centrasage.centra.client.wire.CentraGraphQl;
import centrasage.console.connect.SageConnection;
import centrasage.console.words.Amounts;
import centrasage.console.words.Moments;
import centrasage.flow.Side;
import centrasage.jobs.lanes.LaneSettings;
import centrasage.jobs.lanes.Reach;
import centrasage.jobs.nodes.KnownNode;
import centrasage.jobs.nodes.Nodes;
import centrasage.sync.posting.Store;
import centrasage.sync.store.Lease;
import centrasage.sync.store.Leases;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How the database, Sage 200, Centra, the lanes and the nodes are: what is known of them, asking nobody but the store. */
@RequestScoped
public class Surroundings {
    private static final Duration CLOCKS_MOST = Duration.ofSeconds(5);

    private Store store;
    private Clock clock;
    private Reach reach;
    private SageConnection sage;
    private CentraGraphQl centra;
    private Leases leases;
    private LaneSettings lanes;
    private Nodes nodes;
    private Moments moments;
    private Amounts amounts;
    private String url;

    @SuppressWarnings("NullAway.Init")
    Surroundings() {}

    @Inject
    Surroundings(
            Store store,
            Clock clock,
            Reach reach,
            SageConnection sage,
            CentraGraphQl centra,
            Leases leases,
            LaneSettings lanes,
            Nodes nodes,
            Moments moments,
            Amounts amounts,
            @ConfigProperty(name = "store.url") String url) {
        this.store = store;
        this.clock = clock;
        this.reach = reach;
        this.sage = sage;
        this.centra = centra;
        this.leases = leases;
        this.lanes = lanes;
        this.nodes = nodes;
        this.moments = moments;
        this.amounts = amounts;
        this.url = url;
    }

    List<HealthCard> cards() {
        return List.of(database(), sage(), centra(), lanes(), nodes());
    }

    /** This page was drawn from it, so it answers; its clock may be another matter. */
    private HealthCard database() {
        Duration apart = Duration.between(clock.instant(), store.now()).abs();
        boolean differs = apart.compareTo(CLOCKS_MOST) > 0;
        return HealthCard.of(
                "Database",
                differs ? HealthCard.LOOK : HealthCard.GOOD,
                "It answers: " + Secrets.without(url) + ".",
                differs
                        ? "Its clock and that of this machine are " + moments.length(apart)
                                + " apart: have both set by the same time server."
                        : "Its clock and that of this machine agree.");
    }

    private HealthCard sage() {
        HealthCard card = answering("Sage 200", Side.SAGE_200, signIn());
        return sage.needed() ? card.leadingTo("connect.xhtml", "Connect to Sage") : card;
    }

    private String signIn() {
        if (!sage.needed()) {
            return sage.meaning();
        }
        return sage.consent() == null
                ? sage.sign().word() + "."
                : sage.sign().word() + ", until " + moments.stamp(sage.consent().endsAt()) + ": "
                        + amounts.count(sage.consent().daysLeft()) + " more days.";
    }

    private HealthCard centra() {
        Map<Rank, Long> changes = centra.mutationsInTheLastHour();
        long all = changes.values().stream().mapToLong(Long::longValue).sum();
        return answering(
                "Centra",
                Side.CENTRA,
                "This node made " + amounts.count(all)
                        + " changes there within the last hour, as far as the shop's quota lets it.");
    }

    private HealthCard answering(String title, Side side, String more) {
        return reach.outage(side)
                .map(outage -> HealthCard.of(
                                title,
                                HealthCard.BAD,
                                "No usable answer since " + moments.stamp(outage.since()) + ": " + outage.why(),
                                more)
                        .leadingTo(
                                "runbook.xhtml?name="
                                        + (side == Side.CENTRA ? "centra-refuses" : "sage-does-not-answer"),
                                "What to do"))
                .orElseGet(() -> reach.hasAnswered(side)
                        ? HealthCard.of(title, HealthCard.GOOD, "It answers.", more)
                        : HealthCard.of(title, HealthCard.UNKNOWN, "This node has not asked it yet.", more));
    }

    private HealthCard lanes() {
        Instant now = store.now();
        List<Lease> working = leases.named("lane/").stream()
                .filter(lease -> lease.until().isAfter(now))
                .toList();
        return HealthCard.of(
                "Lanes",
                HealthCard.GOOD,
                amounts.count(working.size()) + " of " + amounts.count(lanes.lanes()) + " are sending now.",
                lanes.preview() ? "Preview: they plan, and write nothing." : "Live: what is due is sent.");
    }

    private HealthCard nodes() {
        List<KnownNode> known = nodes.all();
        boolean silent = known.stream().anyMatch(node -> !node.alive());
        return new HealthCard(
                        "Nodes",
                        silent ? HealthCard.LOOK : HealthCard.GOOD,
                        known.stream().map(this::words).toList(),
                        List.of())
                .leadingTo("runbook.xhtml?name=two-nodes", "Two nodes");
    }

    private String words(KnownNode node) {
        return node.alive()
                ? node.name() + " works since " + moments.stamp(node.since()) + "."
                : node.name() + " is silent for " + moments.age(node.seen()) + ".";
    }
}
