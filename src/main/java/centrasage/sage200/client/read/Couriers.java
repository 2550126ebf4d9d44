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

/** The couriers of each company by their names, in either case; kept for a short time ({@code sage200.lookups-refresh}). */
@ApplicationScoped
public class Couriers {
    private Shelves<Map<String, Long>> ids;

    @SuppressWarnings("NullAway.Init")
    Couriers() {}

    @Inject
    public Couriers(Config config, SageReads reads, Clock clock) {
        this(reads, SageSettings.of(config).lookupsRefresh(), clock);
    }

    public Couriers(SageReads reads, Duration refreshAfter, Clock clock) {
        this.ids = new Shelves<>(company -> Ids.read(reads, company, "couriers", "name"), refreshAfter, clock);
    }

    /**
     * The id of the courier of this name; empty where the company has none.
     *
     * @throws TargetUnavailable when Sage cannot be asked
     */
    public Optional<Long> id(String company, String name) throws TargetUnavailable {
        return name.isBlank()
                ? Optional.empty()
                : Optional.ofNullable(ids.of(company).get(name.strip()));
    }
}
