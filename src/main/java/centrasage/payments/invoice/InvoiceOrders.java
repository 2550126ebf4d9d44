package centrasage.payments.invoice;

import centrasage.flow.OrderName;
import centrasage.flow.Owner;
import centrasage.flow.PostingKind;
import centrasage.flow.Reason;
import centrasage.flow.event.SystemFinding;
import centrasage.money.Money;
import centrasage.sage200.LedgerInvoice;
import centrasage.sync.ledger.Invoice;
import centrasage.sync.store.PostedDocuments;
import centrasage.sync.store.Posting;
import centrasage.sync.store.Postings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which order an invoice is of. What Sage shows beside it goes first. It shows nothing of orders that it has archived, and of what was
 * never a sales order: then the invoice's own references tell, be it our name of the order or Sage's number of it.
 */
@ApplicationScoped
class InvoiceOrders {
    private Postings postings;
    private PostedDocuments posted;

    @SuppressWarnings("NullAway.Init")
    InvoiceOrders() {}

    @Inject
    InvoiceOrders(Postings postings, PostedDocuments posted) {
        this.postings = postings;
        this.posted = posted;
    }

    Sorted sort(String company, List<LedgerInvoice> invoices) {
        Map<String, Posting> byNumber =
                posted.numbered(company, PostingKind.ORDER, texts(invoices, LedgerInvoice::other));
        Map<String, Posting> byName = named(company, invoices);
        List<Invoice> ours = new ArrayList<>();
        List<SystemFinding> unclear = new ArrayList<>();
        int others = 0;
        for (LedgerInvoice invoice : invoices) {
            List<String> names = names(invoice);
            List<Posting> orders =
                    names.stream().map(byName::get).filter(Objects::nonNull).toList();
            Posting numbered = names.isEmpty() ? byNumber.get(invoice.other()) : null;
            if (names.size() > 1 && !orders.isEmpty()) {
                unclear.add(severalOrders(company, invoice, orders));
            } else if (!orders.isEmpty()) {
                ours.add(invoice(invoice, orders.get(0)));
            } else if (numbered != null) {
                ours.add(invoice(invoice, numbered));
            } else {
                others++;
            }
        }
        return new Sorted(ours, unclear, others);
    }

    private static List<String> texts(List<LedgerInvoice> invoices, Function<LedgerInvoice, String> text) {
        return invoices.stream()
                .map(text)
                .filter(each -> !each.isEmpty())
                .distinct()
                .toList();
    }

    /** The customer's numbers of its orders, ours or not; none where nothing tells. */
    private static List<String> names(LedgerInvoice invoice) {
        return invoice.orders().isEmpty()
                ? Stream.of(invoice.number(), invoice.other())
                        .map(InvoiceOrders::name)
                        .filter(InvoiceOrders::isOurs)
                        .limit(1)
                        .toList()
                : invoice.orders().stream().map(InvoiceOrders::name).distinct().toList();
    }

    private static String name(String text) {
        return text.strip().toUpperCase(Locale.ROOT);
    }

    private static boolean isOurs(String name) {
        return OrderName.number(name)
                .filter(number -> number.matches("\\d{1,18}"))
                .isPresent();
    }

    private Map<String, Posting> named(String company, List<LedgerInvoice> invoices) {
        List<String> objects = invoices.stream()
                .flatMap(invoice -> names(invoice).stream())
                .filter(InvoiceOrders::isOurs)
                .distinct()
                .map(name -> OrderName.object(company, name))
                .toList();
        return postings.ofObjects(objects).stream()
                .filter(posting -> posting.key().kind() == PostingKind.ORDER)
                .collect(Collectors.toMap(
                        posting -> OrderName.ofObject(posting.object()), Function.identity(), (one, other) -> one));
    }

    /** The account of an order is kept in the order's currency. */
    private static Invoice invoice(LedgerInvoice invoice, Posting order) {
        return new Invoice(
                order.key().company(),
                order.object(),
                invoice.id(),
                invoice.urn(),
                invoice.number(),
                invoice.date(),
                gross(invoice, order));
    }

    private static Money gross(LedgerInvoice invoice, Posting order) {
        return new Money(invoice.gross(), order.amount().currency());
    }

    private static SystemFinding severalOrders(String company, LedgerInvoice invoice, List<Posting> orders) {
        String names = String.join(", ", new TreeSet<>(invoice.orders()));
        return new SystemFinding(
                SystemFinding.Kind.INVOICE_NOT_TAKEN,
                "invoice/" + company + "/" + invoice.number(),
                new Reason(
                        "CONSOLIDATED_INVOICE",
                        Owner.FINANCE,
                        "Invoice " + invoice.number() + " of " + invoice.date() + " over "
                                + gross(invoice, orders.get(0)) + " in Sage 200 company " + company
                                + " is one invoice for several orders (" + names
                                + "): what was paid for them is not allocated to it",
                        "Allocate the payments of these orders to it in Sage 200, and take consolidated billing off the"
                                + " customer account, so that each order gets an invoice of its own"));
    }
}
