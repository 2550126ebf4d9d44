package centrasage.settlements.base;

import centrasage.flow.TargetUnavailable;
import centrasage.mapping.InForce;
import centrasage.money.Money;
import centrasage.settlements.SettlementSettings;
import centrasage.settlements.file.BatchSums;
import centrasage.settlements.rate.BookedRates;
import centrasage.settlements.rate.Weighing;
import centrasage.settlements.store.SettlementBatch;
import centrasage.settlements.store.SettlementBatches;
import centrasage.sync.ledger.ClearingValues;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Weighs the rates at which a batch takes money out of clearing banks of other currencies: those of all that its lines settle there, with what
 * earlier batches of the bank have left in it and what was exchanged into it.
 */
@ApplicationScoped
public class RatesOfBatch {
    private ClearingValues entries;
    private EntryValues values;
    private SettlementBatches batches;
    private ForeignBanks banks;
    private SettlementSettings settings;

    @SuppressWarnings("NullAway.Init")
    RatesOfBatch() {}

    @Inject
    public RatesOfBatch(
            ClearingValues entries,
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
     * Those that the postings of a batch state that was matched; none where a site leaves them to Sage.
     *
     * @throws TargetUnavailable when Sage cannot be asked with what it holds what the batch settles
     */
    public BookedRates stated(SettlementBatch batch, String company, InForce mappings) throws TargetUnavailable {
        for (String bank : banks.of(batch, company, mappings).banks().values()) {
            values.readSettled(batch.id(), company, bank);
        }
        return settings.statesRates() ? of(batch, company, mappings) : BookedRates.NONE;
    }

    /**
     * Those at which it was booked, as far as that was read.
     *
     * @throws TargetUnavailable when Sage cannot be asked for its banks
     */
    public BookedRates of(SettlementBatch batch, String company, InForce mappings) throws TargetUnavailable {
        Currency own = batch.key().currency();
        ForeignBanks.Currencies currencies = banks.of(batch, company, mappings);
        List<ClearingValues.Held> held = entries.heldOf(batch.id());
        Map<String, BigDecimal> rates = new HashMap<>();
        currencies.banks().forEach((currency, bank) -> {
            if (!currency.equals(own.getCurrencyCode())) {
                put(rates, currency, settled(held, bank));
            }
        });
        BookedRates others = new BookedRates(settings.rates(), rates, currencies.own(), null);
        String bank = currencies.banks().get(own.getCurrencyCode());
        if (bank == null) {
            return others;
        }
        Weighing net = settled(held, bank);
        exchanged(batch, others, net);
        converted(batch, company, mappings, net);
        BigDecimal amount = net.amount();
        BigDecimal inBase = net.base();
        SettlementBatches.CarriedBase carried = batches.carriedBefore(batch, company, bank);
        net.add(carried.amount(), carried.inBase());
        put(rates, own.getCurrencyCode(), net);
        return new BookedRates(
                settings.rates(),
                rates,
                currencies.own(),
                carried(batch, amount, inBase, rates.get(own.getCurrencyCode())));
    }

    private static void put(Map<String, BigDecimal> rates, String currency, Weighing weighing) {
        BigDecimal rate = weighing.rate();
        if (rate != null) {
            rates.put(currency, rate);
        }
    }

    private Weighing settled(List<ClearingValues.Held> held, String bank) {
        Weighing weighing = new Weighing(settings.rates());
        held.stream()
                .filter(each -> each.bank().equalsIgnoreCase(bank))
                .forEach(each -> weighing.add(each.effect(), each.baseEffect()));
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

    /** What came from the one other balance that went down: the batch of that currency has posted it at its own rate. */
    private void converted(SettlementBatch batch, String company, InForce mappings, Weighing net)
            throws TargetUnavailable {
        Money came = ForeignBanks.converted(batch);
        if (came.isZero() || came.isNegative()) {
            return;
        }
        List<SettlementBatch> others = batches.inEachCurrency(batch.key()).stream()
                .filter(other -> !other.key().currency().equals(batch.key().currency()))
                .filter(other -> !ForeignBanks.converted(other).isZero())
                .toList();
        if (others.size() == 1 && ForeignBanks.converted(others.get(0)).isNegative()) {
            BigDecimal inBase = of(others.get(0), company, mappings)
                    .inBase(ForeignBanks.converted(others.get(0)).abs());
            if (inBase != null) {
                net.add(came.amount(), inBase);
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
