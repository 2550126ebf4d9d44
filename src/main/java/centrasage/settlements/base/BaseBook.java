package centrasage.settlements.base;

import centrasage.money.Money;
import centrasage.settlements.SettlementSettings;
import centrasage.settlements.store.BatchBases;
import centrasage.settlements.store.SettlementBatch;
import centrasage.settlements.store.SettlementBatches;
import centrasage.sync.database.Atomic;
import centrasage.sync.ledger.ClearingValues;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What stands in clearing banks of other currencies, in the company's own, by what was read from Sage of each of it. */
@ApplicationScoped
public class BaseBook {
    private static final int AT_ONCE = 200;

    private ClearingValues entries;
    private SettlementBatches batches;
    private BatchBases bases;
    private SettlementSettings settings;

    @SuppressWarnings("NullAway.Init")
    BaseBook() {}

    @Inject
    public BaseBook(ClearingValues entries, SettlementBatches batches, BatchBases bases, SettlementSettings settings) {
        this.entries = entries;
        this.batches = batches;
        this.bases = bases;
        this.settings = settings;
    }

    /** @param ledger what Sage holds it with, in the company's own currency */
    public record Bank(String company, String code, Money ledger) {}

    private record Place(String company, String bank) {
        static Place of(String company, String bank) {
            return new Place(company, BatchBases.folded(bank));
        }
    }

    /** @param unknown of how many of the receipts and refunds that they settle nobody knows what Sage holds them with */
    private record UnderWay(BigDecimal moved, long unknown) {
        static final UnderWay NOTHING = new UnderWay(BigDecimal.ZERO, 0);

        UnderWay plus(UnderWay other) {
            return new UnderWay(moved.add(other.moved), unknown + other.unknown);
        }
    }

    /** All of these banks, in one transaction. */
    @Atomic
    public List<InBase> of(List<Bank> banks) {
        Map<Place, UnderWay> underWay = new HashMap<>();
        banks.stream().map(Bank::company).distinct().forEach(company -> addUnderWay(company, underWay));
        return banks.stream()
                .map(bank -> of(bank, underWay.getOrDefault(Place.of(bank.company(), bank.code()), UnderWay.NOTHING)))
                .toList();
    }

    /**
     * What a batch has to do with what a bank is held with.
     *
     * @param kind UNDER_WAY, CARRIED or EXCHANGE
     * @param amount in the company's own currency; all of a kind come to its part of the proof
     */
    public record OfBatch(SettlementBatch batch, InBase.Kind kind, BigDecimal amount) {}

    /** At most {@code most} batches of a bank with ids above {@code after}. */
    @Atomic
    public List<OfBatch> batches(String company, String bank, long after, int most) {
        return bases.ofBank(company, bank, after, most).stream()
                .flatMap(of -> batches.batch(of.batch()).map(batch -> ofBatch(batch, bank, of)).stream())
                .toList();
    }

    private OfBatch ofBatch(SettlementBatch batch, String bank, BatchBases.OfBank of) {
        BigDecimal left = of.moved().left();
        if (left != null) {
            return new OfBatch(batch, of.isCarried() ? InBase.Kind.CARRIED : InBase.Kind.EXCHANGE, left);
        }
        BigDecimal settled = entries.heldOf(batch.id()).stream()
                .filter(held -> held.bank().equalsIgnoreCase(bank))
                .map(ClearingValues.Held::baseEffect)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new OfBatch(batch, InBase.Kind.UNDER_WAY, of.moved().posted().add(settled));
    }

    private void addUnderWay(String company, Map<Place, UnderWay> sums) {
        List<SettlementBatch> some = batches.toValue(company, 0, AT_ONCE);
        while (!some.isEmpty()) {
            for (SettlementBatch batch : some) {
                bases.posted(batch.id())
                        .forEach((bank, posted) ->
                                sums.merge(Place.of(company, bank), new UnderWay(posted, 0), UnderWay::plus));
                entries.heldOf(batch.id())
                        .forEach(held -> sums.merge(
                                Place.of(company, held.bank()),
                                new UnderWay(held.baseEffect(), held.unknown()),
                                UnderWay::plus));
            }
            some = batches.toValue(company, some.get(some.size() - 1).id(), AT_ONCE);
        }
    }

    private InBase of(Bank bank, UnderWay underWay) {
        Map<InBase.Kind, BigDecimal> sums = new EnumMap<>(InBase.Kind.class);
        long unknown = underWay.unknown();
        for (ClearingValues.Held held : entries.held(bank.company(), bank.code())) {
            sums.merge(
                    held.origin().isRefund() ? InBase.Kind.REFUNDS : InBase.Kind.RECEIPTS,
                    held.baseEffect(),
                    BigDecimal::add);
            unknown += held.unknown();
        }
        BatchBases.Left left = bases.left(bank.company(), bank.code());
        sums.put(InBase.Kind.UNDER_WAY, underWay.moved());
        sums.put(InBase.Kind.CARRIED, left.carried());
        sums.put(InBase.Kind.EXCHANGE, left.exchanged());
        sums.put(InBase.Kind.EXPLAINED, bases.explained(bank.company(), bank.code()));
        String currency = bank.ledger().currency().getCurrencyCode();
        List<InBase.Part> parts = new ArrayList<>();
        sums.forEach((kind, sum) -> parts.add(new InBase.Part(kind, Money.of(sum.stripTrailingZeros(), currency))));
        parts.removeIf(part -> part.amount().isZero());
        return new InBase(bank.ledger(), parts, unknown, settings.exchangeTolerated());
    }
}
