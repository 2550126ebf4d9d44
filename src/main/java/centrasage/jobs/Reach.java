package centrasage.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Whether the lanes of this node can reach Sage 200: what the last of them heard. */
@ApplicationScoped
public class Reach {
    private Optional<Outage> outage = Optional.empty();
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    Reach() {}

    @Inject
    Reach(Clock clock) {
        this.clock = clock;
    }

    /** Since when Sage 200 could not be reached, and what the last attempt said. */
    public record Outage(Instant since, String why) {}

    synchronized void heard(Optional<String> paused) {
        Instant since = outage.map(Outage::since).orElseGet(clock::instant);
        outage = paused.map(why -> new Outage(since, why));
    }

    /** Empty while Sage 200 answers. */
    public synchronized Optional<Outage> outage() {
        return outage;
    }
}
