package centrasage.settlements.proof;

import centrasage.flow.TargetUnavailable;
import centrasage.mapping.Mappings;
import centrasage.money.Money;
import centrasage.sage200.client.read.BankBalances;
import centrasage.sage200.client.read.Banks;
import centrasage.settlements.base.BaseBook;
import centrasage.settlements.base.InBase;
import centrasage.settlements.base.ReadBack;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
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
    private ReadBack readBack;
    private BaseBook bases;

    @SuppressWarnings("NullAway.Init")
    ClearingBook() {}

    @Inject
    public ClearingBook(OpenBook book, BankBalances balances, Banks banks, ReadBack readBack, BaseBook bases) {
        this.book = book;
        this.balances = balances;
        this.banks = banks;
        this.readBack = readBack;
        this.bases = bases;
    }

    /**
     * What one look at all clearing banks has found.
     *
     * @param banks every one in which something has been open, but for those of companies whose balances Sage does not tell
     * @param names of all of them
     * @param silent why companies of Sage could not be asked for something: their banks have no proof in the company's own currency
     */
    public record Looked(List<Clearing> banks, List<Name> names, Map<String, TargetUnavailable> silent) {
        /**
         * All of them.
         *
         * @throws TargetUnavailable when a company could not be asked
         */
        public List<Clearing> all() throws TargetUnavailable {
            if (!silent.isEmpty()) {
                throw silent.values().iterator().next();
            }
            return banks;
        }
    }

    /** A bank of a company, in its currency. */
    public record Name(String company, String bank, String currency) {}

    /** Reads back what was not read before, and holds Sage's balances against what is open. */
    public Looked look(Mappings mappings) {
        Map<String, TargetUnavailable> silent = new TreeMap<>(readBack.read(mappings));
        OpenSums sums = book.open(mappings);
        Map<String, Map<String, BankBalances.Balance>> byCompany = new TreeMap<>();
        Map<OpenSums.Bank, InBase> inBase = new TreeMap<>();
        sums.all().stream().map(each -> each.getKey().company()).distinct().forEach(company -> {
            try {
                Map<String, BankBalances.Balance> there = balances.of(company);
                byCompany.put(company, there);
                if (!silent.containsKey(company)) {
                    inBase.putAll(inBase(company, sums, there));
                }
            } catch (TargetUnavailable e) {
                silent.put(company, e);
            }
        });
        List<Clearing> found = new ArrayList<>();
        List<Name> names = new ArrayList<>();
        for (Map.Entry<OpenSums.Bank, OpenSums.Of> each : sums.all()) {
            OpenSums.Bank bank = each.getKey();
            names.add(new Name(bank.company(), bank.code(), bank.currency()));
            Map<String, BankBalances.Balance> there = byCompany.get(bank.company());
            if (there != null) {
                found.add(clearing(bank, each.getValue(), there, inBase.get(bank)));
            }
        }
        return new Looked(found, names, silent);
    }

    /** Those of a company that are of another currency than its own. */
    private Map<OpenSums.Bank, InBase> inBase(String company, OpenSums sums, Map<String, BankBalances.Balance> balances)
            throws TargetUnavailable {
        Optional<Currency> base = banks.base(company);
        List<OpenSums.Bank> foreign = new ArrayList<>();
        List<BaseBook.Bank> asked = new ArrayList<>();
        for (Map.Entry<OpenSums.Bank, OpenSums.Of> each : sums.all()) {
            OpenSums.Bank bank = each.getKey();
            BankBalances.Balance there = balances.get(bank.code());
            BigDecimal held = there == null ? null : there.inBase();
            if (bank.company().equals(company)
                    && held != null
                    && base.isPresent()
                    && banks.isForeign(company, bank.code())) {
                foreign.add(bank);
                asked.add(new BaseBook.Bank(
                        company,
                        bank.code(),
                        Money.of(held.stripTrailingZeros(), base.get().getCurrencyCode())));
            }
        }
        List<InBase> answered = bases.of(asked);
        Map<OpenSums.Bank, InBase> inBase = new TreeMap<>();
        for (int i = 0; i < foreign.size(); i++) {
            inBase.put(foreign.get(i), answered.get(i));
        }
        return inBase;
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
