package centrasage.reconcile.cutoff;

import centrasage.flow.Command;
import centrasage.flow.OrderName;
import centrasage.flow.PostingState;
import centrasage.flow.TargetUnavailable;
import centrasage.money.Money;
import centrasage.reconcile.worklist.KnownOrders;
import centrasage.sync.ledger.OrderBalances;
import centrasage.sync.ledger.OrderMoney;
import centrasage.sync.store.PostedDocuments;
import centrasage.sync.store.Posting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The cut-off of a day: what was captured and had not left, what had left and was not invoiced, what was invoiced and not captured.
 * Captures and invoices are those that are known here, by their own days; what left is read from Sage 200, by the days of its
 * despatches, or is what was to be invoiced of shipments. What happened after the day does not count.
 */
@ApplicationScoped
public class CutOff {
    private static final InSage NOTHING = new InSage(Map.of(), Map.of(), Optional.empty());

    private OrderBalances balances;
    private KnownOrders known;
    private PostedDocuments posted;
    private SageAtDay sage;

    @SuppressWarnings("NullAway.Init")
    CutOff() {}

    @Inject
    CutOff(OrderBalances balances, KnownOrders known, PostedDocuments posted, SageAtDay sage) {
        this.balances = balances;
        this.known = known;
        this.posted = posted;
        this.sage = sage;
    }

    /** Only orders that can be open are read: of which other money was taken than invoiced, and what was not or is not invoiced. */
    public CutOffReport at(LocalDate day) {
        Map<String, String> silent = new TreeMap<>();
        Set<String> objects = new TreeSet<>(balances.unequal(day));
        objects.addAll(balances.invoicedAfter(day));
        objects.addAll(balances.notAsShipped(day));
        objects.addAll(notInvoiced(day, silent));
        Lists lists = new Lists();
        objects.stream()
                .collect(Collectors.groupingBy(CutOff::company, TreeMap::new, Collectors.toList()))
                .forEach((company, its) -> judge(company, its, day, lists, silent));
        return lists.report(day, silent);
    }

    private static String company(String object) {
        return object.substring(0, object.indexOf('/'));
    }

    private Set<String> notInvoiced(LocalDate day, Map<String, String> silent) {
        Set<String> objects = new TreeSet<>();
        for (String company : posted.companies(LocalDate.EPOCH)) {
            try {
                known.of(company, sage.notInvoiced(company, day))
                        .values()
                        .forEach(posting -> objects.add(posting.object()));
            } catch (TargetUnavailable e) {
                silent.put(company, String.valueOf(e.getMessage()));
            }
        }
        return objects;
    }

    private void judge(String company, List<String> objects, LocalDate day, Lists lists, Map<String, String> silent) {
        List<String> names = objects.stream().map(OrderName::ofObject).toList();
        Map<String, Posting> postings = known.orShipments(company, names);
        List<OrderMoney> money = withMoney(objects, postings, day);
        try {
            InSage there = sage.read(company, names, day);
            money.forEach(each -> lists.add(position(each, postings, there)));
        } catch (TargetUnavailable e) {
            silent.put(company, String.valueOf(e.getMessage()));
            money.forEach(each -> lists.addWithoutSage(position(each, postings, NOTHING)));
        }
    }

    /** An order of which nothing was taken or invoiced may have left all the same. */
    private List<OrderMoney> withMoney(Collection<String> objects, Map<String, Posting> postings, LocalDate day) {
        List<OrderMoney> money = new ArrayList<>(balances.of(objects, day));
        Set<String> there = money.stream().map(OrderMoney::object).collect(Collectors.toSet());
        postings.values().stream()
                .filter(posting -> !there.contains(posting.object()))
                .forEach(posting -> money.add(
                        OrderMoney.none(posting.object(), posting.amount().currency())));
        return money;
    }

    private Position position(OrderMoney money, Map<String, Posting> postings, InSage there) {
        String name = OrderName.ofObject(money.object());
        Posting posting = postings.get(name);
        boolean lives = there.orders().containsKey(name);
        return new Position(
                money,
                there.orders().get(name),
                there.despatched().getOrDefault(name, Map.of()),
                lives || posting == null ? null : planned(posting, there));
    }

    private Position.Planned planned(Posting posting, InSage there) {
        boolean archived = posting.state() == PostingState.POSTED
                && there.archivedUpTo()
                        .filter(last -> !posting.businessDate().isAfter(last))
                        .isPresent();
        return new Position.Planned(
                posting.amount(),
                vat(posting),
                posting.state().name(),
                archived,
                KnownOrders.areShipmentsInvoiced(posting));
    }

    private @Nullable Money vat(Posting posting) {
        return posted.command(posting.id()).map(Command::vat).orElse(null);
    }
}
