package centrasage.settlements.base;

import centrasage.flow.TargetUnavailable;
import centrasage.mapping.InForce;
import centrasage.money.Money;
import centrasage.sage200.client.read.Banks;
import centrasage.settlements.file.LineKind;
import centrasage.settlements.store.SettlementBatch;
import centrasage.settlements.store.SettlementBatches;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Currency;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Which clearing banks of a batch are of another currency than the company's own. */
@ApplicationScoped
public class ForeignBanks {
    private Banks banks;
    private SettlementBatches batches;

    @SuppressWarnings("NullAway.Init")
    ForeignBanks() {}

    @Inject
    public ForeignBanks(Banks banks, SettlementBatches batches) {
        this.banks = banks;
        this.batches = batches;
    }

    /**
     * The currencies of a batch.
     *
     * @param banks the codes of the clearing banks of other currencies, by currency; what is not mapped, or not in Sage, is in neither
     * @param own the company's own, where the batch has money of it
     */
    public record Currencies(Map<String, String> banks, Set<String> own) {
        public Currencies {
            banks = Map.copyOf(banks);
            own = Set.copyOf(own);
        }
    }

    /** @throws TargetUnavailable when Sage cannot be asked for its banks */
    public Currencies of(SettlementBatch batch, String company, InForce mappings) throws TargetUnavailable {
        Map<String, String> foreign = new TreeMap<>();
        Set<String> own = new HashSet<>();
        for (String currency : currencies(batch)) {
            String code = batch.key()
                    .clearingBank(mappings, company, Currency.getInstance(currency))
                    .orElse("");
            Optional<Banks.Bank> bank = banks.bank(company, code);
            if (bank.isPresent() && bank.get().isBase()) {
                own.add(currency);
            } else if (bank.isPresent()) {
                foreign.put(currency, code);
            }
        }
        return new Currencies(foreign, own);
    }

    /** Its own, those of its payments, and those for which it has exchanged its own. */
    private Set<String> currencies(SettlementBatch batch) {
        Set<String> currencies = new HashSet<>(batch.sums().exchanged().keySet());
        currencies.add(batch.key().currency().getCurrencyCode());
        if (!converted(batch).isZero()) {
            batches.inEachCurrency(batch.key()).stream()
                    .filter(other -> !converted(other).isZero())
                    .forEach(other -> currencies.add(other.key().currency().getCurrencyCode()));
        }
        return currencies;
    }

    /** What came into the balance of its currency from others; below zero where it went there. */
    static Money converted(SettlementBatch batch) {
        return batch.sums().own(LineKind.CONVERSION, batch.key().currency());
    }
}
