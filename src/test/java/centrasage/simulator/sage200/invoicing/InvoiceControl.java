package centrasage.simulator.sage200.invoicing;

import centrasage.simulator.http.Json;
import centrasage.simulator.http.Request;
import centrasage.simulator.http.Response;
import centrasage.simulator.http.Router;
import centrasage.simulator.sage200.data.Company;
import centrasage.simulator.sage200.data.CompanyNamed;
import centrasage.simulator.sage200.data.Site;
import centrasage.simulator.sage200.fields.Refused;
import centrasage.simulator.sage200.lookup.LookupRoutes;
import centrasage.simulator.sage200.posting.Postings;
import centrasage.simulator.sage200.sop.Orders;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** The part of {@code /control} that plays the Sage users who print and post invoices. */
public final class InvoiceControl {
    private static final int PERCENT = 100;

    private final Site site;

    public InvoiceControl(Site site) {
        this.site = site;
    }

    /** Goes before the other control routes of orders, which take any action that is not one of these. */
    public void addTo(Router router) {
        router.on("GET", "/control/invoices", this::dump);
        router.on("POST", "/control/orders/{id}/invoice", this::invoice);
        router.on("POST", "/control/invoices/post", this::post);
        router.on("POST", "/control/invoices/all", this::all);
    }

    /** Every invoice of all companies, or of the one that the query names, with the order's numbers. */
    private Response dump(Request request) {
        ArrayNode rows = Json.array();
        CompanyNamed.all(site, request)
                .forEach(company -> company.locked(() -> {
                    new Invoices(site, company).all().forEach(invoice -> rows.add(shown(company, invoice)));
                    return company;
                }));
        return Response.json(rows);
    }

    private static ObjectNode shown(Company company, ObjectNode invoice) {
        ObjectNode shown = invoice.deepCopy().put("company", company.id());
        long id = invoice.path("order_id").asLong();
        ObjectNode live = company.row(Orders.TABLE, id);
        ObjectNode order = live == null ? company.row(Orders.ARCHIVE, id) : live;
        shown.put(
                "customer_document_no",
                order == null ? "" : order.path("customer_document_no").asText());
        return shown;
    }

    /**
     * {@code {"company": 33, "post": true, "date": "2026-11-25", "lines": [{"line": 1, "quantity": 2}]}}: all of it may be left
     * out; without lines all is invoiced that can be, today, and posted.
     */
    private Response invoice(Request request) {
        ObjectNode body = request.jsonObject();
        Company company = CompanyNamed.by(site, request);
        return company.locked(() -> {
            ObjectNode order = new Orders(site, company).get(LookupRoutes.id(request, "id"));
            Invoiceable invoiceable = new Invoiceable(order);
            invoiceable.mustBeLive();
            Map<Long, BigDecimal> quantities =
                    body.has("lines") ? invoiceable.chosen(body.path("lines")) : invoiceable.everything();
            return Response.json(shown(company, invoice(company, order, quantities, body)));
        });
    }

    private ObjectNode invoice(Company company, ObjectNode order, Map<Long, BigDecimal> quantities, ObjectNode body) {
        boolean posts = body.path("post").asBoolean(true);
        String date = new Postings(company).date(body, "date", posts ? "LedgerSales" : "LedgerSOP");
        ObjectNode invoice = new Invoices(site, company).print(order, quantities, date);
        if (posts) {
            new InvoicePosting(site, company).post(invoice);
        }
        return invoice;
    }

    /** {@code {"company": 33, "number": "0000000001"}}: posts the invoice of that number, or all that are pending. */
    private Response post(Request request) {
        ObjectNode body = request.jsonObject();
        Company company = CompanyNamed.by(site, request);
        return company.locked(() -> {
            List<ObjectNode> pending = new Invoices(site, company)
                    .pending()
                    .filter(invoice ->
                            !body.has("number") || invoice.path("document_no").equals(body.path("number")))
                    .toList();
            Refused.unless(
                    !body.has("number") || !pending.isEmpty(),
                    "no invoice " + body.path("number").asText() + " is pending.");
            pending.forEach(new InvoicePosting(site, company)::post);
            return Response.json(Json.object().put("posted", pending.size()));
        });
    }

    /**
     * {@code {"company": 33, "share": 80, "post": true, "date": "2026-11-25"}}: invoices what can be of a share of the live
     * orders, in percent; the same orders are left out each time.
     */
    private Response all(Request request) {
        ObjectNode body = request.jsonObject();
        Company company = CompanyNamed.by(site, request);
        int share = body.path("share").asInt(PERCENT);
        return company.locked(() -> {
            int invoiced = 0;
            for (ObjectNode order : company.table(Orders.TABLE).rows().toList()) {
                Map<Long, BigDecimal> quantities =
                        isChosen(order, share) ? new Invoiceable(order).everything() : Map.of();
                if (!quantities.isEmpty()) {
                    invoice(company, order, quantities, body);
                    invoiced++;
                }
            }
            return Response.json(Json.object().put("invoiced", invoiced));
        });
    }

    private static boolean isChosen(ObjectNode order, int share) {
        int place = Math.floorMod(order.path("document_no").asText().hashCode(), PERCENT);
        return place < share && new Invoiceable(order).isLive();
    }
}
