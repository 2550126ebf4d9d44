package centrasage.reconcile.worklist;

import centrasage.desk.OverdueWork;
import centrasage.flow.Reason;
import centrasage.money.Money;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What finance is told of a list on which something waits for too long. */
final class OverdueWords {
    private OverdueWords() {}

    static String subject(Worklist list) {
        return "worklist/" + list.name();
    }

    /** @param overdue at least one, the oldest first, all of one company */
    static OverdueWork of(Worklist list, String company, List<WorkItem> overdue) {
        List<Money> sums = sums(overdue);
        String money = sums.stream().map(Money::toString).collect(Collectors.joining(" and "));
        String what = list.many(overdue.size()) + " of " + money + (overdue.size() == 1 ? " is " : " are ")
                + list.what() + " in Sage 200 company "
                + company + ", the oldest since " + overdue.get(0).since() + " (order "
                + overdue.get(0).order() + ")";
        return new OverdueWork(
                list.kind(),
                company,
                subject(list),
                sums.get(0),
                what,
                new Reason(
                        list.name(),
                        list.owner(),
                        what,
                        list.remedy() + "; the list itself is /api/worklists/" + list.path() + ", as CSV too"));
    }

    /** The largest first, whatever the currencies are worth. */
    private static List<Money> sums(Collection<WorkItem> items) {
        Map<String, Money> sums = new TreeMap<>();
        items.forEach(item -> sums.merge(item.value().currency().getCurrencyCode(), item.value(), Money::plus));
        return sums.values().stream()
                .sorted(Comparator.comparing(Money::amount).reversed())
                .toList();
    }
}
