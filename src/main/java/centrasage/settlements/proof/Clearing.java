package centrasage.settlements.proof;

import centrasage.money.Money;
import centrasage.settlements.base.InBase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A clearing bank, proven: what Sage's cash book says it holds, and what is known to be open in it.
 *
 * @param ledger its balance in Sage; null where Sage has no such bank
 * @param ledgerInBase the same in the company's own currency; null where Sage has no such bank
 * @param inBase its proof in the company's own currency; null where that is the bank's
 * @param parts what is open in it by kind, those that come to nothing left out
 * @param ages the same by age, what comes to nothing left out: all of them together are what is open
 * @param oldest the day of the oldest that is open; null where nothing is
 */
public record Clearing(
        String company,
        String bank,
        @Nullable Money ledger,
        @Nullable BigDecimal ledgerInBase,
        @Nullable InBase inBase,
        List<Part> parts,
        Map<Age, Money> ages,
        @Nullable LocalDate oldest,
        Money open) {

    public Clearing {
        parts = List.copyOf(parts);
        ages = Map.copyOf(ages);
    }

    /**
     * What is open of one kind.
     *
     * @param count of receipts, lines and postings; of carried balances 0
     * @param amount above zero where it adds to what the bank holds
     */
    public record Part(OpenKind kind, long count, Money amount) {}

    /** By how much Sage's balance is more than what is open; 0.00 is proven. All of it where Sage has no such bank. */
    public Money difference() {
        Money there = ledger == null ? Money.zero(open.currency()) : ledger;
        return there.minus(open);
    }

    /** In its own currency. */
    public boolean isProven() {
        return ledger != null && difference().isZero();
    }

    /** In its own currency, and in the company's. */
    boolean isProvenInBoth() {
        return isProven() && (inBase == null || inBase.isProven());
    }
}
