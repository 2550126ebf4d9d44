package centrasage.settlements.proof;

import centrasage.mapping.InForce;
import centrasage.mapping.Mappings;
import centrasage.money.Money;
import centrasage.settlements.store.SettlementBatch;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;

/**
 * The clearing banks of a batch, one for each currency that its money is in.
 *
 * @param day its last, on which its mappings are in force
 */
record BanksOfBatch(SettlementBatch batch, LocalDate day, InForce mappings) {

    /** @param today instead of the day of a batch that has none */
    static BanksOfBatch of(SettlementBatch batch, LocalDate today, Mappings mappings) {
        LocalDate day = batch.day(today);
        return new BanksOfBatch(batch, day, mappings.on(day));
    }

    /** Into which its money of this currency belongs; empty where no mapping says it. */
    Optional<OpenSums.Bank> of(String currency) {
        return batch.key()
                .clearingBank(mappings, batch.company(), Currency.getInstance(currency))
                .map(code -> new OpenSums.Bank(batch.company(), code, currency));
    }

    /** What has moved in Centra's or the provider's books and not in the bank is open the other way round. */
    static Money open(Money moved) {
        return Money.zero(moved.currency()).minus(moved);
    }
}
