package centrasage.orders.intake;

import centrasage.centra.client.CentraOrders;
import centrasage.centra.client.OrderPage;
import centrasage.flow.TargetUnavailable;
import centrasage.orders.OrderSettings;
import centrasage.sync.runs.Failing;
import centrasage.sync.runs.RunCounts;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The step {@code collect}: what Centra's event queue names, and every order that Centra changed since the watermark, is
 * staged exactly as received, a page at a time. The event queue only makes it quicker, so that whatever is wrong with it
 * keeps nothing from being read. The watermark moves with the last page only, to the moment at which the run began, by Centra's clock
 * or ours, whichever is earlier, so that a failed run is simply
 * read again; what did not change is not staged twice.
 */
@Named
@Dependent
public class CollectOrders extends AbstractBatchlet {
    static final String KIND = Intake.KIND;
    static final String WATERMARK = "centra-orders";

    private static final Logger LOG = Logger.getLogger(CollectOrders.class.getName());

    private final CentraOrders centra;
    private final EventQueue events;
    private final Intake intake;
    private final RunCounts counts;
    private final JobContext context;
    private final Clock clock;
    private final OrderSettings settings;
    private volatile boolean stopped;

    @Inject
    CollectOrders(
            CentraOrders centra,
            EventQueue events,
            Intake intake,
            RunCounts counts,
            JobContext context,
            Clock clock,
            OrderSettings settings) {
        this.centra = centra;
        this.events = events;
        this.intake = intake;
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
        Instant readTo = clock.instant();
        Instant from = intake.watermark(WATERMARK)
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
    }

    /** The window is Centra's: a clock of ours that is fast would leave out what changes until then. */
    private static Instant earlier(Instant ours, @Nullable Instant centras) {
        return centras != null && centras.isBefore(ours) ? centras : ours;
    }

    private void stage(OrderPage page, Instant readTo) {
        int changed = page.hasNextPage()
                ? intake.stage(page.orders(), readTo)
                : intake.stage(page.orders(), WATERMARK, readTo);
        count(Map.of("read", (long) page.orders().size(), "new or changed", (long) changed));
    }

    private void count(Map<String, Long> more) {
        counts.add(context.getExecutionId(), more);
    }

    @Override
    public void stop() {
        stopped = true;
    }
}
