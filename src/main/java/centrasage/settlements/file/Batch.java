package centrasage.settlements.file;

import centrasage.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a file says of one batch as a whole, and whether it holds together.
 *
 * @param lines how many the batch has
 * @param net of all its lines by kind, in the currency of the batch
 * @param first the first day on which a line was booked; null where no line says it
 * @param last the last such day
 * @param opening what the batch began with, in words of its provider; null where the file does not tell
 * @param closing what it ended with
 * @param faults what is wrong with it, the first of them; none when it is proven
 * @param faultsInAll how many there are
 * @param warnings of single lines that contradict themselves while the batch as a whole holds, the first of them: those lines are for a
 *     person, and the rest is as good as without them; of no line where nothing proves the batch and it is taken by a setting all the same
 */
public record Batch(
        SettlementKey key,
        long lines,
        Map<LineKind, Money> net,
        @Nullable LocalDate first,
        @Nullable LocalDate last,
        @Nullable Money opening,
        @Nullable Money closing,
        List<Fault> faults,
        long faultsInAll,
        List<Fault> warnings) {

    public Batch {
        net = Map.copyOf(net);
        faults = List.copyOf(faults);
        warnings = List.copyOf(warnings);
    }

    /** Whether every line of it can be read and its control totals hold: only then is it matched and posted. */
    public boolean isProven() {
        return faultsInAll == 0;
    }

    public Money net(LineKind kind) {
        return net.getOrDefault(kind, Money.zero(key.currency()));
    }

    /** What came to the merchant's bank less what was taken from there; above zero as a rule. */
    public Money paidOut() {
        return Money.zero(key.currency()).minus(net(LineKind.PAYOUT)).minus(net(LineKind.PAYOUT_RETURN));
    }

    /** Of all lines. */
    public Money sum() {
        return net.values().stream().reduce(Money.zero(key.currency()), Money::plus);
    }
}
