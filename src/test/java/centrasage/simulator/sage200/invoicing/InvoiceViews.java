package centrasage.simulator.sage200.invoicing;

import centrasage.simulator.http.Json;
import centrasage.simulator.http.Request;
import centrasage.simulator.http.Response;
import centrasage.simulator.http.Router;
import centrasage.simulator.sage200.data.Company;
import centrasage.simulator.sage200.data.Site;
import centrasage.simulator.sage200.fields.EnumNames;
import centrasage.simulator.sage200.lookup.Lists;
import centrasage.simulator.sage200.sop.Orders;
import centrasage.simulator.sage200.sop.ReturnEntry;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;

/**
 * Invoices beside their orders and credit notes beside their returns, over the API; of an order that was archived nothing is shown.
 *
 * <p>An invoice that is printed and not posted has the status of a live document, a posted one that of a complete one. Sage
 * documents neither; nor that the type of an invoice is 0, and that of a return and of its credit 1.
 */
public final class InvoiceViews {
    private static final String HEADERS = "sop_order_return_invoice_credit_views";
    private static final String LINES = "sop_order_return_line_invoice_credit_views";
    private static final int TYPE_INVOICE = 0;
    private static final int TYPE_CREDIT = 1;
    private static final List<String> OF_ORDER = List.of(
            "document_no",
            "document_date",
            "customer_document_no",
            "total_net_value",
            "total_tax_value",
            "total_gross_value");

    private final Site site;
    private final Lists lists;

    public InvoiceViews(Site site) {
        this.site = site;
        this.lists = new Lists(site);
    }

    public void addTo(Router router) {
        router.on("GET", "/" + HEADERS, this::headers).read();
        router.on("GET", "/" + LINES, this::lines).read();
    }

    private Response headers(Request request) {
        return lists.list(
                HEADERS,
                request,
                company -> Stream.concat(
                        shown(company).map(invoice -> header(company, Orders.TABLE, invoice)),
                        new Credits(site, company).all().map(credit -> header(company, ReturnEntry.TABLE, credit))));
    }

    private Response lines(Request request) {
        return lists.list(
                LINES,
                request,
                company -> shown(company)
                        .flatMap(invoice -> invoice.path("lines").valueStream().map(line -> line(invoice, line))));
    }

    private Stream<ObjectNode> shown(Company company) {
        return new Invoices(site, company)
                .all()
                .filter(invoice ->
                        company.row(Orders.TABLE, invoice.path("order_id").asLong()) != null);
    }

    private static ObjectNode header(Company company, String table, ObjectNode invoice) {
        int type = table.equals(Orders.TABLE) ? TYPE_INVOICE : TYPE_CREDIT;
        ObjectNode order = company.named(table, invoice.path("order_id").asLong(), "order_id");
        ObjectNode customer =
                company.named("customers", order.path("customer_id").asLong(), "customer_id");
        ObjectNode view = Json.object();
        view.set("sop_order_return_id", order.path("id"));
        view.put("sop_order_return_document_type_id", type);
        view.put(
                "sop_order_return_document_status_id",
                EnumNames.numberOf(
                        "document_status", order.path("document_status").asText()));
        OF_ORDER.stream().filter(order::has).forEach(field -> view.set("sop_order_return_" + field, order.path(field)));
        view.set("customer_id", customer.path("id"));
        for (String field : new String[] {"reference", "name"}) {
            view.set("customer_" + field, customer.path(field));
        }
        view.put("sop_invoice_credit_type_id", Integer.toString(type));
        view.put("sop_invoice_credit_document_status_id", Integer.toString(status(invoice)));
        shared(view, invoice);
        for (String field : new String[] {"total_net_value", "total_tax_value", "total_gross_value"}) {
            view.set("sop_invoice_credit_" + field, invoice.path(field));
        }
        return view;
    }

    private static ObjectNode line(ObjectNode invoice, JsonNode line) {
        ObjectNode view = Json.object();
        shared(view, invoice);
        view.set("sop_order_return_line_id", line.path("line_id"));
        view.put("sop_invoice_credit_type_id", TYPE_INVOICE);
        view.put("sop_invoice_credit_document_status_id", status(invoice));
        view.set("sop_invoice_credit_line_invoice_credit_quantity", line.path("quantity"));
        return view;
    }

    private static void shared(ObjectNode view, ObjectNode invoice) {
        view.set("sop_invoice_credit_id", invoice.path("id"));
        view.set("sop_invoice_credit_document_no", invoice.path("document_no"));
        view.set("sop_invoice_credit_document_date", invoice.path("document_date"));
    }

    private static int status(ObjectNode invoice) {
        boolean posted = invoice.path("posted").asBoolean();
        return EnumNames.numberOf("document_status", posted ? "EnumDocumentStatusComplete" : "EnumDocumentStatusLive");
    }
}
