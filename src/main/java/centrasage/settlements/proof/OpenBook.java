package centrasage.settlements.proof;

import centrasage.flow.PostingKey;
import centrasage.flow.PostingState;
import centrasage.mapping.InForce;
import centrasage.mapping.Mappings;
import centrasage.money.Money;
import centrasage.settlements.SettlementSettings;
import centrasage.settlements.plan.Intended;
import centrasage.settlements.plan.PlanBatch;
import centrasage.settlements.plan.ToPost;
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
import java.util.Set;
import java.util.stream.Collectors;

/** What is open in the clearing banks by what is known here, whatever Sage says. */
@ApplicationScoped
public class OpenBook {
    private static final int AT_ONCE = 200;

    /** What a person settled by hand is in Sage by that person's word. */
    private static final Set<PostingState> THERE =
            EnumSet.of(PostingState.POSTED, PostingState.ABANDONED, PostingState.SKIPPED);

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
        LocalDate today = clock.instant().atZone(settings.zone()).toLocalDate();
        OpenSums sums = new OpenSums();
        entries.banks().forEach(bank -> sums.known(new OpenSums.Bank(bank.company(), bank.code(), bank.currency())));
        for (Age age : Age.values()) {
            entries.sums(age.from(today), age.to(today)).forEach(sum -> addEntries(sums, age, sum));
        }
        batches.carried()
                .forEach(carried -> sums.add(
                        OpenSums.Bank.of(carried.company(), carried.bank(), carried.amount()),
                        OpenKind.CARRIED,
                        0,
                        carried.amount()));
        List<SettlementBatch> some = batches.in(EnumSet.of(BatchState.PLANNED), 0, AT_ONCE);
        while (!some.isEmpty()) {
            some.forEach(batch -> addBatch(sums, batch, mappings));
            some = batches.in(
                    EnumSet.of(BatchState.PLANNED), some.get(some.size() - 1).id(), AT_ONCE);
        }
        return sums;
    }

    private static void addEntries(OpenSums sums, Age age, ClearingEntries.Sum sum) {
        OpenSums.Bank bank = OpenSums.Bank.of(sum.company(), sum.bank(), sum.amount());
        boolean refunds = sum.origin().isRefund();
        Money effect = refunds ? Money.zero(sum.amount().currency()).minus(sum.amount()) : sum.amount();
        sums.add(bank, refunds ? OpenKind.REFUNDS : OpenKind.RECEIPTS, sum.entries(), effect);
        sums.aged(bank, age, effect, sum.oldest());
    }

    private void addBatch(OpenSums sums, SettlementBatch batch, Mappings mappings) {
        LocalDate today = clock.instant().atZone(settings.zone()).toLocalDate();
        LocalDate day = Objects.requireNonNullElse(batch.last(), today);
        InForce inForce = mappings.on(day);
        for (LineState state : List.of(LineState.OPEN, LineState.PERSON)) {
            addLines(sums, batch, state, inForce);
        }
        Map<PostingKey, PostingState> states =
                postings.ofObjects(List.of(ToPost.object(batch.company(), batch.key()))).stream()
                        .collect(Collectors.toMap(Posting::key, Posting::state));
        for (Intended intended : plans.intended(batch, batch.company(), day, inForce)) {
            PostingState state = states.get(intended.key());
            if (state == null || !THERE.contains(state)) {
                intended.effects().forEach(effect -> add(sums, batch, OpenKind.NOT_POSTED, 1, effect, inForce));
            }
        }
    }

    private void addLines(OpenSums sums, SettlementBatch batch, LineState state, InForce inForce) {
        List<SettlementLines.Stored> page = lines.page(batch, state, 0, AT_ONCE);
        while (!page.isEmpty()) {
            for (SettlementLines.Stored stored : page) {
                add(sums, batch, OpenKind.UNMATCHED_LINES, 1, stored.line().moved(), inForce);
            }
            page = lines.page(batch, state, page.get(page.size() - 1).place(), AT_ONCE);
        }
    }

    /** What has moved in Centra's or the provider's books and not in the bank is open the other way round. */
    private static void add(
            OpenSums sums, SettlementBatch batch, OpenKind kind, long count, Money moved, InForce inForce) {
        inForce.settlement(
                        batch.company(),
                        batch.key().psp(),
                        batch.key().account(),
                        moved.currency().getCurrencyCode())
                .map(InForce.Settlement::clearingBank)
                .match(
                        code -> {
                            sums.add(
                                    OpenSums.Bank.of(batch.company(), code, moved),
                                    kind,
                                    count,
                                    Money.zero(moved.currency()).minus(moved));
                            return true;
                        },
                        missing -> false);
    }
}
