package centrasage.settlements.plan;

import centrasage.flow.Reason;
import centrasage.money.Money;
import centrasage.sage200.ledger.BankEntry;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a charge is booked, or why it cannot be.
 *
 * @param kept with the VAT that is booked with it
 * @param entry null where it cannot be
 */
record Booked(Charge charge, Money kept, @Nullable BankEntry entry, List<Reason> reasons) {
    Booked {
        reasons = List.copyOf(reasons);
    }

    <R> R match(Function<BankEntry, R> booked, Function<List<Reason>, R> held) {
        return entry == null ? held.apply(reasons) : booked.apply(entry);
    }
}
