package centrasage.jobs.lanes;

import centrasage.flow.Partner;
import centrasage.flow.Side;
import centrasage.flow.event.SideHeard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether this node can work with Centra and with Sage 200: what it last heard of each, whoever asked and for what. */
@ApplicationScoped
public class Reach {
    /** What was refused and is not asked for any more, such as a company that no mapping names now, is no outage. */
    private static final Duration ASKED_WITHIN = Duration.ofMinutes(30);

    /** Without these parts of Centra nothing can be posted there. */
    private static final Set<String> OF_SHIPMENTS = Set.of(SideHeard.SHIPMENTS, SideHeard.SHIPPING);

    private final Map<Part, Heard> failing = new HashMap<>();
    private final Set<Side> answered = EnumSet.noneOf(Side.class);
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    Reach() {}

    @Inject
    public Reach(Clock clock) {
        this.clock = clock;
    }

    /** Since when a system could not be worked with, and what the last attempt said. */
    public record Outage(Side side, Instant since, String why) {}

    private record Part(Side side, String name) {
        boolean isAll() {
            return name.isEmpty();
        }
    }

    private record Heard(Outage outage, Instant last) {}

    public synchronized void heard(@Observes SideHeard heard) {
        Part part = new Part(heard.side(), heard.part());
        if (heard.why().isEmpty()) {
            answered.add(heard.side());
            failing.remove(part);
            failing.remove(new Part(heard.side(), ""));
            return;
        }
        Instant now = clock.instant();
        Heard before = failing.get(part);
        Instant since = before == null ? now : before.outage().since();
        failing.put(part, new Heard(new Outage(heard.side(), since, heard.why().get()), now));
    }

    /** Empty while the system answers. */
    public synchronized Optional<Outage> outage(Side side) {
        return current()
                .filter(outage -> outage.side() == side)
                .max(Comparator.comparing(Outage::since).reversed());
    }

    /** All that last now, one of each system; the system that everything is posted to first. */
    public synchronized List<Outage> outages() {
        return Stream.of(Side.values())
                .sorted(Comparator.reverseOrder())
                .map(this::outage)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Whether a system has answered this node since its start, so that no outage of it means that there is none. */
    public synchronized boolean hasAnswered(Side side) {
        return answered.contains(side);
    }

    /** To whom nothing can be posted now: companies of Sage 200 or all of them, and Centra. */
    public synchronized Set<Partner> silent() {
        return lasting()
                .map(Map.Entry::getKey)
                .filter(part -> part.side() == Side.SAGE_200 || part.isAll() || OF_SHIPMENTS.contains(part.name()))
                .map(part -> part.side() == Side.SAGE_200
                        ? new Partner(Side.SAGE_200, part.name())
                        : Partner.all(Side.CENTRA))
                .collect(Collectors.toSet());
    }

    private Stream<Outage> current() {
        return lasting().map(entry -> entry.getValue().outage());
    }

    private Stream<Map.Entry<Part, Heard>> lasting() {
        Instant limit = clock.instant().minus(ASKED_WITHIN);
        return failing.entrySet().stream()
                .filter(entry ->
                        entry.getKey().isAll() || entry.getValue().last().isAfter(limit));
    }
}
