package centrasage.reconcile.open;

import centrasage.flow.TargetUnavailable;
import centrasage.sage200.client.SageBalances;
import centrasage.sage200.ledger.EntryKind;
import centrasage.sage200.ledger.LedgerBalance;
import centrasage.sync.ledger.OpenItem;
import centrasage.sync.ledger.OpenItems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

/** What is open here, held against Sage 200's own outstanding values. */
@ApplicationScoped
public class OpenItemsRound {
    private static final int PAGE = 500;

    /** What users of Sage post: invoices of orders, and credit notes of sales returns. */
    private static final Set<EntryKind> OF_SAGES_OWN = EnumSet.of(EntryKind.INVOICE, EntryKind.CREDIT_NOTE);

    private OpenItems items;
    private SageBalances sage;
    private OpenItemsBook book;

    @SuppressWarnings("NullAway.Init")
    OpenItemsRound() {}

    @Inject
    OpenItemsRound(OpenItems items, SageBalances sage, OpenItemsBook book) {
        this.items = items;
        this.sage = sage;
        this.book = book;
    }

    /**
     * All that is open, and what was settled here of this day or later.
     *
     * @param silent told which company cannot be read, and why: nothing is said of its entries
     */
    public Looked look(LocalDate settledSince, Map<String, String> silent) {
        Looked looked = new Looked();
        pages(after -> items.open(after, PAGE), looked, silent);
        pages(after -> items.settledSince(settledSince, after, PAGE), looked, silent);
        return looked;
    }

    private void pages(LongFunction<List<OpenItem>> pages, Looked looked, Map<String, String> silent) {
        List<OpenItem> page = pages.apply(0);
        while (!page.isEmpty()) {
            page.stream()
                    .filter(item -> !silent.containsKey(item.company()))
                    .collect(Collectors.groupingBy(OpenItem::company, TreeMap::new, Collectors.toList()))
                    .forEach((company, its) -> compare(company, its, looked, silent));
            page = pages.apply(page.get(page.size() - 1).id());
        }
    }

    private void compare(String company, List<OpenItem> its, Looked looked, Map<String, String> silent) {
        try {
            Map<String, LedgerBalance> there =
                    sage.of(company, its.stream().map(OpenItem::urn).toList());
            its.forEach(item -> looked.compared(item, there.get(item.urn())));
        } catch (TargetUnavailable e) {
            silent.put(company, String.valueOf(e.getMessage()));
        }
    }

    /**
     * Takes over what Sage says, but for companies that were put back: what is missing there comes again or is entered by hand.
     *
     * @param explained the numbers of what is told to be gone as a posting of ours, as {@code company/urn}
     * @return what was counted
     */
    public Map<String, Long> settle(Looked looked, Set<String> putBack, Set<String> explained) {
        List<Difference> differences = looked.differences().stream()
                .filter(difference -> !putBack.contains(difference.item().company()))
                .toList();
        Set<String> inHand = book.inHand(
                differences.stream().map(each -> each.item().object()).collect(Collectors.toSet()));
        long agreed = 0;
        long told = 0;
        List<Difference> done = differences.stream()
                .filter(each -> !inHand.contains(name(each.item())))
                .toList();
        for (Judged judged : byCompany(done)) {
            boolean taken = book.takeOver(judged);
            agreed += taken ? judged.differences().size() : 0;
            told += taken && !judged.isAgreement() ? 1 : 0;
        }
        List<Looked.Stated> stated = looked.stated();
        for (int from = 0; from < stated.size(); from += PAGE) {
            book.stated(stated.subList(from, Math.min(from + PAGE, stated.size())));
        }
        book.tell(looked.gone().stream()
                .filter(item -> OF_SAGES_OWN.contains(EntryKind.valueOf(item.kind())))
                .filter(item -> !putBack.contains(item.company()) && !explained.contains(name(item)))
                .map(OpenItemWords::gone)
                .toList());
        return Map.of("open items compared", looked.compared(), "open items taken over", agreed, "accounts told", told);
    }

    /**
     * A person has entered it in Sage again.
     *
     * @param before the number that it had
     */
    public void enteredAgain(OpenItem item, String before) {
        book.enteredAgain(item, before);
    }

    private static List<Judged> byCompany(List<Difference> differences) {
        return differences.stream()
                .collect(Collectors.groupingBy(each -> each.item().company(), TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .flatMap(its -> Judged.of(its).stream())
                .toList();
    }

    /** {@code 33/1001}. */
    public static String name(OpenItem item) {
        return item.company() + "/" + item.urn();
    }
}
