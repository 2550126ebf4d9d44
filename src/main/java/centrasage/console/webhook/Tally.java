package centrasage.console.webhook;

import centrasage.flow.event.FeedHeard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.logging.Logger;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Counts web hooks by what became of them, and tells the log of those that were rejected, without what they said. */
@ApplicationScoped
class Tally {
    private static final Logger LOG = Logger.getLogger(Tally.class.getName());
    /** Anybody can send what is rejected: the log must not grow as fast as they like. */
    private static final Duration QUIET = Duration.ofMinutes(1);

    private MetricRegistry registry;
    private Clock clock;
    private Event<FeedHeard> feeds;
    private Instant toldAt = Instant.EPOCH;
    private long untold;

    @SuppressWarnings("NullAway.Init")
    Tally() {}

    @Inject
    Tally(MetricRegistry registry, Clock clock, Event<FeedHeard> feeds) {
        this.registry = registry;
        this.clock = clock;
        this.feeds = feeds;
    }

    /** Both are there from the start, so that an alert on the second needs no first. */
    void register(@Observes @Initialized(ApplicationScoped.class) Object event) {
        counter(Verdict.GENUINE);
        counter(Verdict.FORGED);
    }

    void accepted() {
        counter(Verdict.GENUINE).inc();
        feeds.fire(new FeedHeard(FeedHeard.WEB_HOOKS, 1));
    }

    void rejected(Verdict verdict) {
        counter(verdict).inc();
        tell(verdict);
    }

    private synchronized void tell(Verdict verdict) {
        Instant now = clock.instant();
        if (toldAt.plus(QUIET).isAfter(now)) {
            untold++;
            return;
        }
        String more = untold == 0 ? "" : " (and " + untold + " more since the last of these lines)";
        LOG.warning(() -> "A web hook was rejected: " + verdict.words() + more
                + ". If it is Centra's, compare centra.webhook-secret with the secret of the plug-in in AMS, and the"
                + " clock of this machine with the time of day");
        toldAt = now;
        untold = 0;
    }

    private Counter counter(Verdict verdict) {
        Metadata metadata = Metadata.builder()
                .withName("centrasage_webhooks")
                .withDescription("Web hooks of Centra since the start, accepted and rejected")
                .build();
        return registry.counter(metadata, new Tag("outcome", verdict.outcome()));
    }
}
