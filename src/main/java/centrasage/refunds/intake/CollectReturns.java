package centrasage.refunds.intake;

import centrasage.centra.client.CentraReturns;
import centrasage.centra.client.RawReturn;
import centrasage.centra.client.ReturnPage;
import centrasage.flow.OrderName;
import centrasage.flow.ReturnNumber;
import centrasage.flow.TargetUnavailable;
import centrasage.refunds.RefundSettings;
import centrasage.sync.collect.Collecting;
import centrasage.sync.runs.Failing;
import centrasage.sync.runs.RunCounts;
import centrasage.sync.staging.ChangesSince;
import centrasage.sync.staging.Received;
import centrasage.sync.staging.Staging;
import centrasage.sync.store.Postings;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The step {@code collect}: returns are staged exactly as received. Those that were made since the watermark come first; then, by id,
 * those of late that are not in the books yet, because Centra tells of no return when it was changed; and once a day all that were made
 * lately, for what was entered with an earlier moment or opened again, and those that have not been completed for long.
 */
@Named
@Dependent
public class CollectReturns extends AbstractBatchlet {
    public static final String KIND = "returns";
    static final String WATERMARK = "centra-returns";
    static final String LOOKED_BACK = "centra-returns-looked-back";

    private static final Duration BETWEEN_LOOKS = Duration.ofDays(1);

    private final CentraReturns centra;
    private final Staging staging;
    private final RefundSettings settings;
    private final JobContext context;
    private final Clock clock;
    private final Collecting collecting;
    private final ReturnsById byId;
    private final OpenReturns open;

    @Inject
    CollectReturns(
            CentraReturns centra,
            Staging staging,
            Postings postings,
            RunCounts counts,
            JobContext context,
            Clock clock,
            RefundSettings settings) {
        this.centra = centra;
        this.staging = staging;
        this.settings = settings;
        this.context = context;
        this.clock = clock;
        this.collecting = new Collecting(staging, counts, context, clock);
        this.byId = new ReturnsById(centra, staging, clock, more -> counts.add(context.getExecutionId(), more));
        this.open = new OpenReturns(staging, postings);
    }

    @Override
    public String process() throws TargetUnavailable {
        String read = collecting.read(
                new ChangesSince.Window(KIND, WATERMARK, settings.firstMoment(), settings.overlap()), this::page);
        Failing.doing(context, () -> byId.read(open.keys(lately())));
        return isToLookBack() ? lookedBack() : read;
    }

    private boolean isToLookBack() {
        return staging.watermark(LOOKED_BACK)
                .filter(last -> last.plus(BETWEEN_LOOKS).isAfter(clock.instant()))
                .isEmpty();
    }

    /** The watermark moves with the window, so that a look that fails is made again. */
    private String lookedBack() throws TargetUnavailable {
        Failing.doing(context, () -> {
            byId.read(open.postedSince(lately()));
            byId.read(open.notCompletedSince(Instant.MIN));
        });
        return collecting.read(
                new ChangesSince.Window(KIND, LOOKED_BACK, settings.firstMoment(), settings.lookBack()), this::page);
    }

    private Instant lately() {
        return clock.instant().minus(settings.lookBack());
    }

    private ChangesSince.Page page(Instant from, @Nullable String afterCursor) throws TargetUnavailable {
        ReturnPage page = centra.page(from, afterCursor);
        Instant fallback = collecting.changedBy(page.sentAt());
        return new ChangesSince.Page(
                page.returns().stream().map(raw -> received(raw, fallback)).toList(),
                page.endCursor(),
                page.hasNextPage(),
                page.sentAt());
    }

    /** Kept under the key of its order, and erased with it. */
    static Received received(RawReturn raw, Instant fallback) {
        return new Received(
                ReturnNumber.of(raw.order(), raw.id()),
                OrderName.of(raw.order()),
                Objects.requireNonNullElse(raw.orderTouchedAt(), fallback),
                raw.text(),
                raw.content());
    }

    @Override
    public void stop() {
        collecting.stop();
        byId.stop();
    }
}
