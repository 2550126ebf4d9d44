package centrasage.refunds.intake;

import centrasage.centra.OrderPayments;
import centrasage.centra.OrderPaymentsJson;
import centrasage.flow.PaymentNumber;
import centrasage.flow.TargetUnavailable;
import centrasage.refunds.RefundSettings;
import centrasage.sync.collect.Collecting;
import centrasage.sync.runs.RunCounts;
import centrasage.sync.staging.ChangesSince;
import centrasage.sync.staging.Received;
import centrasage.sync.staging.Staged;
import centrasage.sync.staging.Staging;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The step {@code collect-refunds}: the payments of each order that has refunds without a return are kept once more for this flow, as
 * they were staged. Whether they are planned, or the flow of the payments runs at all, does not matter. Once a day
 * those of the look-back are gone through again, for what could not be read or decrypted and can be by now.
 */
@Named
@Dependent
public class CollectRefunds extends AbstractBatchlet {
    public static final String KIND = PaymentNumber.REFUNDS;
    static final String WATERMARK = "refunds-in-payments";
    static final String LOOKED_BACK = "refunds-in-payments-looked-back";

    private static final Duration BETWEEN_LOOKS = Duration.ofDays(1);
    private static final int PAGE = 200;

    private final Staging staging;
    private final RefundSettings settings;
    private final Clock clock;
    private final Collecting collecting;

    @Inject
    CollectRefunds(Staging staging, RunCounts counts, JobContext context, Clock clock, RefundSettings settings) {
        this.staging = staging;
        this.settings = settings;
        this.clock = clock;
        this.collecting = new Collecting(staging, counts, context, clock);
    }

    @Override
    public String process() throws TargetUnavailable {
        String read = read(WATERMARK, settings.overlap());
        return isToLookBack() ? read(LOOKED_BACK, settings.lookBack()) : read;
    }

    private String read(String watermark, Duration overlap) throws TargetUnavailable {
        return collecting.read(new ChangesSince.Window(KIND, watermark, Instant.EPOCH, overlap), this::page);
    }

    private boolean isToLookBack() {
        return staging.watermark(LOOKED_BACK)
                .filter(last -> last.plus(BETWEEN_LOOKS).isAfter(clock.instant()))
                .isEmpty();
    }

    /** The clock is that of the store, by which what was staged is dated. */
    private ChangesSince.Page page(Instant from, @Nullable String afterCursor) {
        Instant readAt = staging.readingBegins();
        long after = afterCursor == null ? 0 : Long.parseLong(afterCursor);
        List<Staged> payments = staging.stagedSince(PaymentNumber.DOCUMENT, from, after, PAGE);
        Set<String> known =
                staging.received(KIND, payments.stream().map(Staged::sourceKey).toList());
        return new ChangesSince.Page(
                payments.stream()
                        .flatMap(staged -> received(staged, known).stream())
                        .toList(),
                payments.isEmpty()
                        ? null
                        : Long.toString(payments.get(payments.size() - 1).id()),
                payments.size() == PAGE,
                readAt);
    }

    /** What had such a refund once is kept whatever became of it. */
    private static Optional<Received> received(Staged staged, Set<String> known) {
        return staged.text()
                .filter(text -> known.contains(staged.sourceKey()) || holdsOne(text))
                .map(text -> new Received(staged.sourceKey(), staged.subject(), staged.sourceUpdatedAt(), text));
    }

    private static boolean holdsOne(String text) {
        return OrderPaymentsJson.parse(text)
                .match(
                        readable -> readable.document().entries().stream()
                                .anyMatch(OrderPayments.Entry::isRefundWithoutReturn),
                        unreadable -> false);
    }

    @Override
    public void stop() {
        collecting.stop();
    }
}
