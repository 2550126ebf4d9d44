package centrasage.sage200.client.read;

import centrasage.flow.TargetUnavailable;
import centrasage.sage200.client.wire.Row;
import centrasage.sage200.client.wire.SageSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.config.Config;

/** The couriers of each company by their names, in either case; kept for a short time ({@code sage200.lookups-refresh}). */
@ApplicationScoped
public class Couriers {
    private static final String RESOURCE = "couriers";

    private final Map<String, Kept> kept = new HashMap<>();
    private SageReads reads;
    private Duration refreshAfter;
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    Couriers() {}

    @Inject
    public Couriers(Config config, SageReads reads, Clock clock) {
        this(reads, SageSettings.of(config).lookupsRefresh(), clock);
    }

    public Couriers(SageReads reads, Duration refreshAfter, Clock clock) {
        this.reads = reads;
        this.refreshAfter = refreshAfter;
        this.clock = clock;
    }

    private record Kept(Map<String, Long> ids, Instant until) {}

    /**
     * The id of the courier of this name; empty where the company has none.
     *
     * @throws TargetUnavailable when Sage cannot be asked
     */
    public synchronized Optional<Long> id(String company, String name) throws TargetUnavailable {
        if (name.isBlank()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Kept known = kept.get(company);
        if (known == null || !known.until().isAfter(now)) {
            known = new Kept(read(company), now.plus(refreshAfter));
            kept.put(company, known);
        }
        return Optional.ofNullable(known.ids().get(name.strip()));
    }

    private Map<String, Long> read(String company) throws TargetUnavailable {
        Map<String, Long> ids = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        try {
            for (JsonObject json : Pages.all(reads, company, RESOURCE, Query.select("id,name"))) {
                Row row = new Row(json);
                ids.put(row.text("name"), row.id("id"));
            }
            return ids;
        } catch (ReadFailed e) {
            throw e.unavailable();
        } catch (Row.Malformed e) {
            throw new TargetUnavailable("Sage 200's couriers cannot be read: " + e.getMessage(), e);
        }
    }
}
