package centrasage.reconcile.entries;

import static centrasage.desk.BusinessException.Kind.ENTRY_DIFFERS;
import static centrasage.desk.BusinessException.Kind.ENTRY_MISSING_IN_SAGE;
import static centrasage.desk.BusinessException.Kind.LEDGER_PUT_BACK;

import centrasage.desk.BusinessException.Kind;
import centrasage.desk.Drift;
import centrasage.desk.OverdueWork;
import centrasage.flow.Owner;
import centrasage.flow.Reason;
import centrasage.money.Money;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What finance is told of an entry that is not as it was posted, in the same words for as long as it is not. */
final class EntryWords {
    /** What a look at entries finds, and finds to be over. */
    static final Set<Kind> KINDS = EnumSet.of(ENTRY_MISSING_IN_SAGE, ENTRY_DIFFERS);

    static final String PUT_BACK = "ledger/PUT_BACK";

    private EntryWords() {}

    static Optional<Drift> of(EntryRow row) {
        return switch (row.standing()) {
            case MISSING_IN_SAGE -> Optional.of(drift(ENTRY_MISSING_IN_SAGE, row, missing(row)));
            case DIFFERS -> Optional.of(drift(ENTRY_DIFFERS, row, differs(row)));
            case SEVERAL_IN_SAGE -> Optional.of(drift(ENTRY_DIFFERS, row, several(row)));
            case AGREES, FOR_A_PERSON, UNKNOWN -> Optional.empty();
        };
    }

    private static Drift drift(Kind kind, EntryRow row, Reason reason) {
        return new Drift(kind, row.posted().postingId(), row.posted().command().key(), row.amount(), List.of(reason));
    }

    private static Reason missing(EntryRow row) {
        return new Reason(
                "ENTRY_MISSING_IN_SAGE",
                Owner.FINANCE,
                "It was posted as transaction " + row.posted().targetNumber() + " of " + row.amount() + ", dated "
                        + row.posted().command().businessDate() + ", with the references "
                        + References.words(row.posted()) + ", and Sage 200 has nothing under them any more",
                "Find out whether the company was restored (runbook: restore). Enter it in Sage 200 by hand with both its references:"
                        + " then this closes itself. It is never posted again from here");
    }

    private static Reason differs(EntryRow row) {
        return new Reason(
                "ENTRY_DIFFERS",
                Owner.FINANCE,
                "Transaction " + row.urns() + " in Sage 200 comes to " + row.inSage() + ", and was posted with "
                        + row.amount(),
                "Compare both; reverse the wrong one in Sage 200, enter the right one by hand, and resolve this");
    }

    private static Reason several(EntryRow row) {
        return new Reason(
                "SEVERAL_ENTRIES_IN_SAGE",
                Owner.FINANCE,
                "Transactions " + row.urns() + " in Sage 200 all carry its references and come to " + row.inSage()
                        + "; it was posted once, with " + row.amount(),
                "Find out which of them is too much, reverse that one in Sage 200, and resolve this");
    }

    /**
     * @param rows those of the company that are missing
     * @param most in words, such as {@code 120 of the 130 entries that were posted to it}
     */
    static OverdueWork putBack(String company, List<EntryRow> rows, String most) {
        List<Money> sums = sums(rows);
        String worth = sums.stream().map(Money::toString).collect(Collectors.joining(" and "));
        String what = "Sage 200 company " + company + " does not hold " + most
                + (worth.isEmpty() ? "" : "; what is missing comes to " + worth)
                + ". It was put back to an earlier day, or sage200.url, sage200.site or sage200.company name another one";
        return new OverdueWork(
                LEDGER_PUT_BACK,
                company,
                PUT_BACK,
                sums.isEmpty() ? Money.of("0", "GBP") : sums.get(0),
                what,
                new Reason(
                        "LEDGER_PUT_BACK",
                        Owner.FINANCE,
                        what,
                        "Stop the service, and follow the runbook restore. What is missing is listed by"
                                + " /api/reconciliation and the date; nobody is told of each. It closes itself when it is there again"));
    }

    /** The largest first, whatever the currencies are worth. */
    private static List<Money> sums(List<EntryRow> rows) {
        Map<String, Money> sums = new TreeMap<>();
        rows.forEach(row -> sums.merge(row.amount().currency().getCurrencyCode(), row.amount(), Money::plus));
        return sums.values().stream()
                .sorted(Comparator.comparing(Money::amount).reversed())
                .toList();
    }
}
