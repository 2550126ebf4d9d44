package centrasage.settlements.plan;

import centrasage.flow.TargetUnavailable;
import centrasage.mapping.InForce;
import centrasage.money.Money;
import centrasage.sage200.ledger.BankEntryJson;
import centrasage.sage200.ledger.BankTransferJson;
import centrasage.sage200.ledger.SupplierPaymentJson;
import centrasage.settlements.file.LineKind;
import centrasage.settlements.rate.BookedRates;
import centrasage.settlements.store.SettlementBatch;
import centrasage.settlements.store.SettlementBatches;
import centrasage.settlements.store.SettlementLines;
import centrasage.sync.plans.DatedPlans;
import centrasage.sync.plans.PlannedDocument;
import centrasage.sync.posting.Planned;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Gives the planner what the store knows of a batch, and has what it says recorded. */
@ApplicationScoped
public class PlanBatch {
    private final SettlementPlanner planner =
            new SettlementPlanner(BankEntryJson::write, BankTransferJson::write, SupplierPaymentJson::write);
    private SettlementBatches batches;
    private SettlementLines lines;
    private DatedPlans dates;
    private RecordBatch recording;

    @SuppressWarnings("NullAway.Init")
    PlanBatch() {}

    @Inject
    public PlanBatch(SettlementBatches batches, SettlementLines lines, DatedPlans dates, RecordBatch recording) {
        this.batches = batches;
        this.lines = lines;
        this.dates = dates;
        this.recording = recording;
    }

    /**
     * Plans all that is posted for it; what is posted already stays as it is.
     *
     * @param fallback its day, where no line of it says one
     * @param booked the rates that its postings state
     * @throws TargetUnavailable when Sage cannot be asked which periods are open
     */
    public void plan(SettlementBatch batch, String company, LocalDate fallback, InForce mappings, BookedRates booked)
            throws TargetUnavailable {
        RecordBatch.Said said = recording.said(batch);
        List<Planned> plans = planner.plan(toPost(batch, company, fallback, booked), mappings).stream()
                .map(PlanBatch::planned)
                .toList();
        recording.record(
                batch,
                said,
                new RecordBatch.Belonging(
                        company,
                        batch.key()
                                .clearingBank(mappings, company, batch.key().currency())
                                .orElse(""),
                        booked.carried()),
                dates.dated(new PlannedDocument(0, null, plans)));
    }

    private static Planned planned(Intended intended) {
        return new Planned(
                intended.key(),
                intended.object(),
                intended.document(),
                intended.amount(),
                intended.businessDate(),
                intended.plan(),
                intended.fingerprint());
    }

    /** All that is to be posted for it, posted or not, but for the rates that are stated. */
    public List<Intended> intended(SettlementBatch batch, String company, LocalDate fallback, InForce mappings) {
        return planner.plan(toPost(batch, company, fallback, BookedRates.NONE), mappings);
    }

    /** A batch as it is to be posted now. */
    private ToPost toPost(SettlementBatch batch, String company, LocalDate fallback, BookedRates booked) {
        List<ToPost.Payout> payouts = ToPost.Payout.numbered(
                lines.payouts(batch).stream().map(SettlementLines.Stored::line).toList());
        RecordBatch.Said said = recording.said(batch);
        return new ToPost(
                batch.key(),
                company,
                day(batch, payouts, fallback),
                batch.sums(),
                payouts,
                said.variances(),
                said.suspended(),
                conversions(batch),
                booked,
                sentByName(batch, company));
    }

    private Map<String, ToPost.Sent> sentByName(SettlementBatch batch, String company) {
        return recording
                .sent(batch, company)
                .collect(Collectors.toMap(
                        posting -> BatchPostings.name(batch.key(), posting.key()),
                        posting -> new ToPost.Sent(posting.key().kind(), posting.amount()),
                        (first, second) -> first));
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
