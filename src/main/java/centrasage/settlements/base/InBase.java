package centrasage.settlements.base;

import centrasage.money.Money;
import java.math.BigDecimal;
import java.util.List;

/**
 * A clearing bank of another currency, proven in the company's own.
 *
 * @param ledger what Sage holds it with
 * @param parts what stands in it, at the rates at which that was booked; what comes to nothing is left out
 * @param unknown of how many receipts and refunds nobody knows what Sage holds them with: nothing of them is in the parts
 * @param tolerated how much may have been gained or lost by exchange rates before a person is told
 */
public record InBase(Money ledger, List<Part> parts, long unknown, BigDecimal tolerated) {
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
        /** What batches have moved of which lines or postings wait, or that were not read back since they were done. */
        UNDER_WAY("payouts under way"),
        /** By batches that are done. */
        CARRIED("balances carried between batches"),
        /** What was done is open no more, and nothing of it is in the bank's own currency. */
        EXCHANGE("gained or lost by exchange rates"),
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
        return of(Kind.EXPLAINED).amount();
    }

    private Money of(Kind kind) {
        return parts.stream()
                .filter(part -> part.kind() == kind)
                .map(Part::amount)
                .findFirst()
                .orElse(Money.zero(ledger.currency()));
    }

    /** What was gained or lost by exchange rates, and nobody has explained: what people have explained of other things cancels nothing. */
    public Money exchanged() {
        Money all = of(Kind.EXCHANGE);
        Money rest = all.plus(of(Kind.EXPLAINED));
        return rest.abs().amount().compareTo(all.abs().amount()) < 0 ? rest : all;
    }

    /** Whether all that Sage holds it with is known. */
    public boolean isKnown() {
        return unknown == 0 && difference().isZero();
    }

    /** What stands in it in all. */
    public Money open() {
        return parts.stream().map(Part::amount).reduce(Money.zero(ledger.currency()), Money::plus);
    }

    /** By how much Sage's is more; 0.00 is proven. */
    public Money difference() {
        return ledger.minus(open());
    }

    /** Whether it is known, and no more of it than is tolerated was gained or lost by exchange rates. */
    public boolean isProven() {
        return isKnown() && exchanged().abs().amount().compareTo(tolerated) <= 0;
    }
}
