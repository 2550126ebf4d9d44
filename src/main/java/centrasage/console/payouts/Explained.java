package centrasage.console.payouts;

import centrasage.money.Money;
import centrasage.settlements.store.LineState;
import centrasage.settlements.store.SettlementLines.Group;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How far the lines of a payout are explained: which settle receipts and refunds, which are posted in sums, and which nobody knows.
 *
 * @param groups the lines by what became of them
 */
public record Explained(List<Group> groups) {
    public Explained {
        groups = List.copyOf(groups);
    }

    /** Those that settle nothing known. */
    public List<Group> waiting() {
        return groups.stream()
                .filter(group -> LineState.WAITING.contains(group.state()))
                .toList();
    }

    /** All others. */
    public List<Group> done() {
        return groups.stream()
                .filter(group -> !LineState.WAITING.contains(group.state()))
                .toList();
    }

    public long waitingLines() {
        return waiting().stream().mapToLong(Group::lines).sum();
    }

    /** What nobody can explain of it, in each currency; lines that cancel out are there all the same. */
    public List<Money> unexplained() {
        Map<String, Money> sums = new TreeMap<>();
        waiting()
                .forEach(group -> sums.merge(group.amount().currency().getCurrencyCode(), group.amount(), Money::plus));
        return List.copyOf(sums.values());
    }

    /** What nobody can explain in this currency, or where that is nothing in another; null where all is explained. */
    @Nullable
    Money unexplained(String currency) {
        List<Money> sums = unexplained();
        return sums.stream()
                .filter(sum -> sum.currency().getCurrencyCode().equals(currency))
                .findFirst()
                .orElse(sums.isEmpty() ? null : sums.get(0));
    }
}
