package centrasage.sage200.client;

import centrasage.flow.TargetUnavailable;
import centrasage.sage200.PrintedInvoice;
import centrasage.sage200.client.KeyedRows.Resource;
import centrasage.sage200.client.read.Pages;
import centrasage.sage200.client.read.Query;
import centrasage.sage200.client.read.ReadFailed;
import centrasage.sage200.client.read.SageReads;
import centrasage.sage200.client.wire.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.Config;

/**
 * Invoices of sales orders that were printed in Sage 200 and are not posted to the sales ledger. What the status of a posted one is
 * nobody documents: it only spares reading, and the ledger has the last word.
 */
@ApplicationScoped
public class PrintedInvoices {
    private static final String NUMBER = "sop_invoice_credit_document_no";
    private static final String DATE = "sop_invoice_credit_document_date";
    private static final String STATUS = "sop_invoice_credit_document_status_id";
    private static final String GROSS = "sop_invoice_credit_total_gross_value";
    private static final String NAME = "sop_order_return_customer_document_no";
    private static final String ORDER = "sop_order_return_document_no";
    private static final Query INVOICES = InvoiceRows.query(String.join(",", NUMBER, DATE, STATUS, GROSS, NAME, ORDER));

    private SageReads reads;
    private String keyField;
    private String postedStatus;

    @SuppressWarnings("NullAway.Init")
    PrintedInvoices() {}

    @Inject
    public PrintedInvoices(Config config, SageReads reads) {
        this(
                reads,
                config.getValue("sage200.invoice-number-in", String.class).equals("second-reference"),
                config.getOptionalValue("sage200.posted-invoice-status", String.class)
                        .orElse(""));
    }

    /** @param postedStatus of an invoice that is posted; empty where the ledger alone is to tell */
    PrintedInvoices(SageReads reads, boolean isInSecondReference, String postedStatus) {
        this.reads = reads;
        this.keyField = isInSecondReference ? LedgerRows.SECOND_REFERENCE : LedgerRows.REFERENCE;
        this.postedStatus = postedStatus;
    }

    /**
     * Those of this day or later that the sales ledger does not have.
     *
     * @throws TargetUnavailable when Sage cannot be asked
     */
    public List<PrintedInvoice> pending(String company, LocalDate since) throws TargetUnavailable {
        try {
            Map<String, PrintedInvoice> invoices = byNumber(printed(company, since));
            Set<String> posted = posted(company, invoices.keySet());
            return invoices.values().stream()
                    .filter(invoice -> !posted.contains(invoice.number()))
                    .toList();
        } catch (ReadFailed e) {
            throw e.unavailable();
        } catch (Row.Malformed e) {
            throw new TargetUnavailable("Sage 200's printed invoices cannot be read: " + e.getMessage(), e);
        }
    }

    private List<JsonObject> printed(String company, LocalDate since) throws ReadFailed {
        String days = DATE + " ge " + since;
        String unposted = postedStatus.isEmpty() ? days : days + " and " + STATUS + " ne '" + postedStatus + "'";
        try {
            return Pages.all(reads, company, InvoiceRows.VIEW, INVOICES.where(unposted));
        } catch (ReadFailed e) {
            if (e.status() != 400 || unposted.equals(days)) {
                throw e;
            }
            return Pages.all(reads, company, InvoiceRows.VIEW, INVOICES.where(days));
        }
    }

    private static Map<String, PrintedInvoice> byNumber(List<JsonObject> rows) {
        Map<String, PrintedInvoice> invoices = new LinkedHashMap<>();
        rows.stream()
                .map(Row::new)
                .filter(InvoiceRows::isOfOrder)
                .map(PrintedInvoices::invoice)
                .forEach(invoice -> invoices.merge(invoice.number(), invoice, PrintedInvoice::with));
        return invoices;
    }

    private static PrintedInvoice invoice(Row row) {
        return new PrintedInvoice(
                row.text(NUMBER),
                LedgerRows.date(row.text(DATE)),
                row.decimal(GROSS),
                List.of(new PrintedInvoice.Order(
                        row.optionalText(NAME).orElse(""),
                        row.optionalText(ORDER).orElse(""))));
    }

    private Set<String> posted(String company, Set<String> numbers) throws ReadFailed {
        Set<String> posted = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        Resource ledger = new Resource(
                SageInvoices.LEDGER,
                "sales ledger transactions",
                keyField,
                Query.select(SageInvoices.FIELDS).orderedBy(LedgerRows.VIEW_ID));
        new KeyedRows(reads, company, ledger).find(numbers).forEach((number, rows) -> {
            if (rows.stream().map(Row::new).anyMatch(InvoiceRows::isLedgerInvoice)) {
                posted.add(number);
            }
        });
        return posted;
    }
}
