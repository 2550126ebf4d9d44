package centrasage.settlements.plan;

import centrasage.flow.TargetUnavailable;
import centrasage.mapping.InForce;
import centrasage.money.Money;
import centrasage.sage200.ledger.BankEntryJson;
import centrasage.sage200.ledger.BankTransferJson;
import centrasage.settlements.file.LineKind;
import centrasage.settlements.store.BatchState;
import centrasage.settlements.store.LineState;
import centrasage.settlements.store.SettlementBatch;
import centrasage.settlements.store.SettlementBatches;
import centrasage.settlements.store.SettlementLines;
import centrasage.sync.database.Atomic;
import centrasage.sync.plans.DatedPlans;
import centrasage.sync.plans.DocumentDays;
import centrasage.sync.plans.PlannedDocument;
import centrasage.sync.posting.Planned;
import centrasage.sync.posting.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Gives the planner what the store knows of a batch, and records what it says. */
@ApplicationScoped
public class PlanBatch {
    private static final int PAYOUTS_MAX = 10_000;

    private final SettlementPlanner planner = new SettlementPlanner(BankEntryJson::write, BankTransferJson::write);
    private SettlementBatches batches;
    private SettlementLines lines;
    private DatedPlans dates;
    private DocumentDays days;
    private Store store;

    @SuppressWarnings("NullAway.Init")
    PlanBatch() {}

    @Inject
    public PlanBatch(
            SettlementBatches batches, SettlementLines lines, DatedPlans dates, DocumentDays days, Store store) {
        this.batches = batches;
        this.lines = lines;
        this.dates = dates;
        this.days = days;
        this.store = store;
    }

    /**
     * Plans all that is posted for it; what is posted already stays as it is.
     *
     * @param fallback its day, where no line of it says one
     * @throws TargetUnavailable when Sage cannot be asked which periods are open
     */
    public void plan(SettlementBatch batch, String company, LocalDate fallback, InForce mappings)
            throws TargetUnavailable {
        ToPost toPost = toPost(batch, company, fallback);
        PlannedDocument dated = dates.dated(new PlannedDocument(0, null, planner.plan(toPost, mappings)));
        record(batch, company, dated);
    }

    /** In one transaction; nothing where a person has chosen another day for one of them meanwhile: the next run plans it. */
    @Atomic(alone = true)
    public void record(SettlementBatch batch, String company, PlannedDocument planned) {
        List<String> keys =
                planned.plans().stream().map(each -> each.key().sourceKey()).toList();
        if (!keys.isEmpty()) {
            store.lock(keys);
        }
        if (!planned.days().stream().allMatch(days::stands)) {
            return;
        }
        for (Planned each : planned.plans()) {
            store.record(each);
        }
        planned.days().forEach(days::note);
        batches.belongsTo(batch.id(), company);
        if (batch.state() != BatchState.PLANNED) {
            batches.become(batch.id(), BatchState.PLANNED);
        }
    }

    /** A batch as it is to be posted now. */
    public ToPost toPost(SettlementBatch batch, String company, LocalDate fallback) {
        List<ToPost.Payout> payouts = lines.page(batch, LineState.PAYOUT, 0, PAYOUTS_MAX).stream()
                .map(stored -> new ToPost.Payout(stored.place(), stored.line()))
                .toList();
        List<ToPost.Variance> variances = lines.varying(batch).stream()
                .map(stored -> new ToPost.Variance(
                        stored.place(),
                        new Money(stored.variance(), stored.line().gross().currency())))
                .toList();
        return new ToPost(
                batch.key(),
                company,
                day(batch, payouts, fallback),
                batch.sums(),
                payouts,
                variances,
                conversions(batch));
    }

    private static LocalDate day(SettlementBatch batch, List<ToPost.Payout> payouts, LocalDate fallback) {
        return payouts.stream()
                .map(payout -> payout.line().bookedOn())
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(Objects.requireNonNullElse(batch.last(), fallback));
    }

    private Map<String, Money> conversions(SettlementBatch batch) {
        Map<String, Money> conversions = new TreeMap<>();
        for (SettlementBatch other : batches.inEachCurrency(batch.key())) {
            conversions.put(
                    other.key().currency().getCurrencyCode(),
                    other.sums().own(LineKind.CONVERSION, other.key().currency()));
        }
        return conversions;
    }
}
