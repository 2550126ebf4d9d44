package centrasage.payments.intake;

import centrasage.centra.client.CentraPayments;
import centrasage.centra.client.OrderPage;
import centrasage.centra.client.RawOrder;
import centrasage.flow.OrderName;
import centrasage.flow.PaymentNumber;
import centrasage.flow.TargetUnavailable;
import centrasage.payments.PaymentSettings;
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

/** The step {@code collect}: the payments of every order that Centra changed since the watermark are staged exactly as received. */
@Named
@Dependent
public class CollectPayments extends AbstractBatchlet {
    public static final String KIND = PaymentNumber.DOCUMENT;
    static final String WATERMARK = "centra-payments";

    private final CentraPayments centra;
    private final PaymentSettings settings;
    private final Collecting collecting;

    @Inject
    CollectPayments(
            CentraPayments centra,
            Staging staging,
            RunCounts counts,
            JobContext context,
            Clock clock,
            PaymentSettings settings) {
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
        OrderPage page = centra.page(from, afterCursor);
        Instant fallback = collecting.changedBy(page.sentAt());
        return new ChangesSince.Page(
                page.orders().stream().map(raw -> received(raw, fallback)).toList(),
                page.endCursor(),
                page.hasNextPage(),
                page.sentAt());
    }

    /** Kept under the key of its order, and erased with it. */
    private static Received received(RawOrder order, Instant fallback) {
        return new Received(
                Long.toString(order.number()),
                OrderName.of(order.number()),
                Objects.requireNonNullElse(order.updatedAt(), fallback),
                order.text(),
                order.content());
    }

    @Override
    public void stop() {
        collecting.stop();
    }
}
