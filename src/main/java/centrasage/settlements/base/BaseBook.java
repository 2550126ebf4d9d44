package centrasage.settlements.base;

import centrasage.money.Money;
import centrasage.settlements.store.SettlementBatch;
import centrasage.settlements.store.SettlementBatches;
import centrasage.sync.database.Atomic;
import centrasage.sync.ledger.ClearingEntries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What stands in clearing banks of other currencies, in the company's own, by what was read from Sage of each of it. */
@ApplicationScoped
public class BaseBook {
    private static final int AT_ONCE = 200;

    private ClearingEntries entries;
    private SettlementBatches batches;
    private BatchBases bases;

    @SuppressWarnings("NullAway.Init")
    BaseBook() {}

    @Inject
    public BaseBook(ClearingEntries entries, SettlementBatches batches, BatchBases bases) {
        this.entries = entries;
        this.batches = batches;
        this.bases = bases;
    }

    /** @param ledger what Sage holds it with, in the company's own currency */
    public record Bank(String company, String code, Money ledger) {}

    /** All of these banks, in one transaction. */
    @Atomic
    public List<InBase> of(List<Bank> banks) {
        if (banks.isEmpty()) {
            return List.of();
        }
        Map<List<String>, BigDecimal> underWay = underWay();
        return banks.stream()
                .map(bank -> of(bank, underWay.getOrDefault(List.of(bank.company(), bank.code()), BigDecimal.ZERO)))
                .toList();
    }

    /** What batches have moved of which nobody has read back for good what they left: those that are not done, above all. */
    private Map<List<String>, BigDecimal> underWay() {
        Map<List<String>, BigDecimal> moved =
                new TreeMap<>((one, other) -> one.toString().compareTo(other.toString()));
        List<SettlementBatch> some = batches.toValue(0, AT_ONCE);
        while (!some.isEmpty()) {
            for (SettlementBatch batch : some) {
                bases.posted(batch.id())
                        .forEach(
                                (bank, posted) -> moved.merge(List.of(batch.company(), bank), posted, BigDecimal::add));
                entries.heldOf(batch.id())
                        .forEach(held ->
                                moved.merge(List.of(held.company(), held.bank()), effect(held), BigDecimal::add));
            }
            some = batches.toValue(some.get(some.size() - 1).id(), AT_ONCE);
        }
        return moved;
    }

    private static BigDecimal effect(ClearingEntries.Held held) {
        return held.origin().isRefund() ? held.base().negate() : held.base();
    }

    private InBase of(Bank bank, BigDecimal underWay) {
        Map<InBase.Kind, BigDecimal> sums = new EnumMap<>(InBase.Kind.class);
        long unknown = 0;
        for (ClearingEntries.Held held : entries.held(bank.company(), bank.code())) {
            sums.merge(
                    held.origin().isRefund() ? InBase.Kind.REFUNDS : InBase.Kind.RECEIPTS,
                    effect(held),
                    BigDecimal::add);
            unknown += held.unknown();
        }
        BigDecimal carried = batches.carriedBase(bank.company(), bank.code())
                .map(SettlementBatches.CarriedBase::inBase)
                .orElse(BigDecimal.ZERO);
        sums.put(InBase.Kind.CARRIED, carried);
        sums.put(
                InBase.Kind.BATCHES,
                bases.left(bank.company(), bank.code()).add(underWay).subtract(carried));
        sums.put(InBase.Kind.EXPLAINED, bases.explained(bank.company(), bank.code()));
        Currency currency = bank.ledger().currency();
        List<InBase.Part> parts = new ArrayList<>();
        sums.forEach((kind, sum) ->
                parts.add(new InBase.Part(kind, Money.of(sum.stripTrailingZeros(), currency.getCurrencyCode()))));
        parts.removeIf(part -> part.amount().isZero());
        return new InBase(bank.ledger(), parts, unknown);
    }
}
