package centrasage.sage200.ledger;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many entries the history of allocations of both transactions had before a send. One of ours leaves an entry of its value in each,
 * whatever users allocate besides.
 */
public record AllocationEvidence(int credit, int debit) {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,9})/(\\d{1,9})");

    public static AllocationEvidence of(OpenEntry credit, OpenEntry debit) {
        return new AllocationEvidence(
                credit.allocations().size(), debit.allocations().size());
    }

    /** @throws IllegalArgumentException when the text is not what {@link #toString} writes */
    public static AllocationEvidence read(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("the stored evidence of an allocation cannot be read: " + text);
        }
        return new AllocationEvidence(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    /** Whether it was made since then, as far as both tell; what Sage moved into its history is settled. */
    public boolean isMade(NewAllocation allocation, OpenEntry creditNow, OpenEntry debitNow) {
        return isMade(allocation, creditNow, credit) && isMade(allocation, debitNow, debit);
    }

    private static boolean isMade(NewAllocation allocation, OpenEntry now, int before) {
        boolean isInHistory = now.isSettled() && now.allocations().isEmpty();
        return isInHistory || now.wasAllocated(allocation.value().amount(), before);
    }

    @Override
    public String toString() {
        return credit + "/" + debit;
    }
}
