package centrasage.orders.intake;

import centrasage.centra.client.CentraOrders;
import centrasage.centra.client.OrderPage;
import centrasage.flow.OrderName;
import centrasage.flow.TargetUnavailable;
import centrasage.orders.OrderSettings;
import centrasage.sync.runs.Failing;
import centrasage.sync.runs.RunCounts;
import centrasage.sync.staging.ChangesSince;
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
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The step {@code collect}: what Centra's event queue names, and every order that Centra changed since the watermark, is
 * staged exactly as received: {@link ChangesSince}. The event queue only makes it quicker, so that whatever is wrong with it
 * keeps nothing from being read.
 */
@Named
@Dependent
public class CollectOrders extends AbstractBatchlet {
    static final String KIND = Intake.KIND;
    static final String WATERMARK = OrderName.READ_TO;

    private static final Logger LOG = Logger.getLogger(CollectOrders.class.getName());

    private final CentraOrders centra;
    private final EventQueue events;
    private final Staging staging;
    private final RunCounts counts;
    private final JobContext context;
    private final Clock clock;
    private final OrderSettings settings;
    private volatile boolean stopped;

    @Inject
    CollectOrders(
            CentraOrders centra,
            EventQueue events,
            Staging staging,
            RunCounts counts,
            JobContext context,
            Clock clock,
            OrderSettings settings) {
        this.centra = centra;
        this.events = events;
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
        drainEvents();
        readWindow();
        return stopped ? "STOPPED" : "COMPLETED";
    }

    private void drainEvents() {
        try {
            events.drain(() -> stopped, this::count);
        } catch (TargetUnavailable e) {
            LOG.warning(() -> "Centra's event queue was not read to its end; what changed is read all the same. "
                    + e.getMessage());
            count(Map.of("event queue not read", 1L));
        }
    }

    private void readWindow() throws TargetUnavailable {
        ChangesSince.Window window =
                new ChangesSince.Window(KIND, WATERMARK, settings.firstMoment(), settings.overlap());
        new ChangesSince(staging, clock, window).read(this::page, () -> stopped, this::count);
    }

    private ChangesSince.Page page(Instant from, @Nullable String afterCursor) throws TargetUnavailable {
        OrderPage page = centra.page(from, afterCursor);
        Instant fallback = Objects.requireNonNullElseGet(page.sentAt(), clock::instant);
        return new ChangesSince.Page(
                Intake.received(page.orders(), fallback), page.endCursor(), page.hasNextPage(), page.sentAt());
    }

    private void count(Map<String, Long> more) {
        counts.add(context.getExecutionId(), more);
    }

    @Override
    public void stop() {
        stopped = true;
    }
}
