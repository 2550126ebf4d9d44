package centrasage.console.mappings;

import centrasage.mapping.Mappings;
import centrasage.reconcile.mapping.Coverage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The coverage of the mappings that are looked at most, kept for a moment: a sheet may have as many rows as a shop has articles. */
@ApplicationScoped
class KnownCoverage {
    private static final Duration KEPT = Duration.ofSeconds(15);
    private static final int MAX = 8;

    private final Map<String, Kept> reports = new ConcurrentHashMap<>();
    private Coverage coverage;
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    KnownCoverage() {}

    @Inject
    KnownCoverage(Coverage coverage, Clock clock) {
        this.coverage = coverage;
        this.clock = clock;
    }

    private record Kept(Instant at, Coverage.Report report) {}

    Coverage.Report of(Mappings mappings) {
        Instant now = clock.instant();
        Kept kept = reports.get(mappings.version());
        if (kept == null || kept.at().plus(KEPT).isBefore(now)) {
            if (reports.size() >= MAX) {
                reports.clear();
            }
            kept = new Kept(now, coverage.of(mappings));
            reports.put(mappings.version(), kept);
        }
        return kept.report();
    }
}
