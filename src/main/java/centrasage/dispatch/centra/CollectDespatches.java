package centrasage.dispatch.centra;

import centrasage.dispatch.DispatchSettings;
import centrasage.flow.TargetUnavailable;
import centrasage.mapping.InForce;
import centrasage.mapping.MappingFaults;
import centrasage.mapping.Mappings;
import centrasage.mapping.version.MappingVersions;
import centrasage.sage200.client.DespatchChanges;
import centrasage.sage200.client.RawDespatch;
import centrasage.sync.runs.Failing;
import centrasage.sync.runs.RunCounts;
import centrasage.sync.staging.ChangesSince;
import centrasage.sync.staging.Received;
import centrasage.sync.staging.Staging;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The step {@code collect}: every despatch that Sage 200 touched since the watermark is staged exactly as received, of each company
 * that has a warehouse which despatches there. A company that cannot be read keeps no other from being read.
 */
@Named
@Dependent
public class CollectDespatches extends AbstractBatchlet {
    public static final String KIND = "despatch";
    static final String WATERMARK = "sage-despatches/";

    private static final Logger LOG = Logger.getLogger(CollectDespatches.class.getName());

    private final DespatchChanges sage;
    private final MappingVersions versions;
    private final Staging staging;
    private final RunCounts counts;
    private final JobContext context;
    private final Clock clock;
    private final DispatchSettings settings;
    private volatile boolean stopped;

    @Inject
    CollectDespatches(
            DespatchChanges sage,
            MappingVersions versions,
            Staging staging,
            RunCounts counts,
            JobContext context,
            Clock clock,
            DispatchSettings settings) {
        this.sage = sage;
        this.versions = versions;
        this.staging = staging;
        this.counts = counts;
        this.context = context;
        this.clock = clock;
        this.settings = settings;
    }

    /** @throws TargetUnavailable when a company cannot be read: the run fails, and the next one begins at the same place */
    @Override
    public String process() throws TargetUnavailable, MappingFaults {
        List<String> companies = Failing.telling(context, this::companies);
        return Failing.telling(context, () -> collectAll(companies));
    }

    private String collectAll(List<String> companies) throws TargetUnavailable {
        TargetUnavailable failure = null;
        for (String company : companies) {
            try {
                collect(company);
            } catch (TargetUnavailable e) {
                LOG.log(Level.WARNING, e, () -> "despatches of Sage company " + company + " cannot be read");
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
        return stopped ? "STOPPED" : "COMPLETED";
    }

    private List<String> companies() throws MappingFaults {
        Mappings mappings = versions.current().mappings();
        InForce today = mappings.on(LocalDate.ofInstant(clock.instant(), settings.zone()));
        return mappings.companies().stream().filter(today::despatchesInSage).toList();
    }

    private void collect(String company) throws TargetUnavailable {
        ChangesSince.Window window =
                new ChangesSince.Window(KIND, WATERMARK + company, settings.firstMoment(), settings.overlapOfSage());
        new ChangesSince(staging, clock, window)
                .read((from, after) -> page(company, from, after), () -> stopped, this::count);
    }

    private ChangesSince.Page page(String company, Instant from, @Nullable String after) throws TargetUnavailable {
        DespatchChanges.Page page = sage.page(company, from, after == null ? 0 : Integer.parseInt(after));
        Instant fallback = clock.instant();
        return new ChangesSince.Page(
                page.despatches().stream().map(raw -> received(raw, fallback)).toList(),
                page.next() == null ? null : Integer.toString(page.next()),
                page.next() != null,
                null);
    }

    /** Kept under the key of its order, and erased with it. */
    static Received received(RawDespatch despatch, Instant fallback) {
        return new Received(
                despatch.key(),
                despatch.order(),
                Objects.requireNonNullElse(despatch.updatedAt(), fallback),
                despatch.text(),
                despatch.content());
    }

    private void count(Map<String, Long> more) {
        counts.add(context.getExecutionId(), more);
    }

    @Override
    public void stop() {
        stopped = true;
    }
}
