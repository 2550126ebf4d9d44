package centrasage.settlements.base;

import centrasage.flow.PostingKey;
import centrasage.flow.PostingState;
import centrasage.flow.TargetUnavailable;
import centrasage.mapping.InForce;
import centrasage.mapping.Mappings;
import centrasage.money.Money;
import centrasage.sage200.client.SageCashBook;
import centrasage.sage200.client.read.Banks;
import centrasage.sage200.ledger.BankRow;
import centrasage.settlements.SettlementSettings;
import centrasage.settlements.plan.BatchPostings;
import centrasage.settlements.plan.PlanBatch;
import centrasage.settlements.plan.SettlementReference;
import centrasage.settlements.rate.BookedRates;
import centrasage.settlements.store.BatchBases;
import centrasage.settlements.store.BatchState;
import centrasage.settlements.store.LineState;
import centrasage.settlements.store.SettlementBatch;
import centrasage.settlements.store.SettlementBatches;
import centrasage.settlements.store.SettlementLines;
import centrasage.sync.store.Posting;
import centrasage.sync.store.Postings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * Reads back at which rates Sage holds what was posted for batches: of those under way each time, and once more when they are done. What people
 * entered by hand for them is taken at the rate of the batch, because nobody here knows how they entered it.
 */
@ApplicationScoped
public class ValueBatches {
    private static final Logger LOG = Logger.getLogger(ValueBatches.class.getName());
    private static final int AT_ONCE = 100;

    private SettlementBatches batches;
    private SettlementLines lines;
    private Postings postings;
    private PlanBatch plans;
    private RatesOfBatch rates;
    private ForeignBanks currencies;
    private EntryValues values;
    private Banks banks;
    private SageCashBook cashBook;
    private KeepBase keeping;
    private SettlementSettings settings;
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    ValueBatches() {}

    @Inject
    public ValueBatches(
            SettlementBatches batches,
            SettlementLines lines,
            Postings postings,
            PlanBatch plans,
            RatesOfBatch rates,
            ForeignBanks currencies,
            EntryValues values,
            Banks banks,
            SageCashBook cashBook,
            KeepBase keeping,
            SettlementSettings settings,
            Clock clock) {
        this.batches = batches;
        this.lines = lines;
        this.postings = postings;
        this.plans = plans;
        this.rates = rates;
        this.currencies = currencies;
        this.values = values;
        this.banks = banks;
        this.cashBook = cashBook;
        this.keeping = keeping;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * All of a company of which nobody has read back for good what they left.
     *
     * @throws TargetUnavailable when Sage cannot be asked: what was read back stays
     */
    public void value(String company, Mappings mappings) throws TargetUnavailable {
        Map<Long, String> foreign = banks.foreign(company);
        List<SettlementBatch> some = batches.toValue(company, 0, AT_ONCE);
        while (!some.isEmpty()) {
            for (SettlementBatch batch : some) {
                value(batch, mappings, foreign);
            }
            some = batches.toValue(company, some.get(some.size() - 1).id(), AT_ONCE);
        }
    }

    /** A fault of ours with one batch keeps no other from its proof. */
    private void value(SettlementBatch batch, Mappings mappings, Map<Long, String> foreign) throws TargetUnavailable {
        try {
            LocalDate day = batch.day(clock.instant().atZone(settings.zone()).toLocalDate());
            InForce inForce = mappings.on(day);
            Map<String, String> own =
                    currencies.of(batch, batch.company(), inForce).banks();
            if (own.isEmpty() && batch.state() != BatchState.SETTLED) {
                return;
            }
            Map<String, BigDecimal> posted = new TreeMap<>();
            BookedRates booked = BookedRates.NONE;
            if (!own.isEmpty()) {
                for (String bank : own.values()) {
                    values.readSettled(batch.id(), batch.company(), bank);
                }
                booked = rates.of(batch, batch.company(), inForce);
                Map<String, List<BankRow>> rows = rows(batch, foreign);
                rows.values()
                        .forEach(ours ->
                                ours.forEach(row -> add(posted, foreign.getOrDefault(row.bank(), ""), inBase(row))));
                for (Money moved : byHand(batch, day, inForce, rows)) {
                    String bank = own.get(moved.currency().getCurrencyCode());
                    BigDecimal base = booked.inBase(moved);
                    if (bank != null && base != null) {
                        add(posted, bank, base);
                    }
                }
            }
            keeping.keep(batch, posted, booked, Set.copyOf(foreign.values()));
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, e, () -> "what was posted for the batch " + batch.key() + " cannot be read back");
        }
    }

    private static void add(Map<String, BigDecimal> sums, String bank, BigDecimal more) {
        sums.merge(BatchBases.folded(bank), more, BigDecimal::add);
    }

    /** What was posted for a batch in banks of other currencies, by the second references. */
    private Map<String, List<BankRow>> rows(SettlementBatch batch, Map<Long, String> codes) throws TargetUnavailable {
        Set<String> seconds =
                ofBatch(batch).stream().map(posting -> second(batch, posting)).collect(Collectors.toSet());
        return cashBook.find(batch.company(), List.of(SettlementReference.first(batch.key()))).values().stream()
                .flatMap(List::stream)
                .filter(row -> codes.containsKey(row.bank()))
                .filter(row -> seconds.contains(row.secondReference().toUpperCase(Locale.ROOT)))
                .collect(Collectors.groupingBy(row -> row.secondReference().toUpperCase(Locale.ROOT)));
    }

    private List<Posting> ofBatch(SettlementBatch batch) {
        return BatchPostings.of(postings, batch);
    }

    private static String second(SettlementBatch batch, Posting posting) {
        return SettlementReference.second(batch.key(), BatchPostings.name(batch.key(), posting.key()));
    }

    /** What Sage states no rate of is told as a difference. */
    private BigDecimal inBase(BankRow row) {
        BigDecimal rate = row.rate();
        return rate == null || rate.signum() <= 0
                ? BigDecimal.ZERO
                : settings.rates().base(row.value(), rate);
    }

    /** Of postings that a person has given up, and of lines that a person has explained. */
    private List<Money> byHand(
            SettlementBatch batch, LocalDate day, InForce mappings, Map<String, List<BankRow>> rows) {
        Set<PostingKey> givenUp = ofBatch(batch).stream()
                .filter(posting -> posting.state() == PostingState.ABANDONED)
                .filter(posting -> !rows.containsKey(second(batch, posting)))
                .map(Posting::key)
                .collect(Collectors.toSet());
        List<Money> moved = new ArrayList<>();
        if (!givenUp.isEmpty()) {
            plans.intended(batch, batch.company(), day, mappings).stream()
                    .filter(intended -> givenUp.contains(intended.key()))
                    .forEach(intended -> moved.addAll(intended.effects()));
        }
        List<SettlementLines.Stored> page = lines.page(batch, LineState.EXPLAINED, 0, AT_ONCE);
        while (!page.isEmpty()) {
            page.forEach(stored -> moved.add(stored.line().moved()));
            page = lines.page(
                    batch, LineState.EXPLAINED, page.get(page.size() - 1).place(), AT_ONCE);
        }
        return moved;
    }
}
