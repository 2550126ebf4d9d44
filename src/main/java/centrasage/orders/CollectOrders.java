package centrasage.orders;

import centrasage.centra.client.CentraOrders;
import centrasage.centra.client.OrderPage;
import centrasage.centra.client.RawOrder;
import centrasage.flow.OrderName;
import centrasage.flow.TargetUnavailable;
import centrasage.sync.runs.Failing;
import centrasage.sync.runs.RunCounts;
import centrasage.sync.staging.Received;
import centrasage.sync.staging.Staging;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The step {@code collect}: every order that Centra changed since the watermark is staged exactly as received, a page at a
 * time. The watermark moves with the last page only, to the moment at which the run began, by Centra's clock
 * or ours, whichever is earlier, so that a failed run is simply
 * read again; what did not change is not staged twice.
 */
@Named
@Dependent
public class CollectOrders extends AbstractBatchlet {
    static final String KIND = "order";
    static final String WATERMARK = "centra-orders";

    private final CentraOrders centra;
    private final Staging staging;
    private final RunCounts counts;
    private final JobContext context;
    private final Clock clock;
    private final OrderSettings settings;
    private volatile boolean stopped;

    @Inject
    CollectOrders(
            CentraOrders centra,
            Staging staging,
            RunCounts counts,
            JobContext context,
            Clock clock,
            OrderSettings settings) {
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
        Instant readTo = clock.instant();
        Instant from = staging.watermark(WATERMARK)
                .map(mark -> mark.minus(settings.overlap()))
                .orElseGet(settings::firstMoment);
        String cursor = null;
        boolean more = true;
        while (more && !stopped) {
            OrderPage page = centra.page(from, cursor);
            readTo = earlier(readTo, page.sentAt());
            stage(page, readTo);
            cursor = page.endCursor();
            more = page.hasNextPage();
        }
        return stopped ? "STOPPED" : "COMPLETED";
    }

    /** The window is Centra's: a clock of ours that is fast would leave out what changes until then. */
    private static Instant earlier(Instant ours, @Nullable Instant centras) {
        return centras != null && centras.isBefore(ours) ? centras : ours;
    }

    private void stage(OrderPage page, Instant readTo) {
        List<Received> received =
                page.orders().stream().map(order -> received(order, readTo)).toList();
        int changed =
                page.hasNextPage() ? staging.stage(KIND, received) : staging.stage(KIND, received, WATERMARK, readTo);
        counts.add(context.getExecutionId(), Map.of("read", (long) received.size(), "new or changed", (long) changed));
    }

    static Received received(RawOrder order, Instant fallback) {
        String number = Long.toString(order.number());
        Instant updated = Objects.requireNonNullElse(order.updatedAt(), fallback);
        return new Received(number, OrderName.of(number), updated, order.text());
    }

    @Override
    public void stop() {
        stopped = true;
    }
}
