package centrasage.settlements.stripe;

import centrasage.settlements.file.Fault;
import centrasage.settlements.file.SettlementKey;
import centrasage.settlements.file.SettlementLine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the lines of a batch say of it besides themselves. */
final class StripeNotes {
    private static final int UNEVEN_MAX = 20;

    private final Map<SettlementKey, LocalDate> effective = new HashMap<>();
    private final Map<SettlementKey, List<Fault>> uneven = new HashMap<>();

    void isEffective(SettlementKey key, LocalDate day) {
        effective.putIfAbsent(key, day);
    }

    /** When its payout was taken from the balance; null where the file does not say. */
    @Nullable
    LocalDate effectiveOn(SettlementKey key) {
        return effective.get(key);
    }

    /** The sums of the batch prove its net, so that it holds. */
    void isUneven(SettlementLine line, StripeAmounts amounts) {
        List<Fault> faults = uneven.computeIfAbsent(line.batch(), key -> new ArrayList<>());
        if (faults.size() < UNEVEN_MAX) {
            faults.add(Fault.ofLine(
                    line.number(),
                    "its net is " + amounts.net() + ", and its gross less its fee comes to "
                            + amounts.net().minus(amounts.off()),
                    "Ask Stripe about this line; it is taken at its net"));
        }
    }

    /** Lines of which net, gross and fee do not agree by less than {@link SettlementLine#unexplained} tells: the first of them. */
    List<Fault> uneven(SettlementKey key) {
        return uneven.getOrDefault(key, List.of());
    }
}
