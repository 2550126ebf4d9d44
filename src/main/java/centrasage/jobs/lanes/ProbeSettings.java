package centrasage.jobs.lanes;

import centrasage.sync.posting.Probing;
import centrasage.sync.posting.Retries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the operator decided about what is locked or parked. */
@ApplicationScoped
public class ProbeSettings {
    private Duration often;
    private Duration oftenFor;
    private Duration rarely;
    private int perMinuteMax;
    private Duration parked;

    @SuppressWarnings("NullAway.Init")
    ProbeSettings() {}

    @Inject
    ProbeSettings(
            @ConfigProperty(name = "posting.lock-probe") Duration often,
            @ConfigProperty(name = "posting.lock-probe-for") Duration oftenFor,
            @ConfigProperty(name = "posting.lock-probe-slow") Duration rarely,
            @ConfigProperty(name = "posting.lock-probes-per-minute") int perMinuteMax,
            @ConfigProperty(name = "posting.parked-retry") Duration parked) {
        this.often = often;
        this.oftenFor = oftenFor;
        this.rarely = rarely;
        this.perMinuteMax = perMinuteMax;
        this.parked = parked;
    }

    Probing probing(Retries retries) {
        return new Probing(retries, often, oftenFor, rarely, perMinuteMax);
    }

    Duration parked() {
        return parked;
    }
}
