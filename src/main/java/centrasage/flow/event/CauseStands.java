package centrasage.flow.event;

import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.flow.Reason;
import centrasage.money.Money;
import java.util.List;

/**
 * One cause stops many postings; told again and again while it does, observed in the same transaction.
 *
 * @param cause its name, the same for as long as it lasts and whenever it returns
 * @param failedAs HELD or REFUSED
 * @param postings how many wait for it
 * @param sums the money that waits for it, the most postings first; at least one
 * @param reasons in the words that all of them have in common
 */
public record CauseStands(
        String cause,
        String company,
        PostingKind kind,
        PostingState failedAs,
        long postings,
        List<Money> sums,
        List<Reason> reasons) {}
