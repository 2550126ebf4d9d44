package centrasage.settlements.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is open in one clearing bank, found by the provider's references and by the shop's. */
public final class OpenEntries {
    private final Map<String, OpenEntry> byReference = new HashMap<>();
    private final Map<String, OpenEntry> byOrder = new HashMap<>();
    private long open;

    public void add(OpenEntry entry) {
        if (!entry.reference().isEmpty()) {
            entry.nextOfReference = byReference.put(entry.reference(), entry);
        }
        entry.nextOfOrder = byOrder.put(entry.order(), entry);
        open++;
    }

    /** How many no line has settled yet. */
    public long open() {
        return open;
    }

    /** Those of one kind with this reference of the provider's that no line has settled yet, the oldest first. */
    List<OpenEntry> ofReference(String reference, boolean refund) {
        List<OpenEntry> found = new ArrayList<>(1);
        for (OpenEntry each = byReference.get(reference); each != null; each = each.nextOfReference) {
            addOpen(found, each, refund);
        }
        return found;
    }

    /** Those of one kind of this order that no line has settled yet, the oldest first. */
    List<OpenEntry> ofOrder(String order, boolean refund) {
        List<OpenEntry> found = new ArrayList<>(1);
        for (@Nullable OpenEntry each = byOrder.get(order); each != null; each = each.nextOfOrder) {
            addOpen(found, each, refund);
        }
        return found;
    }

    private static void addOpen(List<OpenEntry> found, OpenEntry entry, boolean refund) {
        if (!entry.isSettled() && entry.isRefund() == refund) {
            found.add(0, entry);
        }
    }

    void settle(List<OpenEntry> entries) {
        entries.forEach(OpenEntry::settle);
        open -= entries.size();
    }
}
