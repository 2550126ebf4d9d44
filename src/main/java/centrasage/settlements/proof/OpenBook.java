package centrasage.settlements.proof;

import centrasage.flow.PostingKey;
import centrasage.flow.PostingState;
import centrasage.mapping.Mappings;
import centrasage.money.Money;
import centrasage.settlements.SettlementSettings;
import centrasage.settlements.plan.BatchPostings;
import centrasage.settlements.plan.Intended;
import centrasage.settlements.plan.PlanBatch;
import centrasage.settlements.store.BatchState;
import centrasage.settlements.store.LineState;
import centrasage.settlements.store.SettlementBatch;
import centrasage.settlements.store.SettlementBatches;
import centrasage.settlements.store.SettlementLines;
import centrasage.sync.database.Atomic;
import centrasage.sync.ledger.ClearingEntries;
import centrasage.sync.store.Posting;
import centrasage.sync.store.Postings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What is open in the clearing banks by what is known here, whatever Sage says. */
@ApplicationScoped
public class OpenBook {
    private static final int AT_ONCE = 200;

    private ClearingEntries entries;
    private SettlementBatches batches;
    private SettlementLines lines;
    private PlanBatch plans;
    private Postings postings;
    private SettlementSettings settings;
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    OpenBook() {}

    @Inject
    public OpenBook(
            ClearingEntries entries,
            SettlementBatches batches,
            SettlementLines lines,
            PlanBatch plans,
            Postings postings,
            SettlementSettings settings,
            Clock clock) {
        this.entries = entries;
        this.batches = batches;
        this.lines = lines;
        this.plans = plans;
        this.postings = postings;
        this.settings = settings;
        this.clock = clock;
    }

    /** In one transaction; what is posted meanwhile may be in some of its sums and not in others. */
    @Atomic
    public OpenSums open(Mappings mappings) {
        OpenSums sums = new OpenSums(clock.instant().atZone(settings.zone()).toLocalDate());
        entries.banks().stream()
                .filter(bank -> isProven(bank, mappings))
                .forEach(bank -> sums.known(new OpenSums.Bank(bank.company(), bank.code(), bank.currency())));
        batches.banks().forEach(bank -> sums.known(new OpenSums.Bank(bank.company(), bank.code(), bank.currency())));
        for (Age age : Age.values()) {
            entries.sums(age.from(sums.today()), age.to(sums.today())).stream()
                    .filter(sum -> !mappings.isPaidAtOnce(sum.company(), sum.bank()))
                    .forEach(sum -> addEntries(sums, sum));
        }
        batches.carried().forEach(carried -> addCarried(sums, carried));
        List<SettlementBatch> some = batches.in(EnumSet.of(BatchState.PLANNED), 0, AT_ONCE);
        while (!some.isEmpty()) {
            some.forEach(batch -> addBatch(sums, batch, mappings));
            some = batches.in(
                    EnumSet.of(BatchState.PLANNED), some.get(some.size() - 1).id(), AT_ONCE);
        }
        return sums;
    }

    private static void addEntries(OpenSums sums, ClearingEntries.Sum sum) {
        boolean refunds = sum.origin().isRefund();
        Money effect = refunds ? Money.zero(sum.amount().currency()).minus(sum.amount()) : sum.amount();
        sums.add(
                OpenSums.Bank.of(sum.company(), sum.bank(), effect),
                new Clearing.Part(refunds ? OpenKind.REFUNDS : OpenKind.RECEIPTS, sum.entries(), effect),
                sum.oldest());
    }

    /** What two batches carry cancels. */
    private static void addCarried(OpenSums sums, SettlementBatches.Carried carried) {
        if (!carried.amount().isZero()) {
            sums.add(
                    OpenSums.Bank.of(carried.company(), carried.bank(), carried.amount()),
                    new Clearing.Part(OpenKind.CARRIED, 0, carried.amount()),
                    Objects.requireNonNullElse(carried.day(), sums.today()));
        }
    }

    /** Not a bank of ours into which shoppers pay, nor one that was never a clearing bank and stood in a file by mistake. */
    private static boolean isProven(ClearingEntries.Bank bank, Mappings mappings) {
        return bank.isDisowned()
                ? mappings.clearingBanks(bank.company()).contains(bank.code())
                : !mappings.isPaidAtOnce(bank.company(), bank.code());
    }

    private void addBatch(OpenSums sums, SettlementBatch batch, Mappings mappings) {
        BanksOfBatch banks = BanksOfBatch.of(batch, sums.today(), mappings);
        for (LineState state : List.of(LineState.OPEN, LineState.PERSON)) {
            addLines(sums, banks, state);
        }
        Map<PostingKey, PostingState> states =
                BatchPostings.of(postings, batch).stream().collect(Collectors.toMap(Posting::key, Posting::state));
        for (Intended intended : plans.intended(batch, batch.company(), banks.day(), banks.mappings())) {
            PostingState state = states.get(intended.key());
            if (state == null || !BatchPostings.isOver(state)) {
                intended.effects()
                        .forEach(
                                effect -> add(sums, banks, part(OpenKind.NOT_POSTED, effect), intended.businessDate()));
            }
        }
    }

    private void addLines(OpenSums sums, BanksOfBatch banks, LineState state) {
        List<SettlementLines.Stored> page = lines.page(banks.batch(), state, 0, AT_ONCE);
        while (!page.isEmpty()) {
            for (SettlementLines.Stored stored : page) {
                add(
                        sums,
                        banks,
                        part(OpenKind.UNMATCHED_LINES, stored.line().moved()),
                        Objects.requireNonNullElse(stored.line().bookedOn(), banks.day()));
            }
            page = lines.page(banks.batch(), state, page.get(page.size() - 1).place(), AT_ONCE);
        }
    }

    private static Clearing.Part part(OpenKind kind, Money moved) {
        return new Clearing.Part(kind, 1, BanksOfBatch.open(moved));
    }

    private static void add(OpenSums sums, BanksOfBatch banks, Clearing.Part part, LocalDate day) {
        banks.of(part.amount().currency().getCurrencyCode()).ifPresent(bank -> sums.add(bank, part, day));
    }
}
