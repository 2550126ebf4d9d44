package centrasage.orders.backfill;

import centrasage.centra.client.CentraOrders;
import centrasage.centra.client.OrderPage;
import centrasage.centra.client.RawOrder;
import centrasage.flow.DocumentVersion;
import centrasage.orders.OrderSettings;
import centrasage.orders.intake.Intake;
import centrasage.orders.plan.PlanOrders;
import centrasage.orders.plan.PlannedOrder;
import centrasage.sync.runs.Failing;
import centrasage.sync.runs.RunCounts;
import centrasage.sync.staging.Received;
import centrasage.sync.staging.Staged;
import centrasage.sync.store.Postings;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The step {@code backfill}: the orders of a range, whenever they were last touched, are read from Centra and planned. In a
 * preview, which it is unless told otherwise, what would become of them is counted and nothing is kept; else each is recorded
 * behind today's trade. What {@code orders.from} leaves out is left out here too.
 */
@Named
@Dependent
public class BackfillOrders extends AbstractBatchlet {
    /** Tells the job that there is nothing to post. */
    static final String PREVIEW = "PREVIEW";

    private final Sources sources;
    private final BackfillRecord record;
    private final RunCounts counts;
    private final JobContext context;
    private final Clock clock;
    private final OrderSettings settings;
    private final BackfillReading reading;
    private final BackfillTally tally = new BackfillTally();
    /** Only of a run that keeps what it reads. */
    private Instant readAt = Instant.EPOCH;

    private volatile boolean stopped;

    @Inject
    @BatchProperty
    private @Nullable String from;

    @Inject
    @BatchProperty
    private @Nullable String to;

    @Inject
    @BatchProperty
    private @Nullable String preview;

    /** What it reads: the orders, what they would become, and what they have become already. */
    record Sources(CentraOrders centra, BackfillPlanning planning, Postings postings) {}

    @Inject
    BackfillOrders(
            CentraOrders centra,
            PlanOrders planning,
            BackfillRecord record,
            Postings postings,
            RunCounts counts,
            JobContext context,
            Clock clock,
            OrderSettings settings) {
        this(new Sources(centra, BackfillPlanning.by(planning), postings), record, counts, context, clock, settings);
    }

    BackfillOrders(
            Sources sources,
            BackfillRecord record,
            RunCounts counts,
            JobContext context,
            Clock clock,
            OrderSettings settings) {
        this.sources = sources;
        this.record = record;
        this.counts = counts;
        this.context = context;
        this.clock = clock;
        this.settings = settings;
        this.reading = new BackfillReading(sources.centra(), settings);
    }

    /** For tests: what the run's parameters are. */
    BackfillOrders asked(String first, String last, String whetherPreview) {
        from = first;
        to = last;
        preview = whetherPreview;
        return this;
    }

    /** @throws Exception when the range is refused, or Centra or the look-ups cannot be read: the run fails and says why */
    @Override
    public String process() throws Exception {
        return Failing.telling(context, this::backfill);
    }

    private String backfill() throws Exception {
        BackfillWish wish = BackfillWish.of(from, to, preview);
        reading.checkSize(wish);
        if (!wish.previews()) {
            readAt = record.begin(sources.planning().mappings());
        }
        reading.read(wish.range(), () -> stopped, page -> take(page, wish.previews()));
        if (stopped) {
            return "STOPPED";
        }
        counts.add(context.getExecutionId(), tally.missing(wish.range()));
        tally.words(wish, settings.postsNothing()).ifPresent(context::setExitStatus);
        return wish.previews() ? PREVIEW : "COMPLETED";
    }

    private void take(OrderPage page, boolean previews) throws Exception {
        Map<String, Long> words = new HashMap<>();
        for (RawOrder order : page.orders()) {
            if (stopped) {
                break;
            }
            tally.addRead();
            words.merge("read", 1L, Long::sum);
            Received received = Intake.received(order, clock.instant());
            if (previews) {
                preview(received);
            } else {
                words.merge(recorded(received), 1L, Long::sum);
            }
        }
        words.putAll(tally.take());
        counts.add(context.getExecutionId(), words);
    }

    private String recorded(Received received) throws Exception {
        return record.record(
                received,
                readAt,
                planned(received).planned(),
                sources.planning().mappings());
    }

    private void preview(Received received) throws Exception {
        boolean stays = sources.postings().of(received.sourceKey()).stream()
                .anyMatch(posting -> !posting.state().mayBeReplanned());
        if (stays) {
            tally.addKnown();
            return;
        }
        tally.add(planned(received));
    }

    /** From the text itself; which version it is becomes known once it is kept. */
    private PlannedOrder planned(Received received) throws Exception {
        DocumentVersion version = new DocumentVersion(Intake.KIND, received.sourceKey(), 0);
        return sources.planning()
                .plan(new Staged(
                        0,
                        version,
                        received.subject(),
                        received.updatedAt(),
                        received.updatedAt(),
                        Optional.of(received.text()),
                        false));
    }

    @Override
    public void stop() {
        stopped = true;
    }
}
