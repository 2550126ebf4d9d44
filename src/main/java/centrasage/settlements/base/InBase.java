package centrasage.settlements.base;

import centrasage.money.Money;
import java.math.BigDecimal;
import java.util.List;

/**
 * A clearing bank of another currency, proven in the company's own.
 *
 * @param ledger what Sage holds it with
 * @param parts what stands in it, at the rates at which that was booked; what comes to nothing is left out
 * @param unknown of how many receipts and refunds that are open nobody knows what Sage holds them with: nothing of them is in the parts
 */
public record InBase(Money ledger, List<Part> parts, long unknown) {
    public InBase {
        parts = List.copyOf(parts);
    }

    /** @param amount above zero where it adds to what Sage holds the bank with */
    public record Part(Kind kind, Money amount) {}

    /** What can stand in a bank. */
    public enum Kind {
        /** Receipts that no file has paid out. */
        RECEIPTS("paid by shoppers, not paid out"),
        /** Refunds that no file has taken off. */
        REFUNDS("given back to shoppers, not taken off"),
        /** As it was planned. */
        CARRIED("balances carried between batches"),
        /** All else that batches have left. */
        BATCHES("payouts under way, and what finished ones have gained or lost by exchange rates"),
        /** By a person. */
        EXPLAINED("explained by people");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** As people call it. */
        public String words() {
            return words;
        }
    }

    /** What people have explained of it. */
    BigDecimal explained() {
        return parts.stream()
                .filter(part -> part.kind() == Kind.EXPLAINED)
                .map(part -> part.amount().amount())
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }

    /** What stands in it in all. */
    public Money open() {
        return parts.stream().map(Part::amount).reduce(Money.zero(ledger.currency()), Money::plus);
    }

    /** By how much Sage's is more; 0.00 is proven. */
    public Money difference() {
        return ledger.minus(open());
    }

    public boolean isProven() {
        return unknown == 0 && difference().isZero();
    }
}
