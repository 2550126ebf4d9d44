package centrasage.simulator.sage200.sop;

import centrasage.simulator.http.Json;
import centrasage.simulator.http.Request;
import centrasage.simulator.http.Response;
import centrasage.simulator.http.Router;
import centrasage.simulator.sage200.data.Company;
import centrasage.simulator.sage200.data.RecordLocks;
import centrasage.simulator.sage200.data.Site;
import centrasage.simulator.sage200.fields.Refused;
import centrasage.simulator.sage200.lookup.LookupRoutes;
import centrasage.simulator.sage200.lookup.Presenter;
import centrasage.simulator.sage200.odata.Query;
import centrasage.simulator.sage200.odata.QueryReader;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The reading side of sales orders: the orders, their lines, and the flat views. */
final class SopReadRoutes {
    private static final String LINES = "sop_order_lines";

    private final Site site;

    SopReadRoutes(Site site) {
        this.site = site;
    }

    void addTo(Router router) {
        router.on("GET", "/sop_orders", request -> list(Orders.TABLE, request, SopReadRoutes::orders))
                .read();
        router.on("GET", "/sop_orders/{id}", this::order).read();
        router.on("GET", "/customers/{id}/sop_orders", this::ordersOfCustomer).read();
        router.on("GET", "/sop_orders/{id}/sop_order_lines", this::linesOfOrder).read();
        router.on("GET", "/sop_orders/{id}/sop_order_lines/{line}", request -> line("line", request))
                .read();
        router.on("GET", "/sop_order_lines/{id}", request -> line("id", request))
                .read();
        view(router, "lookup_sop_orders", OrderViews::lookup);
        view(router, "sop_order_return_views", OrderViews::orderReturns);
        view(router, "sop_order_line_views", OrderViews::lines);
    }

    private void view(Router router, String name, Function<OrderViews, Stream<ObjectNode>> rows) {
        router.on("GET", "/" + name, request -> list(name, request, company -> rows.apply(new OrderViews(company))))
                .read();
    }

    private Response list(String entity, Request request, Function<Company, Stream<ObjectNode>> rows) {
        Company company = site.companyOf(request);
        Query query = QueryReader.ofList(entity, request);
        Refused.unless(!query.expands("is_to_lock"), "'is_to_lock' can only be expanded on one order.");
        return company.locked(() -> Response.json(new Presenter(company, query).page(rows.apply(company))));
    }

    private static Stream<ObjectNode> orders(Company company) {
        return company.table(Orders.TABLE).rows();
    }

    private Response ordersOfCustomer(Request request) {
        long customer = LookupRoutes.id(request, "id");
        return list(
                Orders.TABLE,
                request,
                company -> orders(company)
                        .filter(order -> order.path("customer_id").asLong() == customer));
    }

    private Response linesOfOrder(Request request) {
        long id = LookupRoutes.id(request, "id");
        return list(LINES, request, company -> linesOf(new Orders(site, company).get(id)));
    }

    private static Stream<ObjectNode> linesOf(ObjectNode order) {
        Stream<JsonNode> lines = StreamSupport.stream(Orders.lines(order).spliterator(), false);
        return lines.map(ObjectNode.class::cast);
    }

    private Response line(String parameter, Request request) {
        Company company = site.companyOf(request);
        long id = LookupRoutes.id(request, parameter);
        Query query = QueryReader.ofOne(LINES, request);
        return company.locked(() -> orders(company)
                .flatMap(SopReadRoutes::linesOf)
                .filter(line -> line.path("id").asLong() == id)
                .findFirst()
                .map(line -> Response.json(new Presenter(company, query).one(line)))
                .orElseThrow(() -> LookupRoutes.notThere(LINES)));
    }

    private Response order(Request request) {
        Company company = site.companyOf(request);
        Query query = QueryReader.ofOne(Orders.TABLE, request);
        long id = LookupRoutes.id(request, "id");
        return company.locked(() -> {
            ObjectNode shown = new Orders(site, company).get(id).deepCopy();
            specials(company, query, shown);
            return Response.json(new Presenter(company, query).one(shown));
        });
    }

    /** The expands that do something, or cost something, instead of showing a child. */
    private void specials(Company company, Query query, ObjectNode order) {
        long id = order.path("id").asLong();
        if (query.expands("is_to_lock")) {
            order.put("lock_id", lockForCaller(company, id)).put("is_to_lock", true);
        }
        if (query.expands("available_document_discount")) {
            order.put("available_document_discount_percent", Scaled.decimal(0, Scaled.PENCE));
        }
        if (query.expands("payment_status")) {
            boolean payment = order.path("payment_with_order").asBoolean();
            ObjectNode status =
                    Json.object().put("is_partially_invoiced", false).put("is_amendable", payment);
            order.set("payment_status", status);
        }
    }

    /** Takes the lock and leaves it standing: it ends with the PUT that brings it back, or with a person's help. */
    private long lockForCaller(Company company, long id) {
        String record = RecordLocks.order(id);
        new Orders(site, company).mustBeFree(record, 0);
        String user = company.settings("current_user").path("logon_name").asText();
        return company.locks().hold(record, user, "WEB-API", null).id();
    }
}
