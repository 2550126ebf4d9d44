package centrasage.settlements.base;

import centrasage.flow.TargetUnavailable;
import centrasage.mapping.Mappings;
import centrasage.sage200.client.read.Banks;
import centrasage.settlements.store.SettlementBatches;
import centrasage.sync.ledger.ClearingEntries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads with what Sage holds all that stands in clearing banks of other currencies, and was not read before. */
@ApplicationScoped
public class ReadBack {
    private ClearingEntries entries;
    private SettlementBatches batches;
    private Banks banks;
    private EntryValues values;
    private ValueBatches posted;

    @SuppressWarnings("NullAway.Init")
    ReadBack() {}

    @Inject
    public ReadBack(
            ClearingEntries entries, SettlementBatches batches, Banks banks, EntryValues values, ValueBatches posted) {
        this.entries = entries;
        this.batches = batches;
        this.banks = banks;
        this.values = values;
        this.posted = posted;
    }

    /** @return why companies could not be asked; those of others are read */
    public Map<String, TargetUnavailable> read(Mappings mappings) {
        Map<String, Set<String>> byCompany = entries.banks().stream()
                .collect(Collectors.groupingBy(
                        ClearingEntries.Bank::company,
                        TreeMap::new,
                        Collectors.mapping(ClearingEntries.Bank::code, Collectors.toSet())));
        Set<String> companies = new TreeSet<>(byCompany.keySet());
        batches.banks().forEach(bank -> companies.add(bank.company()));
        Map<String, TargetUnavailable> silent = new TreeMap<>();
        for (String company : companies) {
            try {
                read(company, byCompany.getOrDefault(company, Set.of()), mappings);
            } catch (TargetUnavailable e) {
                silent.put(company, e);
            }
        }
        return silent;
    }

    private void read(String company, Set<String> codes, Mappings mappings) throws TargetUnavailable {
        for (String code : codes) {
            if (banks.isForeign(company, code)) {
                values.readOpen(company, code);
            }
        }
        posted.value(company, mappings);
    }
}
