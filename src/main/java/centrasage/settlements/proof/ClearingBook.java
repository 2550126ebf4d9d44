package centrasage.settlements.proof;

import centrasage.flow.TargetUnavailable;
import centrasage.mapping.Mappings;
import centrasage.money.Money;
import centrasage.sage200.client.read.BankBalances;
import centrasage.sage200.client.read.Banks;
import centrasage.settlements.base.BaseBook;
import centrasage.settlements.base.InBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The clearing banks with what is open in them (posting rules, sections 8 and 9): their balances are read from Sage's cash book, never from
 * what we remember to have posted.
 */
@ApplicationScoped
public class ClearingBook {
    private OpenBook book;
    private BankBalances balances;
    private Banks banks;
    private BaseBook bases;

    @SuppressWarnings("NullAway.Init")
    ClearingBook() {}

    @Inject
    public ClearingBook(OpenBook book, BankBalances balances, Banks banks, BaseBook bases) {
        this.book = book;
        this.balances = balances;
        this.banks = banks;
        this.bases = bases;
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
        Map<OpenSums.Bank, InBase> inBase = inBase(sums, byCompany);
        return sums.all().stream()
                .map(each -> clearing(
                        each.getKey(),
                        each.getValue(),
                        Objects.requireNonNull(byCompany.get(each.getKey().company())),
                        inBase.get(each.getKey())))
                .toList();
    }

    /** Those of other currencies than their companies'. */
    private Map<OpenSums.Bank, InBase> inBase(OpenSums sums, Map<String, Map<String, BankBalances.Balance>> byCompany)
            throws TargetUnavailable {
        List<OpenSums.Bank> foreign = new ArrayList<>();
        List<BaseBook.Bank> asked = new ArrayList<>();
        for (Map.Entry<OpenSums.Bank, OpenSums.Of> each : sums.all()) {
            OpenSums.Bank bank = each.getKey();
            BankBalances.Balance there =
                    Objects.requireNonNull(byCompany.get(bank.company())).get(bank.code());
            Optional<Currency> base = banks.base(bank.company());
            if (there != null && base.isPresent() && isForeign(bank)) {
                foreign.add(bank);
                asked.add(new BaseBook.Bank(
                        bank.company(),
                        bank.code(),
                        Money.of(there.inBase().stripTrailingZeros(), base.get().getCurrencyCode())));
            }
        }
        List<InBase> answered = bases.of(asked);
        Map<OpenSums.Bank, InBase> inBase = new TreeMap<>();
        for (int i = 0; i < foreign.size(); i++) {
            inBase.put(foreign.get(i), answered.get(i));
        }
        return inBase;
    }

    private boolean isForeign(OpenSums.Bank bank) throws TargetUnavailable {
        return banks.bank(bank.company(), bank.code())
                .filter(known -> !known.isBase())
                .isPresent();
    }

    private static Clearing clearing(
            OpenSums.Bank bank, OpenSums.Of open, Map<String, BankBalances.Balance> balances, @Nullable InBase inBase) {
        BankBalances.Balance there = balances.get(bank.code());
        Money none = Money.of(BigDecimal.ZERO, bank.currency());
        return new Clearing(
                bank.company(),
                bank.code(),
                there == null ? null : Money.of(there.amount().stripTrailingZeros(), bank.currency()),
                there == null ? null : there.inBase(),
                inBase,
                open.parts(),
                open.ages(),
                open.oldest(),
                open.parts().stream().map(Clearing.Part::amount).reduce(none, Money::plus));
    }
}
