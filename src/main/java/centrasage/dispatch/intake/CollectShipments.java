package centrasage.dispatch.intake;

import centrasage.centra.client.CentraShipments;
import centrasage.centra.client.RawShipment;
import centrasage.centra.client.ShipmentPage;
import centrasage.dispatch.DispatchSettings;
import centrasage.flow.OrderName;
import centrasage.flow.TargetUnavailable;
import centrasage.sync.collect.Collecting;
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
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The step {@code collect}: every shipment that Centra changed since the watermark is staged exactly as received. */
@Named
@Dependent
public class CollectShipments extends AbstractBatchlet {
    public static final String KIND = "shipment";
    static final String WATERMARK = "centra-shipments";

    private final CentraShipments centra;
    private final DispatchSettings settings;
    private final Collecting collecting;

    @Inject
    CollectShipments(
            CentraShipments centra,
            Staging staging,
            RunCounts counts,
            JobContext context,
            Clock clock,
            DispatchSettings settings) {
        this.centra = centra;
        this.settings = settings;
        this.collecting = new Collecting(staging, counts, context, clock);
    }

    @Override
    public String process() throws TargetUnavailable {
        return collecting.read(
                new ChangesSince.Window(KIND, WATERMARK, settings.firstMoment(), settings.overlap()), this::page);
    }

    private ChangesSince.Page page(Instant from, @Nullable String afterCursor) throws TargetUnavailable {
        ShipmentPage page = centra.page(from, afterCursor);
        Instant fallback = collecting.changedBy(page.sentAt());
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

    @Override
    public void stop() {
        collecting.stop();
    }
}
