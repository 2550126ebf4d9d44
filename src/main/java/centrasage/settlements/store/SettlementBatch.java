package centrasage.settlements.store;

import centrasage.money.Money;
import centrasage.settlements.file.BatchSums;
import centrasage.settlements.file.LineKind;
import centrasage.settlements.file.SettlementKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A version of a batch as the store has it.
 *
 * @param file the id of the file that brought it
 * @param version 1 is the first
 * @param company of Sage 200, by {@code settlement.csv}; empty until it was looked up
 * @param clearingBank the code of the bank of its currency; empty until then, or where none is mapped
 * @param first the first day on which a line was booked; null where no line says it
 * @param faults why it is not proven, in sentences; none where it is
 * @param faultsInAll how many there are: the first are kept
 * @param warnings of what a person should know though it is proven
 */
public record SettlementBatch(
        long id,
        long file,
        SettlementKey key,
        int version,
        BatchState state,
        String contentHash,
        long lines,
        @Nullable LocalDate first,
        @Nullable LocalDate last,
        @Nullable Money opening,
        @Nullable Money closing,
        BatchSums sums,
        List<String> faults,
        long faultsInAll,
        List<String> warnings,
        String company,
        String clearingBank,
        Instant since) {

    /** What came to the merchant's bank less what went back from there. */
    public Money paidOut() {
        Currency currency = key.currency();
        return sums.taken(LineKind.PAYOUT, currency).plus(sums.taken(LineKind.PAYOUT_RETURN, currency));
    }

    /** The last on which a line was booked: its mappings are those of this day. */
    public LocalDate day(LocalDate otherwise) {
        return Objects.requireNonNullElse(last, otherwise);
    }
}
