package centrasage.settlements.adyen;

import centrasage.money.Money;
import centrasage.settlements.file.LineKind;
import centrasage.settlements.file.SettlementKey;
import centrasage.settlements.file.SettlementLine;
import centrasage.settlements.file.Tally;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * With what each batch of a file begins and ends, by its lines {@code Balancetransfer from batch 379} and {@code Balancetransfer to batch 381};
 * of a batch with such a line that says neither that is not known.
 */
final class CarriedBalances {
    private final Map<SettlementKey, Money> from = new HashMap<>();
    private final Map<SettlementKey, Money> to = new HashMap<>();
    private final Set<SettlementKey> unclear = new HashSet<>();

    void see(SettlementLine line) {
        if (line.kind() != LineKind.BALANCE_CARRY) {
            return;
        }
        String text = line.text().toLowerCase(Locale.ROOT);
        if (text.contains(" from ") == text.contains(" to ")) {
            unclear.add(line.batch());
        } else if (text.contains(" from ")) {
            from.merge(line.batch(), line.net(), Money::plus);
        } else {
            to.merge(line.batch(), line.net(), Money::plus);
        }
    }

    void tell(Tally tally) {
        SettlementKey key = tally.key();
        Money none = Money.zero(key.currency());
        if (!unclear.contains(key)) {
            tally.between(from.getOrDefault(key, none), none.minus(to.getOrDefault(key, none)));
        }
    }
}
