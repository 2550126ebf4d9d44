package centrasage.settlements.plan;

import centrasage.flow.DocumentVersion;
import centrasage.flow.Owner;
import centrasage.flow.Plan;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingState;
import centrasage.flow.Reason;
import centrasage.money.Money;
import centrasage.settlements.file.SettlementKey;
import centrasage.settlements.rate.BookedRates;
import centrasage.settlements.store.BatchState;
import centrasage.settlements.store.SettlementBatch;
import centrasage.settlements.store.SettlementBatches;
import centrasage.settlements.store.SettlementLines;
import centrasage.sync.database.Atomic;
import centrasage.sync.plans.DocumentDays;
import centrasage.sync.plans.PlannedDocument;
import centrasage.sync.posting.Planned;
import centrasage.sync.posting.Store;
import centrasage.sync.store.Posting;
import centrasage.sync.store.Postings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Records what is to be posted for a batch; a bean of its own, because a transaction begins where another bean calls. */
@ApplicationScoped
public class RecordBatch {
    private static final Reason GONE = new Reason(
            "POSTED_WITH_ANOTHER",
            Owner.FINANCE,
            "Another posting has it: an exchange that of the batch in the other currency, VAT that of its fee, a deduction for the"
                    + " provider's invoice that of its other kind",
            "Nothing to do");

    private SettlementBatches batches;
    private SettlementLines lines;
    private DocumentDays days;
    private Postings postings;
    private Store store;

    @SuppressWarnings("NullAway.Init")
    RecordBatch() {}

    @Inject
    public RecordBatch(
            SettlementBatches batches, SettlementLines lines, DocumentDays days, Postings postings, Store store) {
        this.batches = batches;
        this.lines = lines;
        this.days = days;
        this.postings = postings;
        this.store = store;
    }

    /**
     * Where it belongs.
     *
     * @param bank the clearing bank of its currency; empty where none is mapped
     * @param carried as {@link BookedRates#carried}
     */
    public record Belonging(
            String company, String bank, @Nullable BigDecimal carried) {}

    /** What people, or the matching, have said of lines that are posted by themselves. */
    public record Said(List<ToPost.Variance> variances, List<ToPost.Suspended> suspended) {}

    Said said(SettlementBatch batch) {
        return new Said(
                lines.varying(batch).stream().map(RecordBatch::variance).toList(),
                lines.inSuspense(batch).stream()
                        .map(stored -> new ToPost.Suspended(
                                stored.place(), stored.line().moved()))
                        .toList());
    }

    /** Of a refund that comes to more, more was taken off. */
    private static ToPost.Variance variance(SettlementLines.Stored stored) {
        Money gross = stored.line().gross();
        Money more = new Money(stored.variance(), gross.currency());
        return new ToPost.Variance(
                stored.place(),
                gross.isNegative() ? Money.zero(gross.currency()).minus(more) : more);
    }

    /**
     * In one transaction; nothing where a person has chosen another day for one of them meanwhile, or said something else of a line, where
     * the batch has given way, or where one was sent meanwhile under its other kind: the next run plans it.
     *
     * @param said from which it was planned
     */
    @Atomic(alone = true)
    public void record(SettlementBatch batch, Said said, Belonging to, PlannedDocument planned) {
        boolean isAsItWas = batches.locked(batch.id())
                        .filter(now -> now.state() == batch.state())
                        .isPresent()
                && said(batch).equals(said);
        if (!isAsItWas) {
            return;
        }
        List<Planned> all = new ArrayList<>(planned.plans());
        all.addAll(gone(batch, to.company(), planned.plans()));
        if (!all.isEmpty()) {
            store.lock(all.stream().map(each -> each.key().sourceKey()).toList());
        }
        if (!isSentOtherwise(batch, to.company(), planned.plans())
                && planned.days().stream().allMatch(days::stands)) {
            all.forEach(store::record);
            planned.days().forEach(days::note);
            batches.belongsTo(batch.id(), to.company(), to.bank());
            batches.carries(batch.id(), to.carried());
            if (batch.state() != BatchState.PLANNED) {
                batches.become(batch.id(), BatchState.PLANNED);
            }
        }
    }

    /** A deduction for the provider's invoice is a cost, or is paid off, and never both. */
    private boolean isSentOtherwise(SettlementBatch batch, String company, List<Planned> plans) {
        Set<PostingKey> sent = sent(batch, company).map(Posting::key).collect(Collectors.toSet());
        Set<String> names = sent.stream().map(PostingKey::sourceKey).collect(Collectors.toSet());
        return plans.stream().map(Planned::key).anyMatch(key -> names.contains(key.sourceKey()) && !sent.contains(key));
    }

    /** What was to be posted by what was known before, and goes with another posting now: one half of a conversion, the VAT on a fee. */
    private List<Planned> gone(SettlementBatch batch, String company, List<Planned> plans) {
        Set<PostingKey> there = plans.stream().map(Planned::key).collect(Collectors.toSet());
        return BatchPostings.of(postings, company, batch.key()).stream()
                .filter(posting -> posting.state().mayBeReplanned() && posting.state() != PostingState.SKIPPED)
                .filter(posting -> !there.contains(posting.key()))
                .map(posting -> skipped(posting, batch.key(), GONE))
                .toList();
    }

    static Planned skipped(Posting posting, SettlementKey batch, Reason why) {
        return new Planned(
                posting.key(),
                posting.object(),
                new DocumentVersion(SettlementPlanner.DOCUMENT, batch.name(), 1),
                posting.amount(),
                posting.businessDate(),
                new Plan.Skip(why),
                why.code());
    }

    /** What a person has settled by hand is in Sage by that person's word. */
    Stream<Posting> sent(SettlementBatch batch, String company) {
        return BatchPostings.of(postings, company, batch.key()).stream()
                .filter(posting -> posting.state().mayHaveBeenSent() || posting.state() == PostingState.ABANDONED);
    }
}
