package centrasage.settlements.proof;

import centrasage.settlements.store.SettlementBatch;
import centrasage.settlements.store.SettlementLines;
import centrasage.sync.ledger.ClearingEntries;
import centrasage.sync.ledger.ClearingEntry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The way from lines of a batch to what they settle. */
@ApplicationScoped
public class SettledEntries {
    private ClearingEntries entries;

    @SuppressWarnings("NullAway.Init")
    SettledEntries() {}

    @Inject
    public SettledEntries(ClearingEntries entries) {
        this.entries = entries;
    }

    /** By the place of the first line that settles it, as {@link SettlementLines.Stored#with} has it. */
    public Map<Long, List<ClearingEntry>> of(SettlementBatch batch, List<SettlementLines.Stored> lines) {
        Map<Long, List<ClearingEntry>> settled = new HashMap<>();
        entries.settledBy(
                        batch.id(),
                        lines.stream()
                                .map(SettlementLines.Stored::with)
                                .distinct()
                                .toList())
                .forEach(each -> settled.computeIfAbsent(each.line(), line -> new ArrayList<>())
                        .add(each.entry()));
        return settled;
    }
}
