package centrasage.sage200.ledger;

import java.math.BigDecimal;
import java.util.List;

/**
 * What is still open of a posted transaction.
 *
 * @param id by which allocations name it; of one in the history, what it has there
 * @param customer id of the account
 * @param outstanding whatever its sign
 * @param allocations the values of all allocations that it has a part in, in any order and whatever their sign; none are told of one in the history
 */
public record OpenEntry(long id, String urn, long customer, BigDecimal outstanding, List<BigDecimal> allocations) {
    public OpenEntry {
        allocations = List.copyOf(allocations);
    }

    public boolean isSettled() {
        return outstanding.signum() == 0;
    }

    /** Whether so much of it can be allocated. */
    public boolean has(BigDecimal value) {
        return outstanding.compareTo(value) >= 0;
    }

    /** How many allocations of so much it has a part in. */
    public int allocationsOf(BigDecimal value) {
        return (int)
                allocations.stream().filter(each -> each.compareTo(value) == 0).count();
    }
}
