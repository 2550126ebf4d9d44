package centrasage.console.api.settlements;

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

/** Lines of a batch with what they settle. */
@ApplicationScoped
class ShownLines {
    private ClearingEntries entries;

    @SuppressWarnings("NullAway.Init")
    ShownLines() {}

    @Inject
    ShownLines(ClearingEntries entries) {
        this.entries = entries;
    }

    List<SettlementLineJson> of(SettlementBatch batch, List<SettlementLines.Stored> lines) {
        Map<Long, List<String>> settled = settled(batch, lines);
        return lines.stream()
                .map(stored -> SettlementLineJson.of(stored, settled.getOrDefault(stored.with(), List.of())))
                .toList();
    }

    /** By the place of the first line that settles it. */
    private Map<Long, List<String>> settled(SettlementBatch batch, List<SettlementLines.Stored> lines) {
        Map<Long, List<String>> settled = new HashMap<>();
        entries.settledBy(
                        batch.id(),
                        lines.stream()
                                .map(SettlementLines.Stored::with)
                                .distinct()
                                .toList())
                .forEach(each -> settled.computeIfAbsent(each.line(), line -> new ArrayList<>())
                        .add(words(each.entry())));
        return settled;
    }

    private static String words(ClearingEntry entry) {
        return entry.order() + ", " + (entry.urn().isEmpty() ? "opening item" : entry.urn());
    }
}
