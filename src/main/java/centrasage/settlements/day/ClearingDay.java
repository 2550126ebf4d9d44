package centrasage.settlements.day;

import centrasage.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A clearing bank as it was proven on a day, the last time on that day.
 *
 * @param provenAt when Sage was asked for its balance
 * @param ledger its balance in Sage; null where Sage had no such bank
 * @param open what was open in it
 * @param parts the same by kind
 * @param ages the same by age; what came to nothing is left out
 * @param oldest the day of the oldest that was open; null where nothing was
 * @param base its proof in the company's own currency; null where that is the bank's, or nobody could be asked
 */
public record ClearingDay(
        String company,
        String bank,
        LocalDate day,
        Instant provenAt,
        @Nullable Money ledger,
        Money open,
        List<Part> parts,
        Map<String, Money> ages,
        @Nullable LocalDate oldest,
        @Nullable Base base) {

    public ClearingDay {
        parts = List.copyOf(parts);
        ages = Map.copyOf(ages);
    }

    /**
     * What was open of one kind.
     *
     * @param kind the name of it
     * @param count of receipts, lines and postings; 0 of what has no number
     */
    public record Part(String kind, long count, Money amount) {}

    /**
     * The proof in the company's own currency.
     *
     * @param unknown of how many receipts and refunds nobody knew what Sage holds them with
     * @param proven whether no person has to look at it
     */
    public record Base(Money ledger, Money open, long unknown, boolean proven, List<Part> parts) {
        public Base {
            parts = List.copyOf(parts);
        }

        /** By how much Sage's was more. */
        public Money difference() {
            return ledger.minus(open);
        }
    }

    /** By how much Sage's balance was more than what was open; all of it where Sage had no such bank. */
    public Money difference() {
        Money there = ledger == null ? Money.zero(open.currency()) : ledger;
        return there.minus(open);
    }

    /** In its own currency. */
    public boolean isProven() {
        return ledger != null && difference().isZero();
    }

    /** In its own currency, and in the company's. */
    public boolean isProvenInBoth() {
        return isProven() && (base == null || base.proven());
    }

    /** A bank of a company, in its currency. */
    public record Bank(String company, String bank, String currency) {}

    public Bank of() {
        return new Bank(company, bank, open.currency().getCurrencyCode());
    }
}
