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
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.Config;

/** Which products of a Sage company are in which product groups, kept for a short time ({@code sage200.lookups-refresh}). */
@ApplicationScoped
public class SageProductGroups {
    private final Map<Wanted, Copy> copies = new ConcurrentHashMap<>();
    private SageReads reads;
    private Duration refreshAfter;
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    SageProductGroups() {}

    @Inject
    public SageProductGroups(Config config, SageReads reads, Clock clock) {
        this(reads, SageSettings.of(config).lookupsRefresh(), clock);
    }

    public SageProductGroups(SageReads reads, Duration refreshAfter, Clock clock) {
        this.reads = reads;
        this.refreshAfter = refreshAfter;
        this.clock = clock;
    }

    private record Wanted(String company, Set<String> codes) {}

    private record Copy(Map<String, String> groups, Instant readAt) {}

    /**
     * The groups of products by the products' codes, as far as they are among these; a group that Sage does not have is nobody's.
     *
     * @param codes in lower case
     * @throws TargetUnavailable when Sage cannot be asked now; an older copy is never passed off as a fresh one
     */
    public Map<String, String> ofProducts(String company, Set<String> codes) throws TargetUnavailable {
        Instant now = clock.instant();
        copies.values().removeIf(copy -> !now.isBefore(copy.readAt().plus(refreshAfter)));
        Wanted wanted = new Wanted(company, Set.copyOf(codes));
        Copy kept = copies.get(wanted);
        if (kept != null) {
            return kept.groups();
        }
        Map<String, String> groups = read(company, codes);
        copies.put(wanted, new Copy(groups, now));
        return groups;
    }

    private Map<String, String> read(String company, Set<String> codes) throws TargetUnavailable {
        try {
            Map<String, String> groups = new HashMap<>();
            for (JsonObject json : Pages.all(reads, company, "product_groups", Query.select("id,code"))) {
                Row group = new Row(json);
                String code = group.text("code").toLowerCase(Locale.ROOT);
                if (codes.contains(code)) {
                    products(company, group.id("id")).forEach(product -> groups.put(product, code));
                }
            }
            return Map.copyOf(groups);
        } catch (ReadFailed e) {
            throw e.unavailable();
        } catch (Row.Malformed e) {
            throw new TargetUnavailable("Sage 200's product groups cannot be read: " + e.getMessage(), e);
        }
    }

    private Iterable<String> products(String company, long group) throws ReadFailed {
        return Pages.all(reads, company, "products", Query.select("id,code").where("product_group_id eq " + group))
                .stream()
                .map(json -> new Row(json).text("code"))
                .toList();
    }
}
