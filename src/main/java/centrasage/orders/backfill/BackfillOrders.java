package centrasage.orders.backfill;

import centrasage.centra.client.CentraOrders;
import centrasage.centra.client.OrderPage;
import centrasage.centra.client.RawOrder;
import centrasage.flow.DocumentVersion;
import centrasage.flow.TargetUnavailable;
import centrasage.mapping.MappingFaults;
import centrasage.orders.OrderSettings;
import centrasage.orders.PlanOrders;
import centrasage.orders.PlannedOrder;
import centrasage.orders.intake.Intake;
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
    private final BackfillTally tally = new BackfillTally();
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

    /** Makes the plan of a staged order. */
    interface Planning {
        PlannedOrder plan(Staged staged) throws Exception;

        /** The hash of the mappings that all plans of this run are made by. */
        String mappings() throws Exception;
    }

    /** What it reads: the orders, what they would become, and what they have become already. */
    record Sources(CentraOrders centra, Planning planning, Postings postings) {}

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
        this(new Sources(centra, by(planning), postings), record, counts, context, clock, settings);
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
    }

    private static Planning by(PlanOrders planning) {
        return new Planning() {
            @Override
            public PlannedOrder plan(Staged staged) throws Exception {
                return BackfillOrders.plan(planning, staged);
            }

            @Override
            public String mappings() throws MappingFaults {
                return planning.mappingsHash();
            }
        };
    }

    /** Of a company whose Sage cannot be read nothing is said: the person asks again. */
    private static PlannedOrder plan(PlanOrders planning, Staged staged) throws Exception {
        PlannedOrder planned = planning.processItem(staged);
        if (planned == null) {
            throw new TargetUnavailable("the Sage of the company of order " + staged.sourceKey()
                    + " cannot be read now: run the backfill again once it can");
        }
        return planned;
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
        boolean previews = previews();
        BackfillRange range = BackfillRange.of(text(from), text(to));
        checkSize(range);
        if (!previews) {
            record.begin(sources.planning().mappings());
        }
        if (range instanceof BackfillRange.Numbers numbers) {
            read(numbers, previews);
        } else if (range instanceof BackfillRange.Days days) {
            read(days, previews);
        }
        if (stopped) {
            return "STOPPED";
        }
        if (previews) {
            context.setExitStatus(tally.words());
        }
        return previews ? PREVIEW : "COMPLETED";
    }

    /** What is misspelt must not post anything. */
    private boolean previews() throws BackfillRefused {
        String asked = text(preview);
        return switch (asked) {
            case "", "true" -> true;
            case "false" -> false;
            default -> throw new BackfillRefused("preview = " + asked + " is neither true nor false");
        };
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    private void checkSize(BackfillRange range) throws TargetUnavailable, BackfillRefused {
        long count = range instanceof BackfillRange.Days days
                ? sources.centra().countMade(start(days), end(days))
                : ((BackfillRange.Numbers) range).count();
        if (count > settings.backfillMax()) {
            throw new BackfillRefused("from = " + text(from) + " to = " + text(to) + " is for " + count
                    + " orders, and orders.backfill-max is " + settings.backfillMax()
                    + ": nothing was read; ask for a smaller range, or raise the setting");
        }
    }

    private Instant start(BackfillRange.Days days) {
        return days.first().atStartOfDay(settings.rules().zone()).toInstant();
    }

    private Instant end(BackfillRange.Days days) {
        return days.last()
                .plusDays(1)
                .atStartOfDay(settings.rules().zone())
                .toInstant()
                .minusSeconds(1);
    }

    private void read(BackfillRange.Numbers numbers, boolean previews) throws Exception {
        int size = sources.centra().pageSize();
        for (long first = numbers.first(); first <= numbers.last() && !stopped; first += size) {
            take(sources.centra().numbered(first, Math.min(numbers.last(), first + size - 1)), previews);
        }
    }

    private void read(BackfillRange.Days days, boolean previews) throws Exception {
        String cursor = null;
        boolean more = true;
        while (more && !stopped) {
            OrderPage page = sources.centra().made(start(days), end(days), cursor);
            take(page, previews);
            cursor = page.endCursor();
            more = page.hasNextPage();
        }
    }

    private void take(OrderPage page, boolean previews) throws Exception {
        Map<String, Long> words = new HashMap<>();
        for (RawOrder order : page.orders()) {
            if (stopped) {
                break;
            }
            words.merge("read", 1L, Long::sum);
            Received received = Intake.received(order, clock.instant());
            if (previews) {
                preview(received);
            } else {
                words.merge(
                        record.record(
                                received,
                                planned(received).planned(),
                                sources.planning().mappings()),
                        1L,
                        Long::sum);
            }
        }
        if (previews) {
            words.putAll(tally.take());
        }
        counts.add(context.getExecutionId(), words);
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
                        0, version, received.updatedAt(), received.updatedAt(), Optional.of(received.text()), false));
    }

    @Override
    public void stop() {
        stopped = true;
    }
}
