package centrasage.simulator.sage200.sop;

import centrasage.simulator.http.Refusal;
import centrasage.simulator.http.Request;
import centrasage.simulator.http.Response;
import centrasage.simulator.http.Router;
import centrasage.simulator.sage200.data.Company;
import centrasage.simulator.sage200.data.Site;
import centrasage.simulator.sage200.fields.Refused;
import centrasage.simulator.sage200.fields.WriteCheck;
import centrasage.simulator.sage200.lookup.LookupRoutes;
import centrasage.simulator.sage200.lookup.Presenter;
import centrasage.simulator.sage200.odata.Query;
import centrasage.simulator.sage200.odata.QueryReader;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The writing side of sales orders. */
public final class SopRoutes {
    private final Site site;

    public SopRoutes(Site site) {
        this.site = site;
    }

    public void addTo(Router router) {
        router.on("POST", "/sop_orders", this::post).write(SopRoutes::orderNumber);
        router.on("PUT", "/sop_orders/{id}", this::put).write(this::numberOfOrder);
        router.on("DELETE", "/sop_orders/{id}", this::delete).write(this::numberOfOrder);
        router.on("POST", "/sop_orders_new", this::defaults).read();
        router.on("POST", "/sop_orders_duplicate", this::duplicate).write(Request::path);
        new SopReadRoutes(site).addTo(router);
        new ReturnRoutes(site).addTo(router);
    }

    /** Faults follow the order of the shop, whichever attempt or thread brings it. */
    static String orderNumber(Request request) {
        try {
            return request.jsonObject().path("customer_document_no").asText(request.path());
        } catch (Refusal notJson) {
            return request.path();
        }
    }

    private String numberOfOrder(Request request) {
        return numberOf(site, Orders.TABLE, request);
    }

    /** That of the order or return that is there; ids are another in every run. What is not there has its path. */
    static String numberOf(Site site, String table, Request request) {
        try {
            Company company = site.companyOf(request);
            long id = LookupRoutes.id(request, "id");
            return company.locked(() -> {
                ObjectNode row = company.row(table, id);
                return row == null
                        ? request.path()
                        : row.path("customer_document_no").asText(request.path());
            });
        } catch (Refusal unreadable) {
            return request.path();
        }
    }

    private Response post(Request request) {
        Company company = site.companyOf(request);
        ObjectNode sent = request.jsonObject();
        return company.locked(
                () -> shown(company, request, new OrderEntry(site, company).create(sent, request.halfMade())));
    }

    private Response put(Request request) {
        Company company = site.companyOf(request);
        ObjectNode sent = request.jsonObject();
        long id = LookupRoutes.id(request, "id");
        return company.locked(
                () -> shown(company, request, new OrderAmendment(site, company).amend(id, sent, request.halfMade())));
    }

    private Response delete(Request request) {
        Company company = site.companyOf(request);
        long id = LookupRoutes.id(request, "id");
        return company.locked(() -> {
            new OrderRemoval(site, company).remove(id);
            return Response.empty(200);
        });
    }

    /** What an order of this customer would start with; nothing is kept. */
    private Response defaults(Request request) {
        Company company = site.companyOf(request);
        ObjectNode sent = request.jsonObject();
        WriteCheck.ofNew().check("sop_orders_new", sent);
        Refused.unless(sent.has("customer_id"), "'customer_id' is required.");
        return company.locked(() -> {
            ObjectNode customer =
                    company.named("customers", sent.path("customer_id").asLong(), "customer_id");
            return shown(
                    company,
                    request,
                    new OrderHeader(company).defaults(customer).put("id", 0));
        });
    }

    private Response duplicate(Request request) {
        Company company = site.companyOf(request);
        ObjectNode sent = request.jsonObject();
        WriteCheck.ofNew().check("sop_orders_duplicate", sent);
        Refused.unless(sent.has("source_id") && sent.has("customer_id"), "'source_id' and 'customer_id' are required.");
        return company.locked(() -> {
            ObjectNode source =
                    company.named(Orders.TABLE, sent.path("source_id").asLong(), "source_id");
            return shown(company, request, new OrderCopy(company).of(source, true));
        });
    }

    /** Writes are answered with the order and its children. */
    static Response shown(Company company, Request request, ObjectNode order) {
        Query query = QueryReader.ofOne(Orders.TABLE, request).alsoExpanding("lines", "memos", "delivery_address");
        return Response.json(new Presenter(company, query).one(order));
    }
}
