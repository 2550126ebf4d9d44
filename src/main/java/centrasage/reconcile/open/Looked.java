package centrasage.reconcile.open;

import centrasage.money.Money;
import centrasage.reconcile.finding.Missing;
import centrasage.sage200.ledger.EntryKind;
import centrasage.sage200.ledger.LedgerBalance;
import centrasage.sync.ledger.OpenItem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What one look has found. */
public final class Looked {
    private final List<Difference> differences = new ArrayList<>();
    private final List<OpenItem> gone = new ArrayList<>();
    private final Map<String, Missing> undone = new TreeMap<>();
    private final List<Stated> stated = new ArrayList<>();
    private long compared;

    /** The exchange rate with which Sage holds an entry, and which is not known here, or was another one. */
    record Stated(OpenItem item, BigDecimal rate) {}

    void compared(OpenItem item, @Nullable LedgerBalance balance) {
        compared++;
        boolean isThere = balance != null
                && balance.is(EntryKind.valueOf(item.kind()), item.value().amount());
        if (balance == null || !isThere) {
            if (!item.value().isZero()) { // an invoice of nothing leaves nothing in the ledger
                gone.add(item);
            }
            return;
        }
        Difference difference = new Difference(
                item, new Money(balance.outstanding(), item.value().currency()), balance.customer());
        if (!difference.settled().isZero()) {
            differences.add(difference);
        }
        BigDecimal rate = balance.rate();
        if (rate != null && isOther(rate, item.rate())) {
            stated.add(new Stated(item, rate));
        }
        if (item.open().isZero()) {
            undone.computeIfAbsent(
                            item.company(),
                            none -> new Missing("allocations, counted by their entries, that were made there"))
                    .count(item.date(), difference.isUndone());
        }
    }

    List<Difference> differences() {
        return differences;
    }

    private static boolean isOther(BigDecimal rate, @Nullable BigDecimal known) {
        return known == null || rate.compareTo(known) != 0;
    }

    List<Stated> stated() {
        return stated;
    }

    long compared() {
        return compared;
    }

    /** What Sage does not have any more. */
    public List<OpenItem> gone() {
        return List.copyOf(gone);
    }

    /** The companies in which most of what was allocated is open again, in words. */
    public Map<String, String> mostUndone() {
        Map<String, String> most = new TreeMap<>();
        undone.forEach((company, missing) -> missing.most().ifPresent(words -> most.put(company, words)));
        return most;
    }
}
