package centrasage.console.api.watch;

import centrasage.centra.client.quota.Rank;
import centrasage.desk.outside.OutsideBeat;
import centrasage.flow.PostingState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Locale;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Registers what {@code /metrics} shows of the business; nothing is read before somebody looks. */
@ApplicationScoped
public class Gauges {
    private MetricRegistry registry;
    private Figures figures;
    private OutsideBeat beat;

    @SuppressWarnings("NullAway.Init")
    Gauges() {}

    @Inject
    Gauges(MetricRegistry registry, Figures figures, OutsideBeat beat) {
        this.registry = registry;
        this.figures = figures;
        this.beat = beat;
    }

    void register(@Observes @Initialized(ApplicationScoped.class) Object event) {
        Metadata postings = described("centrasage_postings", "Postings by state, of all time");
        for (PostingState state : PostingState.values()) {
            registry.gauge(
                    postings,
                    figures,
                    known -> known.postings(state),
                    new Tag("state", state.name().toLowerCase(Locale.ROOT)));
        }
        registry.gauge(
                described("centrasage_postings_in_doubt", "Sent, and nobody knows what became of it"),
                figures,
                known -> known.postings(PostingState.IN_DOUBT));
        registry.gauge(
                described("centrasage_exceptions_open", "Exceptions that wait for a person"),
                figures,
                Figures::openExceptions);
        registry.gauge(
                described("centrasage_store_reachable", "1 when the store answers, else 0 and old figures"),
                figures,
                Figures::storeReachable);
        Metadata freshness = described(
                "centrasage_stock_freshness_seconds",
                "From a change of stock in Sage 200 until Centra had it, of what was told within the last hour");
        registry.gauge(freshness, figures, known -> known.freshness().p50(), new Tag("quantile", "0.5"));
        registry.gauge(freshness, figures, known -> known.freshness().p95(), new Tag("quantile", "0.95"));
        Metadata mutations = described(
                "centrasage_centra_mutations_last_hour", "Changes that this node made in Centra, by who goes first");
        for (Rank rank : Rank.values()) {
            registry.gauge(
                    mutations,
                    figures,
                    known -> known.mutationsInTheLastHour(rank),
                    new Tag("rank", rank.name().toLowerCase(Locale.ROOT)));
        }
        if (beat.isSetUp()) {
            registry.gauge(
                    described(
                            "centrasage_outside_beats_failed",
                            "Signs of life that the switch outside did not take from this node, since its start"),
                    beat,
                    known -> known.standing().failures());
        }
        if (figures.needsSignIn()) {
            registry.gauge(
                    described(
                            "centrasage_sage200_sign_in_days_left",
                            "Whole days until an administrator must have connected to Sage 200 again; 0: must now"),
                    figures,
                    Figures::signInDaysLeft);
        }
    }

    private static Metadata described(String name, String description) {
        return Metadata.builder().withName(name).withDescription(description).build();
    }
}
