package centrasage.console.payouts.line;

import centrasage.money.Money;
import centrasage.settlements.file.SettlementLine;
import centrasage.settlements.store.SettlementBatch;
import centrasage.settlements.store.SettlementLines.Stored;
import centrasage.sync.ledger.ClearingEntry;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A line of a payout as the list shows it.
 *
 * @param order Centra's number of what it is about, as far as anybody can tell; empty where nobody can
 * @param settles the receipts or refunds that it settles, with other lines perhaps
 */
public record LineRow(SettlementBatch batch, Stored stored, String order, List<ClearingEntry> settles) {
    static LineRow of(SettlementBatch batch, Stored stored, String said, List<ClearingEntry> settles) {
        String order = settles.isEmpty() ? said : settles.get(0).order();
        return new LineRow(batch, stored, order, settles);
    }

    public SettlementLine line() {
        return stored.line();
    }

    /** What the shopper paid or got; of no payment what it comes to before fees. */
    public Money gross() {
        return line().gross().isZero() ? line().own() : line().gross();
    }

    /** The provider's reference; empty where the file has none. */
    public String reference() {
        String modification = line().references().modification();
        return modification.isEmpty() ? line().references().payment() : modification;
    }

    /** Sage's numbers of what it settles; null where it settles nothing. */
    public @Nullable String urns() {
        return settles.isEmpty()
                ? null
                : settles.stream()
                        .map(entry -> entry.urn().isEmpty() ? "opening item" : entry.urn())
                        .collect(Collectors.joining(", "));
    }

    /** What it comes to more than what it settles; null where it settles nothing. */
    public @Nullable Money variance() {
        return settles.isEmpty()
                ? null
                : new Money(stored.variance(), line().gross().currency());
    }

    public String address() {
        return "payout.xhtml?id=" + batch.id() + "&line=" + stored.place();
    }

    public @Nullable String orderAddress() {
        return order.isEmpty() ? null : "order.xhtml?number=" + order;
    }
}
