package centrasage.reconcile.worklist;

import centrasage.flow.OrderName;
import centrasage.flow.OrderStanding;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.sync.store.Posting;
import centrasage.sync.store.Postings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Which of Sage's orders are ours: those that are known here under the customer's number that they carry. */
@ApplicationScoped
public class KnownOrders {
    /** SQL Server takes some 2,000 parameters in one statement. */
    private static final int OBJECTS_MAX = 500;

    private Postings postings;

    @SuppressWarnings("NullAway.Init")
    KnownOrders() {}

    @Inject
    public KnownOrders(Postings postings) {
        this.postings = postings;
    }

    /**
     * @param names as Sage has them, ours or not
     * @return the posting of each that is ours, by its name in either case
     */
    public Map<String, Posting> of(String company, Collection<String> names) {
        return of(company, names, posting -> posting.state() != PostingState.SKIPPED);
    }

    /** The same, and those of which only the shipments are invoiced. */
    public Map<String, Posting> orShipments(String company, Collection<String> names) {
        return of(company, names, posting -> posting.state() != PostingState.SKIPPED || areShipmentsInvoiced(posting));
    }

    private Map<String, Posting> of(String company, Collection<String> names, Predicate<Posting> ours) {
        List<String> objects = names.stream()
                .map(name -> name.strip().toUpperCase(Locale.ROOT))
                .filter(KnownOrders::mayBeOurs)
                .distinct()
                .map(name -> OrderName.object(company, name))
                .toList();
        Map<String, Posting> known = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int from = 0; from < objects.size(); from += OBJECTS_MAX) {
            List<String> some = new ArrayList<>(objects.subList(from, Math.min(from + OBJECTS_MAX, objects.size())));
            postings.ofObjects(some).stream()
                    .filter(posting -> posting.key().kind() == PostingKind.ORDER)
                    .filter(ours)
                    .forEach(posting -> known.put(OrderName.ofObject(posting.object()), posting));
        }
        return known;
    }

    /** Instead of the order, which is posted nowhere. */
    public static boolean areShipmentsInvoiced(Posting order) {
        return new OrderStanding(order.key(), order.state(), order.reasons()).isInvoicedByShipment();
    }

    private static boolean mayBeOurs(String name) {
        return OrderName.number(name)
                .filter(number -> number.matches("\\d{1,18}"))
                .isPresent();
    }
}
