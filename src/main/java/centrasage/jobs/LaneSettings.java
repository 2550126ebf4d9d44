package centrasage.jobs;

import centrasage.sync.Retries;
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
    private Duration lease;
    private Duration settle;
    private boolean preview;
    private Retries retries;

    @SuppressWarnings("NullAway.Init")
    LaneSettings() {}

    @Inject
    LaneSettings(
            @ConfigProperty(name = "posting.lanes") int lanes,
            @ConfigProperty(name = "posting.lease") Duration lease,
            @ConfigProperty(name = "sage200.in-doubt-settle") Duration settle,
            @ConfigProperty(name = "posting.mode") String mode,
            @ConfigProperty(name = "posting.lock-retry") String lockRetry) {
        this.lanes = lanes;
        this.lease = lease;
        this.settle = settle;
        this.preview = mode.equals("preview");
        List<Duration> delays = Arrays.stream(lockRetry.split(",", -1))
                .map(String::trim)
                .map(Duration::parse)
                .toList();
        this.retries = new Retries(delays, new SecureRandom());
    }

    public int lanes() {
        return lanes;
    }

    public Duration lease() {
        return lease;
    }

    /** How long a late commit in Sage can take. */
    public Duration settle() {
        return settle;
    }

    /** Everything is planned and nothing is written to Sage or Centra. */
    public boolean preview() {
        return preview;
    }

    Retries retries() {
        return retries;
    }
}
