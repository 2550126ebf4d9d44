package centrasage.sync.ledger;

import centrasage.flow.OrderName;
import centrasage.flow.event.InvoiceSeen;
import centrasage.sync.database.Atomic;
import centrasage.sync.database.DatabaseTime;
import centrasage.sync.record.Audit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which invoices Sage 200 has posted of an order: what money for it can be allocated to, and what can be credited. */
@ApplicationScoped
public class Invoices {
    private static final String ACTOR = "invoices";

    /** SQL Server takes some 2,000 parameters in one statement. */
    private static final int IDS_MAX = 500;

    private EntityManager entities;
    private DatabaseTime time;
    private Audit audit;
    private Event<InvoiceSeen> news;

    @SuppressWarnings("NullAway.Init")
    Invoices() {}

    @Inject
    Invoices(EntityManager entities, DatabaseTime time, Audit audit, Event<InvoiceSeen> news) {
        this.entities = entities;
        this.time = time;
        this.audit = audit;
        this.news = news;
    }

    /**
     * Keeps those that are not known yet and tells of each of them in the same transaction; what is known changes nothing.
     *
     * @return how many are new
     */
    @Atomic
    public int saw(Collection<Invoice> invoices) {
        return invoices.stream()
                .collect(Collectors.groupingBy(Invoice::company, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .mapToInt(each -> saw(each.getKey(), each.getValue()))
                .sum();
    }

    private int saw(String company, List<Invoice> invoices) {
        int fresh = 0;
        for (int from = 0; from < invoices.size(); from += IDS_MAX) {
            List<Invoice> some = invoices.subList(from, Math.min(from + IDS_MAX, invoices.size()));
            Map<Long, InvoiceRow> known = known(company, some);
            for (Invoice invoice : some) {
                fresh += isNew(invoice, known) ? 1 : 0;
            }
        }
        return fresh;
    }

    private Map<Long, InvoiceRow> known(String company, List<Invoice> invoices) {
        return entities
                .createQuery(
                        "SELECT i FROM InvoiceRow i WHERE i.company = :company AND i.ledgerId IN :ids",
                        InvoiceRow.class)
                .setParameter("company", company)
                .setParameter(
                        "ids",
                        invoices.stream().map(Invoice::ledgerId).distinct().toList())
                .getResultList()
                .stream()
                .collect(Collectors.toMap(InvoiceRow::ledgerId, Function.identity()));
    }

    private boolean isNew(Invoice invoice, Map<Long, InvoiceRow> known) {
        InvoiceRow row = known.get(invoice.ledgerId());
        if (row == null) {
            InvoiceRow made = new InvoiceRow(invoice, time.now());
            entities.persist(made);
            known.put(invoice.ledgerId(), made);
        } else if (row.toInvoice().equals(invoice)) {
            return false;
        } else {
            replace(row, invoice);
        }
        audit.write(ACTOR, "INVOICE_SEEN", OrderName.ofObject(invoice.object()), words(invoice));
        news.fire(new InvoiceSeen(invoice.company(), invoice.object()));
        return true;
    }

    /** Sage was put back to an older state, and has given the id to another invoice since. */
    private void replace(InvoiceRow row, Invoice invoice) {
        Invoice before = row.toInvoice();
        row.become(invoice, time.now());
        audit.write(ACTOR, "INVOICE_GONE", OrderName.ofObject(before.object()), words(before));
        if (!before.object().equals(invoice.object())) {
            news.fire(new InvoiceSeen(before.company(), before.object()));
        }
    }

    private static String words(Invoice invoice) {
        return "invoice " + invoice.number() + " of " + invoice.date() + ", " + invoice.gross() + ", urn "
                + invoice.urn();
    }

    /** Of one order, oldest first. */
    @Atomic
    public List<Invoice> of(String object) {
        return entities
                .createQuery(
                        "SELECT i FROM InvoiceRow i WHERE i.object = :object ORDER BY i.date, i.ledgerId",
                        InvoiceRow.class)
                .setParameter("object", object)
                .getResultList()
                .stream()
                .map(InvoiceRow::toInvoice)
                .toList();
    }
}
