package centrasage.settlements.base;

import centrasage.flow.TargetUnavailable;
import centrasage.sage200.client.SageBalances;
import centrasage.sage200.ledger.EntryKind;
import centrasage.sage200.ledger.LedgerBalance;
import centrasage.settlements.SettlementSettings;
import centrasage.sync.ledger.ClearingValues;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads once what Sage holds the receipts and refunds of a clearing bank of another currency with. */
@ApplicationScoped
public class EntryValues {
    private static final int AT_ONCE = 500;

    private ClearingValues entries;
    private SageBalances ledger;
    private SettlementSettings settings;

    @SuppressWarnings("NullAway.Init")
    EntryValues() {}

    @Inject
    public EntryValues(ClearingValues entries, SageBalances ledger, SettlementSettings settings) {
        this.entries = entries;
        this.ledger = ledger;
        this.settings = settings;
    }

    /**
     * All that are open in a bank and were not read before; those that Sage does not have, or tells no rate of, stay unknown.
     *
     * @throws TargetUnavailable when Sage cannot be asked: what was read stays known
     */
    public void readOpen(String company, String bank) throws TargetUnavailable {
        read(0, company, bank);
    }

    /**
     * As {@link #readOpen}, of those that lines of a batch have settled there.
     *
     * @throws TargetUnavailable when Sage cannot be asked: what was read stays known
     */
    public void readSettled(long batch, String company, String bank) throws TargetUnavailable {
        read(batch, company, bank);
    }

    private void read(long batch, String company, String bank) throws TargetUnavailable {
        List<ClearingValues.ToValue> page = entries.toValue(batch, company, bank, 0, AT_ONCE);
        while (!page.isEmpty()) {
            entries.value(valued(
                    page,
                    ledger.of(
                            company,
                            page.stream().map(ClearingValues.ToValue::urn).toList())));
            page = entries.toValue(
                    batch, company, bank, page.get(page.size() - 1).id(), AT_ONCE);
        }
    }

    private List<ClearingValues.Valued> valued(List<ClearingValues.ToValue> page, Map<String, LedgerBalance> balances) {
        List<ClearingValues.Valued> valued = new ArrayList<>();
        for (ClearingValues.ToValue entry : page) {
            LedgerBalance balance = balances.get(entry.urn());
            BigDecimal base = balance == null || !isIt(balance, entry) ? null : base(balance, entry);
            if (base != null) {
                valued.add(new ClearingValues.Valued(entry.id(), entry.urn(), base));
            }
        }
        return valued;
    }

    private static boolean isIt(LedgerBalance balance, ClearingValues.ToValue entry) {
        return balance.is(
                entry.origin().isRefund() ? EntryKind.PAYMENT : EntryKind.RECEIPT,
                entry.value().amount());
    }

    /** As Sage states it, or by its rate; null where it states neither. */
    private @Nullable BigDecimal base(LedgerBalance balance, ClearingValues.ToValue entry) {
        BigDecimal stated = balance.base();
        BigDecimal rate = balance.rate();
        if (stated != null && stated.signum() != 0) {
            return stated.abs();
        }
        return rate == null || rate.signum() <= 0
                ? null
                : settings.rates().base(entry.value().amount(), rate);
    }
}
