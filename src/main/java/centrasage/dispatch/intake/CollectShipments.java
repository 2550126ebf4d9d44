package centrasage.dispatch.intake;

import centrasage.centra.client.CentraShipments;
import centrasage.centra.client.RawShipment;
import centrasage.centra.client.ShipmentPage;
import centrasage.dispatch.DispatchSettings;
import centrasage.flow.OrderName;
import centrasage.flow.TargetUnavailable;
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
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The step {@code collect}: every shipment that Centra changed since the watermark is staged exactly as received. */
@Named
@Dependent
public class CollectShipments extends AbstractBatchlet {
    public static final String KIND = "shipment";
    static final String WATERMARK = "centra-shipments";

    private final CentraShipments centra;
    private final Staging staging;
    private final RunCounts counts;
    private final JobContext context;
    private final Clock clock;
    private final DispatchSettings settings;
    private volatile boolean stopped;

    @Inject
    CollectShipments(
            CentraShipments centra,
            Staging staging,
            RunCounts counts,
            JobContext context,
            Clock clock,
            DispatchSettings settings) {
        this.centra = centra;
        this.staging = staging;
        this.counts = counts;
        this.context = context;
        this.clock = clock;
        this.settings = settings;
    }

    /** @throws TargetUnavailable when Centra cannot be read: the run fails, and the next one begins at the same place */
    @Override
    public String process() throws TargetUnavailable {
        return Failing.telling(context, this::collect);
    }

    private String collect() throws TargetUnavailable {
        ChangesSince.Window window =
                new ChangesSince.Window(KIND, WATERMARK, settings.firstMoment(), settings.overlap());
        new ChangesSince(staging, clock, window).read(this::page, () -> stopped, this::count);
        return stopped ? "STOPPED" : "COMPLETED";
    }

    private ChangesSince.Page page(Instant from, @Nullable String afterCursor) throws TargetUnavailable {
        ShipmentPage page = centra.page(from, afterCursor);
        Instant fallback = Objects.requireNonNullElseGet(page.sentAt(), clock::instant);
        return new ChangesSince.Page(
                page.shipments().stream().map(raw -> received(raw, fallback)).toList(),
                page.endCursor(),
                page.hasNextPage(),
                page.sentAt());
    }

    /** Kept under the key of its order, and erased with it. */
    static Received received(RawShipment shipment, Instant fallback) {
        return new Received(
                shipment.number(),
                OrderName.of(shipment.order()),
                Objects.requireNonNullElse(shipment.updatedAt(), fallback),
                shipment.text(),
                shipment.content());
    }

    private void count(Map<String, Long> more) {
        counts.add(context.getExecutionId(), more);
    }

    @Override
    public void stop() {
        stopped = true;
    }
}
