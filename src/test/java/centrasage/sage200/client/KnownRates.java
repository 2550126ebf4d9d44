package centrasage.sage200.client;

import centrasage.sage200.ledger.LedgerBalance;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Customer accounts whose entries have the rates that a test says. */
public final class KnownRates extends SageBalances {
    private final Map<String, BigDecimal> rates = new HashMap<>();
    private final Map<String, BigDecimal> grosses = new HashMap<>();
    private final Map<String, BigDecimal> bases = new HashMap<>();
    private int asked;

    public KnownRates with(String urn, String rate) {
        rates.put(urn, new BigDecimal(rate));
        return this;
    }

    /** Sage states what it is in the company's own currency. */
    public void base(String urn, String base) {
        bases.put(urn, new BigDecimal(base));
    }

    /** @param gross below zero of a receipt */
    public void entry(String urn, BigDecimal gross) {
        grosses.put(urn, gross);
    }

    /** Of how many entries Sage was asked. */
    public int asked() {
        return asked;
    }

    @Override
    public Map<String, LedgerBalance> of(String company, Collection<String> urns) {
        Map<String, LedgerBalance> balances = new HashMap<>();
        for (String urn : urns) {
            asked++;
            @Nullable BigDecimal rate = rates.get(urn);
            if (rate != null) {
                balances.put(
                        urn,
                        new LedgerBalance(
                                urn,
                                1,
                                grosses.getOrDefault(urn, BigDecimal.ZERO),
                                BigDecimal.ZERO,
                                bases.get(urn),
                                rate));
            }
        }
        return balances;
    }
}
