package centrasage.settlements.rate;

import centrasage.flow.TargetUnavailable;
import centrasage.mapping.InForce;
import centrasage.money.Money;
import centrasage.settlements.SettlementSettings;
import centrasage.settlements.file.BatchSums;
import centrasage.settlements.store.SettlementBatch;
import centrasage.settlements.store.SettlementBatches;
import centrasage.sync.ledger.ClearingEntries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Weighs the rates at which a batch takes money out of clearing banks of other currencies: those of all that its lines settle there, with what
 * earlier batches of the bank have carried to it and what was exchanged into it.
 */
@ApplicationScoped
public class RatesOfBatch {
    private ClearingEntries entries;
    private EntryValues values;
    private SettlementBatches batches;
    private ForeignBanks banks;
    private SettlementSettings settings;

    @SuppressWarnings("NullAway.Init")
    RatesOfBatch() {}

    @Inject
    public RatesOfBatch(
            ClearingEntries entries,
            EntryValues values,
            SettlementBatches batches,
            ForeignBanks banks,
            SettlementSettings settings) {
        this.entries = entries;
        this.values = values;
        this.batches = batches;
        this.banks = banks;
        this.settings = settings;
    }

    /**
     * Those that its postings state; none where a site leaves them to Sage.
     *
     * @throws TargetUnavailable as {@link #of}
     */
    public BookedRates stated(SettlementBatch batch, String company, InForce mappings) throws TargetUnavailable {
        return settings.statesRates() ? of(batch, company, mappings) : BookedRates.NONE;
    }

    /**
     * Those of a batch that was matched.
     *
     * @throws TargetUnavailable when Sage cannot be asked at which rates it holds what the batch settles
     */
    public BookedRates of(SettlementBatch batch, String company, InForce mappings) throws TargetUnavailable {
        ForeignBanks.Of of = banks.of(batch, company, mappings);
        for (String bank : of.banks().values()) {
            values.readSettled(batch.id(), company, bank);
        }
        return of.banks().isEmpty() ? BookedRates.NONE : weighed(batch, company, of.own(), of.banks());
    }

    private BookedRates weighed(SettlementBatch batch, String company, Set<String> base, Map<String, String> foreign) {
        Currency own = batch.key().currency();
        Map<String, Weighing> weighed = new HashMap<>();
        List<ClearingEntries.Held> held = entries.heldOf(batch.id());
        foreign.forEach((currency, code) -> weighed.put(currency, settled(held, code)));
        Map<String, BigDecimal> rates = new HashMap<>();
        weighed.forEach((currency, weighing) -> put(rates, currency, weighing));
        Weighing net = weighed.get(own.getCurrencyCode());
        String bank = foreign.get(own.getCurrencyCode());
        if (net == null || bank == null) {
            return new BookedRates(settings.rates(), rates, base, null);
        }
        rates.remove(own.getCurrencyCode());
        exchanged(batch, new BookedRates(settings.rates(), rates, base, null), net);
        BigDecimal amount = net.amount();
        BigDecimal inBase = net.base();
        batches.carriedBefore(batch, company, bank).ifPresent(carried -> net.add(carried.amount(), carried.inBase()));
        put(rates, own.getCurrencyCode(), net);
        return new BookedRates(
                settings.rates(), rates, base, carried(batch, amount, inBase, rates.get(own.getCurrencyCode())));
    }

    private static void put(Map<String, BigDecimal> rates, String currency, Weighing weighing) {
        BigDecimal rate = weighing.rate();
        if (rate != null) {
            rates.put(currency, rate);
        }
    }

    private Weighing settled(List<ClearingEntries.Held> held, String bank) {
        Weighing weighing = new Weighing(settings.rates());
        for (ClearingEntries.Held each : held) {
            if (each.bank().equalsIgnoreCase(bank)) {
                BigDecimal amount = each.amount().amount();
                boolean refunds = each.origin().isRefund();
                weighing.add(
                        refunds ? amount.negate() : amount,
                        refunds ? each.base().negate() : each.base());
            }
        }
        return weighing;
    }

    private static void exchanged(SettlementBatch batch, BookedRates rates, Weighing net) {
        for (BatchSums.Exchanged exchanged : batch.sums().exchanged().values()) {
            BigDecimal inBase = rates.inBase(exchanged.gross());
            if (inBase != null) {
                net.add(exchanged.worth().amount(), inBase);
            }
        }
    }

    /** What came in less what goes out at the rate, of all that stays. */
    private @Nullable BigDecimal carried(
            SettlementBatch batch, BigDecimal amount, BigDecimal inBase, @Nullable BigDecimal rate) {
        Money carried = batches.carried(batch.id());
        if (rate == null) {
            return carried.isZero() ? BigDecimal.ZERO : null;
        }
        BigDecimal out = amount.subtract(carried.amount());
        return inBase.subtract(settings.rates().base(out, rate));
    }
}
