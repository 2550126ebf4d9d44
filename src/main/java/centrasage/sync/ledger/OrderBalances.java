package centrasage.sync.ledger;

import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.money.Money;
import centrasage.sync.database.Atomic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How the money and the invoices of orders stood on a day, whatever happened afterwards. Money counts from the moment that Centra took
 * it, whether or not its receipt could be posted by now; what is not for the ledger does not count.
 */
@ApplicationScoped
public class OrderBalances {
    /** SQL Server takes some 2,000 parameters in one statement. */
    private static final int OBJECTS_MAX = 500;

    private static final String MONEY = " p.kind = :receipt AND p.state <> :skipped AND p.businessDate <= :day";

    /** What left of orders whose shipments are invoiced from here, invoiced or not. */
    private static final String SHIPMENTS = " s.kind = :shipment AND s.businessDate <= :day AND s.state NOT IN :never";

    private static final Set<PostingState> NEVER = EnumSet.of(PostingState.SKIPPED, PostingState.REVERSED);

    private static final String NOT_AS_INVOICED = "SELECT p.object FROM PostingRow p WHERE" + MONEY
            + " GROUP BY p.object HAVING SUM(p.amount) <>"
            + " (SELECT COALESCE(SUM(i.gross), 0) FROM InvoiceRow i WHERE i.object = p.object AND i.date <= :day)";

    private static final String NOT_AS_CAPTURED = "SELECT i.object FROM InvoiceRow i WHERE i.date <= :day"
            + " GROUP BY i.object HAVING SUM(i.gross) <>"
            + " (SELECT COALESCE(SUM(p.amount), 0) FROM PostingRow p WHERE p.object = i.object AND" + MONEY + ")";

    private static final String NOT_AS_SHIPPED = "SELECT s.object FROM PostingRow s WHERE" + SHIPMENTS
            + " GROUP BY s.object HAVING SUM(s.amount) <>"
            + " (SELECT COALESCE(SUM(i.gross), 0) FROM InvoiceRow i WHERE i.object = s.object AND i.date <= :day)";

    private EntityManager entities;

    @SuppressWarnings("NullAway.Init")
    OrderBalances() {}

    @Inject
    OrderBalances(EntityManager entities) {
        this.entities = entities;
    }

    /** The orders of which other money was taken until this day than was invoiced. */
    @Atomic
    public Set<String> unequal(LocalDate day) {
        Set<String> objects = new TreeSet<>();
        for (String query : List.of(NOT_AS_INVOICED, NOT_AS_CAPTURED)) {
            objects.addAll(entities.createQuery(query, String.class)
                    .setParameter("receipt", PostingKind.RECEIPT)
                    .setParameter("skipped", PostingState.SKIPPED)
                    .setParameter("day", day)
                    .getResultList());
        }
        return objects;
    }

    /** The orders of which other goods left until this day than were invoiced, where their shipments are invoiced from here. */
    @Atomic
    public Set<String> notAsShipped(LocalDate day) {
        return new TreeSet<>(entities.createQuery(NOT_AS_SHIPPED, String.class)
                .setParameter("shipment", PostingKind.LEDGER_INVOICE)
                .setParameter("never", NEVER)
                .setParameter("day", day)
                .getResultList());
    }

    /** The orders of which something was invoiced after this day. */
    @Atomic
    public Set<String> invoicedAfter(LocalDate day) {
        return new TreeSet<>(
                entities.createQuery("SELECT DISTINCT i.object FROM InvoiceRow i WHERE i.date > :day", String.class)
                        .setParameter("day", day)
                        .getResultList());
    }

    /** How these orders stood, one by one and currency by currency; without those of which there was nothing. */
    @Atomic
    public List<OrderMoney> of(Collection<String> objects, LocalDate day) {
        Map<String, OrderMoney> sums = new TreeMap<>();
        List<String> all = List.copyOf(objects);
        for (int from = 0; from < all.size(); from += OBJECTS_MAX) {
            List<String> some = all.subList(from, Math.min(from + OBJECTS_MAX, all.size()));
            List<OrderMoney> parts = new ArrayList<>(posted(some, day));
            parts.addAll(invoiced(some, day));
            parts.addAll(shipped(some, day));
            parts.forEach(part -> sums.merge(
                    part.object() + " " + part.captured().currency().getCurrencyCode(), part, OrderMoney::plus));
        }
        return List.copyOf(sums.values());
    }

    private List<OrderMoney> posted(List<String> objects, LocalDate day) {
        TypedQuery<Object[]> query = entities.createQuery(
                "SELECT p.object, p.currency, SUM(p.amount), p.kind FROM PostingRow p WHERE p.kind IN :kinds"
                        + " AND p.state <> :skipped AND p.businessDate <= :day AND p.object IN :objects"
                        + " GROUP BY p.object, p.currency, p.kind",
                Object[].class);
        return query
                .setParameter(
                        "kinds", EnumSet.of(PostingKind.RECEIPT, PostingKind.CUSTOMER_REFUND, PostingKind.CREDIT_NOTE))
                .setParameter("skipped", PostingState.SKIPPED)
                .setParameter("day", day)
                .setParameter("objects", objects)
                .getResultList()
                .stream()
                .map(row -> posted(row, (PostingKind) row[3]))
                .toList();
    }

    private static OrderMoney posted(Object[] row, PostingKind kind) {
        Money sum = money(row);
        return switch (kind) {
            case RECEIPT -> none(row).withCaptured(sum);
            case CUSTOMER_REFUND -> none(row).withRefunded(sum);
            default -> none(row).withCredited(sum);
        };
    }

    private List<OrderMoney> invoiced(List<String> objects, LocalDate day) {
        return entities
                .createQuery(
                        "SELECT i.object, i.currency, SUM(i.gross) FROM InvoiceRow i WHERE i.date <= :day"
                                + " AND i.object IN :objects GROUP BY i.object, i.currency",
                        Object[].class)
                .setParameter("day", day)
                .setParameter("objects", objects)
                .getResultList()
                .stream()
                .map(row -> none(row).withInvoiced(money(row)))
                .toList();
    }

    private List<OrderMoney> shipped(List<String> objects, LocalDate day) {
        return entities
                .createQuery(
                        "SELECT s.object, s.currency, SUM(s.amount) FROM PostingRow s WHERE" + SHIPMENTS
                                + " AND s.object IN :objects GROUP BY s.object, s.currency",
                        Object[].class)
                .setParameter("shipment", PostingKind.LEDGER_INVOICE)
                .setParameter("never", NEVER)
                .setParameter("day", day)
                .setParameter("objects", objects)
                .getResultList()
                .stream()
                .map(row -> none(row).withShipped(money(row)))
                .toList();
    }

    private static OrderMoney none(Object[] row) {
        return OrderMoney.none((String) row[0], Currency.getInstance((String) row[1]));
    }

    private static Money money(Object[] row) {
        return Money.of(((BigDecimal) row[2]).stripTrailingZeros(), (String) row[1]);
    }
}
