package centrasage.payments.invoice;

import centrasage.flow.TargetUnavailable;
import centrasage.payments.PaymentSettings;
import centrasage.sage200.client.SageInvoices;
import centrasage.sync.ledger.OpenItem;
import centrasage.sync.runs.Failing;
import centrasage.sync.runs.RunCounts;
import centrasage.sync.staging.ChangesSince;
import centrasage.sync.staging.Staging;
import centrasage.sync.store.PostedDocuments;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The step {@code collect-invoices}: every invoice that was posted to the sales ledger since the watermark is known by its order
 * afterwards, and every credit note of a sales return of ours, in each company that orders were posted to. A company that cannot be read keeps no other from being read.
 */
@Named
@Dependent
public class CollectInvoices extends AbstractBatchlet {
    static final String WATERMARK = "sage-invoices/";

    /** Their orders are locked while they are kept. */
    private static final int AT_ONCE = 100;

    private static final Logger LOG = Logger.getLogger(CollectInvoices.class.getName());

    private final SageInvoices sage;
    private final InvoiceOrders orders;
    private final ReturnCredits returns;
    private final TakeInvoices taken;
    private final PostedDocuments posted;
    private final Staging staging;
    private final RunCounts counts;
    private final JobContext context;
    private final Clock clock;
    private final PaymentSettings settings;
    private volatile boolean stopped;

    @Inject
    CollectInvoices(
            SageInvoices sage,
            InvoiceOrders orders,
            ReturnCredits returns,
            TakeInvoices taken,
            PostedDocuments posted,
            Staging staging,
            RunCounts counts,
            JobContext context,
            Clock clock,
            PaymentSettings settings) {
        this.sage = sage;
        this.orders = orders;
        this.returns = returns;
        this.taken = taken;
        this.posted = posted;
        this.staging = staging;
        this.counts = counts;
        this.context = context;
        this.clock = clock;
        this.settings = settings;
    }

    /** @throws TargetUnavailable when a company cannot be read: the run fails, and the next one begins at the same place */
    @Override
    public String process() throws TargetUnavailable {
        return Failing.telling(context, this::collectAll);
    }

    private String collectAll() throws TargetUnavailable {
        TargetUnavailable failure = null;
        for (String company : posted.companies(LocalDate.EPOCH)) {
            try {
                collect(company);
            } catch (TargetUnavailable e) {
                LOG.log(Level.WARNING, e, () -> "invoices of Sage company " + company + " cannot be read");
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
        return stopped ? "STOPPED" : "COMPLETED";
    }

    /** Nothing is staged: a posted invoice never changes, and what is kept of it has no person in it. */
    private void collect(String company) throws TargetUnavailable {
        ChangesSince.Window window = new ChangesSince.Window(
                "invoice", WATERMARK + company, settings.firstMoment(), settings.overlapOfSage());
        new ChangesSince(staging, clock, window)
                .read((from, after) -> page(company, from, after), () -> stopped, staged -> {});
    }

    private ChangesSince.Page page(String company, Instant from, @Nullable String after) throws TargetUnavailable {
        SageInvoices.Page page = sage.page(company, from, after == null ? 0 : Integer.parseInt(after));
        Sorted sorted = orders.sort(company, page.invoices());
        counts.add(
                context.getExecutionId(),
                Map.of(
                        "invoices seen",
                        take(sorted),
                        "credits of returns seen",
                        takeCredits(returns.sort(company, page.credits())),
                        "invoices of several orders",
                        (long) sorted.unclear().size(),
                        "invoices of no order of ours",
                        (long) sorted.others()));
        return new ChangesSince.Page(
                List.of(), page.next() == null ? null : Integer.toString(page.next()), page.next() != null, null);
    }

    /** A page again after a failure changes nothing: what is known is known. */
    private long take(Sorted sorted) {
        taken.tell(sorted.unclear());
        long fresh = 0;
        for (int from = 0; from < sorted.ours().size(); from += AT_ONCE) {
            fresh += taken.take(sorted.ours()
                    .subList(from, Math.min(from + AT_ONCE, sorted.ours().size())));
        }
        return fresh;
    }

    private long takeCredits(List<OpenItem> credits) {
        long fresh = 0;
        for (int from = 0; from < credits.size(); from += AT_ONCE) {
            fresh += taken.takeCredits(credits.subList(from, Math.min(from + AT_ONCE, credits.size())));
        }
        return fresh;
    }

    @Override
    public void stop() {
        stopped = true;
    }
}
