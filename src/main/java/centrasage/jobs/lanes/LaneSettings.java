package centrasage.jobs.lanes;

import centrasage.sync.posting.Patience;
import centrasage.sync.posting.Retries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the operator decided about posting. */
@ApplicationScoped
public class LaneSettings {
    private int lanes;
    private Patience patience;
    private boolean preview;

    @SuppressWarnings("NullAway.Init")
    LaneSettings() {}

    @Inject
    LaneSettings(
            @ConfigProperty(name = "posting.lanes") int lanes,
            @ConfigProperty(name = "posting.lease") Duration lease,
            @ConfigProperty(name = "sage200.in-doubt-settle") Duration settle,
            @ConfigProperty(name = "sage200.clock-skew") Duration skew,
            @ConfigProperty(name = "posting.mode") String mode,
            @ConfigProperty(name = "posting.lock-retry") String lockRetry,
            ProbeSettings probes) {
        this.lanes = lanes;
        this.preview = mode.equals("preview");
        List<Duration> delays = Arrays.stream(lockRetry.split(",", -1))
                .map(String::trim)
                .map(Duration::parse)
                .toList();
        Retries retries = new Retries(delays, new SecureRandom());
        this.patience = new Patience(lease, settle, skew, retries, probes.probing(retries), probes.parked());
    }

    public int lanes() {
        return lanes;
    }

    public Duration lease() {
        return patience.lease();
    }

    /** How long a late commit in Sage can take. */
    public Duration settle() {
        return patience.settle();
    }

    /** Everything is planned and nothing is written to Sage or Centra. */
    public boolean preview() {
        return preview;
    }

    Patience patience() {
        return patience;
    }
}
