package centrasage.sage200.ledger;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What both transactions were before a send: by which ids allocations name them, and how many entries of the value to be allocated
 * their histories of allocations had. One of ours leaves one more in each, whatever users allocate besides and in whatever order Sage tells
 * them.
 *
 * @param customer id of the account
 */
public record AllocationEvidence(long customer, Side credit, Side debit) {
    private static final Pattern TEXT = Pattern.compile(
            "customer (\\d{1,18}), credit (\\d{1,18}) with (\\d{1,9}), debit (\\d{1,18}) with (\\d{1,9})");

    /** One of the two, by its id, and how many entries of that value its history had. */
    public record Side(long id, int entries) {
        private static Side of(NewAllocation allocation, OpenEntry entry) {
            return new Side(entry.id(), entry.allocationsOf(allocation.value().amount()));
        }

        private boolean isMade(NewAllocation allocation, OpenEntry now) {
            boolean isInHistory = now.isSettled() && now.allocations().isEmpty();
            return isInHistory || now.allocationsOf(allocation.value().amount()) > entries;
        }

        @Override
        public String toString() {
            return id + " with " + entries;
        }
    }

    public static AllocationEvidence of(NewAllocation allocation, OpenEntry credit, OpenEntry debit) {
        return new AllocationEvidence(debit.customer(), Side.of(allocation, credit), Side.of(allocation, debit));
    }

    /** @throws IllegalArgumentException when the text is not what {@link #toString} writes */
    public static AllocationEvidence read(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("the stored evidence of an allocation cannot be read: " + text);
        }
        return new AllocationEvidence(
                Long.parseLong(matcher.group(1)),
                new Side(Long.parseLong(matcher.group(2)), Integer.parseInt(matcher.group(3))),
                new Side(Long.parseLong(matcher.group(4)), Integer.parseInt(matcher.group(5))));
    }

    /** Whether it was made since then, as far as both tell; what Sage moved into its history is settled. */
    public boolean isMade(NewAllocation allocation, OpenEntry creditNow, OpenEntry debitNow) {
        return credit.isMade(allocation, creditNow) && debit.isMade(allocation, debitNow);
    }

    @Override
    public String toString() {
        return "customer " + customer + ", credit " + credit + ", debit " + debit;
    }
}
