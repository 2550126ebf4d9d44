package centrasage.jobs.lanes;

import centrasage.flow.Side;
import centrasage.flow.event.SideHeard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether this node can work with Centra and with Sage 200: what it last heard of each, whoever asked and for what. */
@ApplicationScoped
public class Reach {
    private final Map<Side, Outage> outages = new EnumMap<>(Side.class);
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    Reach() {}

    @Inject
    Reach(Clock clock) {
        this.clock = clock;
    }

    /** Since when a system could not be worked with, and what the last attempt said. */
    public record Outage(Side side, Instant since, String why) {}

    synchronized void heard(@Observes SideHeard heard) {
        if (heard.why().isEmpty()) {
            outages.remove(heard.side());
            return;
        }
        Instant since = outage(heard.side()).map(Outage::since).orElseGet(clock::instant);
        outages.put(heard.side(), new Outage(heard.side(), since, heard.why().get()));
    }

    /** Empty while the system answers. */
    public synchronized Optional<Outage> outage(Side side) {
        return Optional.ofNullable(outages.get(side));
    }

    /** All that last now; the system that everything is posted to first. */
    public synchronized List<Outage> outages() {
        return outages.values().stream()
                .sorted((one, other) -> other.side().compareTo(one.side()))
                .toList();
    }
}
