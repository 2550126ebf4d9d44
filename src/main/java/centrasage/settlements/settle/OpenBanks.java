package centrasage.settlements.settle;

import centrasage.settlements.match.OpenEntries;
import centrasage.settlements.match.OpenEntry;
import centrasage.sync.ledger.ClearingEntries;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is open in the clearing banks while one run matches its batches: read once for each bank, because a file may have many batches in one.
 * What is posted meanwhile is found by the next run.
 */
final class OpenBanks {
    private static final int AT_ONCE = 20_000;

    private final ClearingEntries entries;
    private final Map<String, OpenEntries> banks = new HashMap<>();

    OpenBanks(ClearingEntries entries) {
        this.entries = entries;
    }

    OpenEntries of(String company, String bank, Currency currency) {
        return banks.computeIfAbsent(
                company + "/" + bank + "/" + currency.getCurrencyCode(), key -> read(company, bank, currency));
    }

    /** What is known here may not be what is in the store: everything is read again. */
    void forget() {
        banks.clear();
    }

    private OpenEntries read(String company, String bank, Currency currency) {
        OpenEntries open = new OpenEntries();
        List<ClearingEntries.ToMatch> page = entries.toMatch(company, bank, currency.getCurrencyCode(), 0, AT_ONCE);
        while (!page.isEmpty()) {
            page.forEach(entry -> open.add(new OpenEntry(
                    entry.id(), entry.refund(), minor(entry.amount(), currency), entry.order(), entry.reference())));
            page = entries.toMatch(
                    company,
                    bank,
                    currency.getCurrencyCode(),
                    page.get(page.size() - 1).id(),
                    AT_ONCE);
        }
        return open;
    }

    /** Exact: the store has no more decimals of an amount than its currency. */
    private static long minor(BigDecimal amount, Currency currency) {
        return amount.movePointRight(currency.getDefaultFractionDigits()).longValueExact();
    }
}
