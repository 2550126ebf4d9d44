package centrasage.settlements.rate;

import centrasage.flow.TargetUnavailable;
import centrasage.mapping.InForce;
import centrasage.sage200.client.read.Banks;
import centrasage.settlements.store.SettlementBatch;
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

    @SuppressWarnings("NullAway.Init")
    ForeignBanks() {}

    @Inject
    public ForeignBanks(Banks banks) {
        this.banks = banks;
    }

    /**
     * The currencies of a batch.
     *
     * @param banks the codes of the clearing banks of other currencies, by currency; what is not mapped, or not in Sage, is in neither
     * @param own the company's own, where the batch has money of it
     */
    public record Of(Map<String, String> banks, Set<String> own) {
        public Of {
            banks = Map.copyOf(banks);
            own = Set.copyOf(own);
        }
    }

    /** @throws TargetUnavailable when Sage cannot be asked for its banks */
    public Of of(SettlementBatch batch, String company, InForce mappings) throws TargetUnavailable {
        Set<String> currencies = new HashSet<>(batch.sums().exchanged().keySet());
        currencies.add(batch.key().currency().getCurrencyCode());
        Map<String, String> foreign = new TreeMap<>();
        Set<String> own = new HashSet<>();
        for (String currency : currencies) {
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
        return new Of(foreign, own);
    }
}
