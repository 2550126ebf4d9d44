package centrasage.console.payouts.line;

import centrasage.settlements.SettlementSettings;
import centrasage.settlements.file.References;
import centrasage.settlements.proof.SettledEntries;
import centrasage.settlements.store.LineState;
import centrasage.settlements.store.SettlementBatch;
import centrasage.settlements.store.SettlementLines;
import centrasage.settlements.store.SettlementLines.Stored;
import centrasage.sync.ledger.ClearingEntry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lines of a payout with what they settle. */
@ApplicationScoped
public class PayoutLines {
    private SettlementLines lines;
    private SettledEntries settled;
    private SettlementSettings settings;

    @SuppressWarnings("NullAway.Init")
    PayoutLines() {}

    @Inject
    PayoutLines(SettlementLines lines, SettledEntries settled, SettlementSettings settings) {
        this.lines = lines;
        this.settled = settled;
        this.settings = settings;
    }

    /** In the order of the file, from one place on; places are counted from 1 without a gap. */
    public List<LineRow> rows(SettlementBatch batch, @Nullable LineState state, int from, int count) {
        return rows(batch, state == null ? lines.page(batch, from, count) : lines.from(batch, state, from, count));
    }

    Optional<LineRow> line(SettlementBatch batch, long place) {
        return lines.line(batch, place)
                .map(stored -> rows(batch, List.of(stored)).get(0));
    }

    private List<LineRow> rows(SettlementBatch batch, List<Stored> stored) {
        Map<Long, List<ClearingEntry>> entries = settled.of(batch, stored);
        return stored.stream()
                .map(each -> LineRow.of(
                        batch,
                        each,
                        order(each.line().references()),
                        each.state() == LineState.SETTLED ? entries.getOrDefault(each.with(), List.of()) : List.of()))
                .toList();
    }

    /** As the file says it; the shop's own reference is the order's number as a rule. */
    private String order(References references) {
        String order = references.order().isEmpty() ? settings.orderOf(references.merchant()) : references.order();
        return order.matches("\\d{1,18}") ? order : "";
    }
}
