package centrasage.sage200.client;

import centrasage.flow.OrderName;
import centrasage.flow.TargetUnavailable;
import centrasage.sage200.LedgerInvoice;
import centrasage.sage200.client.KeyedRows.Resource;
import centrasage.sage200.client.read.Pages;
import centrasage.sage200.client.read.Query;
import centrasage.sage200.client.read.ReadFailed;
import centrasage.sage200.client.read.SageReads;
import centrasage.sage200.client.wire.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * Invoices and credit notes that were posted to Sage 200's sales ledger, with the orders or returns that Sage shows beside them. Sage's
 * users post them, and so do we; of what else the ledger has, nothing is read.
 *
 * <p>That the ledger can be filtered by the moment of a change is inferred: where a site refuses it, the day of posting is asked for.
 */
@ApplicationScoped
public class SageInvoices {
    static final String LEDGER = "sales_transaction_views";
    private static final String UPDATED = "transaction_date_time_updated";
    static final String FIELDS = LedgerRows.fields(LedgerRows.VIEW_ID) + ",transaction_type";
    private static final String ORDER = "sop_order_return_customer_document_no";
    private static final String NUMBER = "sop_invoice_credit_document_no";
    private static final Resource BESIDE =
            new Resource(InvoiceRows.VIEW, "invoices of sales orders", NUMBER, InvoiceRows.query(ORDER + "," + NUMBER));

    private SageReads reads;
    private boolean isInSecondReference;

    @SuppressWarnings("NullAway.Init")
    SageInvoices() {}

    @Inject
    public SageInvoices(Config config, SageReads reads) {
        this(reads, config.getValue("sage200.invoice-number-in", String.class).equals("second-reference"));
    }

    /** @param isInSecondReference whether the ledger keeps the number of an invoice there */
    SageInvoices(SageReads reads, boolean isInSecondReference) {
        this.reads = reads;
        this.isInSecondReference = isInSecondReference;
    }

    /**
     * @param credits credit notes, with the returns instead of the orders
     * @param next how many transactions were read so far; null where there are no more
     */
    public record Page(
            List<LedgerInvoice> invoices,
            List<LedgerInvoice> credits,
            @Nullable Integer next) {
        public Page {
            invoices = List.copyOf(invoices);
            credits = List.copyOf(credits);
        }
    }

    /**
     * @param from transactions that were touched at this moment or later
     * @param after as {@link Page#next} tells; 0 for the first page
     * @throws TargetUnavailable when Sage cannot be asked
     */
    public Page page(String company, Instant from, int after) throws TargetUnavailable {
        try {
            List<JsonObject> rows = transactions(company, from, after);
            Integer next = rows.size() < Pages.PAGE_SIZE ? null : after + rows.size();
            return new Page(
                    withOrders(company, invoices(rows, InvoiceRows::isLedgerInvoice), InvoiceRows::isOfOrder),
                    withOrders(company, invoices(rows, InvoiceRows::isLedgerCredit), InvoiceRows::isOfReturn),
                    next);
        } catch (ReadFailed e) {
            throw e.unavailable();
        } catch (Row.Malformed e) {
            throw new TargetUnavailable("Sage 200's invoices cannot be read from " + LEDGER + ": " + e.getMessage(), e);
        }
    }

    private List<LedgerInvoice> invoices(List<JsonObject> rows, Predicate<Row> which) {
        return rows.stream()
                .filter(json -> which.test(new Row(json)))
                .map(this::invoice)
                .toList();
    }

    /** Rows only come to such a list and never leave it, so a page never loses one. */
    private List<JsonObject> transactions(String company, Instant from, int after) throws ReadFailed {
        Query query = Query.select(FIELDS).orderedBy(LedgerRows.VIEW_ID);
        try {
            String touched = UPDATED + " ge " + from.truncatedTo(ChronoUnit.SECONDS);
            return Pages.one(reads, company, LEDGER, query.where(touched), after);
        } catch (ReadFailed e) {
            if (e.status() != 400) {
                throw e;
            }
            LocalDate day = LocalDate.ofInstant(from, ZoneOffset.UTC).minusDays(1);
            return Pages.one(reads, company, LEDGER, query.where("posted_date ge " + day), after);
        }
    }

    private LedgerInvoice invoice(JsonObject json) {
        Row row = new Row(json);
        String first = row.optionalText(LedgerRows.REFERENCE).orElse("");
        String second = row.optionalText(LedgerRows.SECOND_REFERENCE).orElse("");
        return new LedgerInvoice(
                row.id(LedgerRows.VIEW_ID),
                Long.toString(row.id("urn")),
                isInSecondReference ? second : first,
                isInSecondReference ? first : second,
                LedgerRows.date(row.text(LedgerRows.DATE)),
                row.decimal("document_gross_value"),
                List.of());
    }

    private List<LedgerInvoice> withOrders(String company, List<LedgerInvoice> invoices, Predicate<Row> which)
            throws ReadFailed {
        List<String> numbers = invoices.stream()
                .map(LedgerInvoice::number)
                .filter(number -> !number.isEmpty() && !isOrder(number))
                .distinct()
                .toList();
        Map<String, List<String>> orders = orders(company, numbers, which);
        return invoices.stream()
                .map(invoice -> with(invoice, orders.getOrDefault(invoice.number(), List.of())))
                .toList();
    }

    /** What we posted ourselves carries its order, and no number of a sales order's invoice. */
    private static boolean isOrder(String number) {
        return OrderName.number(number).filter(order -> order.matches("\\d+")).isPresent();
    }

    private Map<String, List<String>> orders(String company, Collection<String> numbers, Predicate<Row> which)
            throws ReadFailed {
        Map<String, List<String>> orders = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        new KeyedRows(reads, company, BESIDE)
                .find(numbers)
                .forEach((number, rows) -> orders.put(
                        number,
                        rows.stream()
                                .map(Row::new)
                                .filter(which)
                                .map(row -> row.optionalText(ORDER).orElse(""))
                                .distinct()
                                .toList()));
        return orders;
    }

    private static LedgerInvoice with(LedgerInvoice invoice, List<String> orders) {
        return new LedgerInvoice(
                invoice.id(),
                invoice.urn(),
                invoice.number(),
                invoice.other(),
                invoice.date(),
                invoice.gross(),
                orders);
    }
}
