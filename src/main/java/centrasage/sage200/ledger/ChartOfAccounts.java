package centrasage.sage200.ledger;

import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The nominal accounts of a company.
 *
 * @param currency the company's own
 * @param accounts by Sage's ids
 * @param closed the ids of those that take no journals of people: hidden ones, and ones that are kept for the other ledgers
 */
public record ChartOfAccounts(Currency currency, Map<Long, NominalAccount> accounts, Set<Long> closed) {
    public ChartOfAccounts {
        accounts = Map.copyOf(accounts);
        closed = Set.copyOf(closed);
    }

    /**
     * An account that is there.
     *
     * @param account as Sage 200 writes it
     */
    public record Found(NominalAccount account, boolean takesJournals) {}

    /** The account with these codes, written in either case; empty where the company has none. */
    public Optional<Found> find(NominalAccount wanted) {
        return accounts.entrySet().stream()
                .filter(each -> each.getValue().isSame(wanted))
                .findFirst()
                .map(each -> new Found(each.getValue(), !closed.contains(each.getKey())));
    }
}
