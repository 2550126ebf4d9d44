package centrasage.sage200.client;

import centrasage.flow.TargetUnavailable;
import centrasage.sage200.BilledOrder;
import centrasage.sage200.DespatchedLine;
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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** What was despatched in Sage 200, and how far it is invoiced. Of orders that Sage has archived it shows nothing. */
@ApplicationScoped
public class SageBilling {
    private static final String VIEW = "sop_order_despatch_line_views";
    private static final String INVOICED = "sop_despatch_line_is_invoiced";
    private static final String DATE = "sop_despatch_date";
    private static final String FIELDS = DespatchRows.ID + ",sop_despatch_line_quantity,sop_despatch_document_no,"
            + "sop_order_line_id," + DespatchRows.KEY + "," + DATE + "," + INVOICED;
    private static final Query LINES = Query.select(FIELDS).orderedBy(DespatchRows.ID);
    private static final Resource OF_ORDERS = new Resource(VIEW, "despatches", DespatchRows.KEY, LINES);
    private static final Resource ORDERS = new Resource(
            SageOrders.RESOURCE,
            "sales orders",
            OrderSearch.KEY,
            Query.select(BilledOrderRow.FIELDS).expand("lines"));

    private SageReads reads;

    @SuppressWarnings("NullAway.Init")
    SageBilling() {}

    @Inject
    public SageBilling(SageReads reads) {
        this.reads = reads;
    }

    /**
     * The despatched lines that are not wholly invoiced, of whatever orders.
     *
     * <p>That they can be filtered by that is inferred: where a site refuses it, those since this day are looked through.
     *
     * @throws TargetUnavailable when Sage cannot be asked
     */
    public List<DespatchedLine> notInvoiced(String company, LocalDate since) throws TargetUnavailable {
        return asked(() -> notInvoicedRows(company, since).stream()
                .filter(json -> !new Row(json).isTrue(INVOICED))
                .map(SageBilling::line)
                .toList());
    }

    private List<JsonObject> notInvoicedRows(String company, LocalDate since) throws ReadFailed {
        try {
            return Pages.all(reads, company, VIEW, LINES.where(INVOICED + " eq false"));
        } catch (ReadFailed e) {
            if (e.status() != 400) {
                throw e;
            }
            return Pages.all(reads, company, VIEW, LINES.where(DATE + " ge " + since));
        }
    }

    /**
     * What was despatched of these orders, whenever and however far it is invoiced.
     *
     * @return an entry for every order that was asked, found in either case
     */
    public Map<String, List<DespatchedLine>> despatches(String company, Collection<String> names)
            throws TargetUnavailable {
        return asked(() -> mapped(new KeyedRows(reads, company, OF_ORDERS).find(names), SageBilling::line));
    }

    /**
     * These orders as they are now, drafts and cancelled ones among them.
     *
     * @param inclusive whether the company's prices contain VAT
     * @return an entry for every order that was asked, found in either case; empty where Sage has none, or has archived it
     */
    public Map<String, List<BilledOrder>> orders(String company, boolean inclusive, Collection<String> names)
            throws TargetUnavailable {
        return asked(() -> mapped(
                new KeyedRows(reads, company, ORDERS).find(names), json -> BilledOrderRow.read(json, inclusive)));
    }

    private static <T> Map<String, List<T>> mapped(Map<String, List<JsonObject>> rows, Function<JsonObject, T> read) {
        Map<String, List<T>> mapped = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        rows.forEach((name, each) -> mapped.put(name, each.stream().map(read).toList()));
        return mapped;
    }

    private static DespatchedLine line(JsonObject json) {
        Row row = new Row(json);
        return new DespatchedLine(
                row.optionalText(DespatchRows.KEY).orElse(""),
                row.id("sop_order_line_id"),
                row.decimal("sop_despatch_line_quantity"),
                row.text("sop_despatch_document_no"),
                LedgerRows.date(row.text(DATE)));
    }

    private interface Reading<T> {
        T read() throws ReadFailed;
    }

    private static <T> T asked(Reading<T> reading) throws TargetUnavailable {
        try {
            return reading.read();
        } catch (ReadFailed e) {
            throw e.unavailable();
        } catch (Row.Malformed e) {
            throw new TargetUnavailable("Sage 200's despatches cannot be valued: " + e.getMessage(), e);
        }
    }
}
