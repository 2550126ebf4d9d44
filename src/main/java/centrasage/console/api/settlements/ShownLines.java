package centrasage.console.api.settlements;

import centrasage.settlements.proof.SettledEntries;
import centrasage.settlements.store.SettlementBatch;
import centrasage.settlements.store.SettlementLines;
import centrasage.sync.ledger.ClearingEntry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** Lines of a batch with what they settle. */
@ApplicationScoped
class ShownLines {
    private SettledEntries entries;

    @SuppressWarnings("NullAway.Init")
    ShownLines() {}

    @Inject
    ShownLines(SettledEntries entries) {
        this.entries = entries;
    }

    List<SettlementLineJson> of(SettlementBatch batch, List<SettlementLines.Stored> lines) {
        Map<Long, List<ClearingEntry>> settled = entries.of(batch, lines);
        return lines.stream()
                .map(stored -> SettlementLineJson.of(
                        stored,
                        settled.getOrDefault(stored.with(), List.of()).stream()
                                .map(ShownLines::words)
                                .toList()))
                .toList();
    }

    private static String words(ClearingEntry entry) {
        return entry.order() + ", " + (entry.urn().isEmpty() ? "opening item" : entry.urn());
    }
}
