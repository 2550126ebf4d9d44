package centrasage.settlements.base;

import centrasage.settlements.rate.BookedRates;
import centrasage.settlements.store.BatchBases;
import centrasage.settlements.store.BatchState;
import centrasage.settlements.store.SettlementBatch;
import centrasage.settlements.store.SettlementBatches;
import centrasage.sync.database.Atomic;
import centrasage.sync.ledger.ClearingValues;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes down what a batch has moved in clearing banks of other currencies, and once it is done what it has left there. */
@ApplicationScoped
public class KeepBase {
    private BatchBases bases;
    private SettlementBatches batches;
    private ClearingValues entries;

    @SuppressWarnings("NullAway.Init")
    KeepBase() {}

    @Inject
    public KeepBase(BatchBases bases, SettlementBatches batches, ClearingValues entries) {
        this.bases = bases;
        this.batches = batches;
        this.entries = entries;
    }

    /**
     * What was posted for a batch was read back. Nothing where that is known already, and where the batch has become something else
     * meanwhile: the next look does it.
     *
     * @param posted by bank
     * @param booked at which rates it went out
     * @param foreignBanks the banks of other currencies than the company's
     */
    @Atomic(alone = true)
    public void keep(
            SettlementBatch batch, Map<String, BigDecimal> posted, BookedRates booked, Set<String> foreignBanks) {
        boolean isDone = batch.state() == BatchState.SETTLED;
        Set<String> foreign = foreignBanks.stream().map(BatchBases::folded).collect(Collectors.toSet());
        if (!isDone && isKnown(batch.id(), posted, foreign)) {
            return;
        }
        if (batches.locked(batch.id())
                .filter(now -> now.state() == batch.state())
                .isEmpty()) {
            return;
        }
        Map<String, BigDecimal> left = new TreeMap<>(posted);
        for (ClearingValues.Held held : entries.heldOf(batch.id())) {
            if (foreign.contains(BatchBases.folded(held.bank()))) {
                left.merge(BatchBases.folded(held.bank()), effect(held, booked), BigDecimal::add);
            }
        }
        Map<String, BatchBases.Moved> all = new TreeMap<>();
        left.forEach((bank, whole) ->
                all.put(bank, new BatchBases.Moved(posted.getOrDefault(bank, BigDecimal.ZERO), isDone ? whole : null)));
        bases.put(batch.id(), batch.company(), all);
        if (isDone) {
            String own = BatchBases.folded(batch.clearingBank());
            batches.carries(batch.id(), foreign.contains(own) ? left.getOrDefault(own, BigDecimal.ZERO) : null);
            batches.valued(batch.id());
        }
    }

    /** People look often, and jobs hold the batch meanwhile: what says nothing new locks nothing. */
    private boolean isKnown(long batch, Map<String, BigDecimal> posted, Set<String> foreign) {
        Map<String, BigDecimal> before = bases.posted(batch);
        return before.keySet().containsAll(posted.keySet())
                && before.entrySet().stream()
                        .allMatch(each ->
                                each.getValue().compareTo(posted.getOrDefault(each.getKey(), BigDecimal.ZERO)) == 0)
                && entries.heldOf(batch).stream()
                        .map(held -> BatchBases.folded(held.bank()))
                        .allMatch(bank -> !foreign.contains(bank) || before.containsKey(bank));
    }

    /** What nobody knows of is taken at the rate at which it goes out. */
    private static BigDecimal effect(ClearingValues.Held held, BookedRates booked) {
        BigDecimal unknown = booked.inBase(held.unknownAmount());
        return unknown == null ? held.baseEffect() : held.baseEffect().add(held.effect(unknown));
    }
}
