package centrasage.settlements.proof;

import centrasage.flow.TargetUnavailable;
import centrasage.mapping.Mappings;
import centrasage.money.Money;
import centrasage.sage200.client.read.BankBalances;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The clearing banks with what is open in them (posting rules, sections 8 and 9): their balances are read from Sage's cash book, never from
 * what we remember to have posted.
 */
@ApplicationScoped
public class ClearingBook {
    private OpenBook book;
    private BankBalances balances;

    @SuppressWarnings("NullAway.Init")
    ClearingBook() {}

    @Inject
    public ClearingBook(OpenBook book, BankBalances balances) {
        this.book = book;
        this.balances = balances;
    }

    /**
     * Every bank in which something has been open.
     *
     * @throws TargetUnavailable when Sage cannot be asked for the balances
     */
    public List<Clearing> all(Mappings mappings) throws TargetUnavailable {
        OpenSums sums = book.open(mappings);
        Map<String, Map<String, BankBalances.Balance>> byCompany = new TreeMap<>();
        for (Map.Entry<OpenSums.Bank, OpenSums.Of> each : sums.all()) {
            String company = each.getKey().company();
            if (!byCompany.containsKey(company)) {
                byCompany.put(company, balances.of(company));
            }
        }
        return sums.all().stream()
                .map(each -> clearing(
                        each.getKey(),
                        each.getValue(),
                        Objects.requireNonNull(byCompany.get(each.getKey().company()))))
                .toList();
    }

    private static Clearing clearing(OpenSums.Bank bank, OpenSums.Of open, Map<String, BankBalances.Balance> balances) {
        BankBalances.Balance there = balances.get(bank.code());
        Money none = Money.of(BigDecimal.ZERO, bank.currency());
        return new Clearing(
                bank.company(),
                bank.code(),
                there == null ? null : Money.of(there.amount().stripTrailingZeros(), bank.currency()),
                there == null ? null : there.inBase(),
                open.parts(),
                open.ages(),
                open.oldest(),
                open.parts().stream().map(Clearing.Part::amount).reduce(none, Money::plus));
    }
}
