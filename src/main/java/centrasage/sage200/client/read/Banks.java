package centrasage.sage200.client.read;

import centrasage.flow.TargetUnavailable;
import centrasage.sage200.client.wire.SageSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** The banks of each company by their codes, in either case; kept for a short time ({@code sage200.lookups-refresh}). */
@ApplicationScoped
public class Banks {
    private Shelves<Map<String, Long>> ids;

    @SuppressWarnings("NullAway.Init")
    Banks() {}

    @Inject
    public Banks(Config config, SageReads reads, Clock clock) {
        this(reads, SageSettings.of(config).lookupsRefresh(), clock);
    }

    public Banks(SageReads reads, Duration refreshAfter, Clock clock) {
        this.ids = new Shelves<>(company -> Ids.read(reads, company, "banks", "code"), refreshAfter, clock);
    }

    /**
     * The id of the bank of this code; empty where the company has none.
     *
     * @throws TargetUnavailable when Sage cannot be asked
     */
    public Optional<Long> id(String company, String code) throws TargetUnavailable {
        return Optional.ofNullable(ids.of(company).get(code.strip()));
    }
}
