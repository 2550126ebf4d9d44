package centrasage.simulator.sage200.sop;

import centrasage.simulator.http.Request;
import centrasage.simulator.http.Response;
import centrasage.simulator.http.Router;
import centrasage.simulator.sage200.data.Company;
import centrasage.simulator.sage200.data.Site;
import centrasage.simulator.sage200.fields.Refused;
import centrasage.simulator.sage200.lookup.LookupRoutes;
import centrasage.simulator.sage200.lookup.Presenter;
import centrasage.simulator.sage200.odata.Query;
import centrasage.simulator.sage200.odata.QueryReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.BiFunction;

/** Sales returns, which came with 2025 R1: before that no such path exists. Their fields are those of orders, as far as is known. */
final class ReturnRoutes {
    private final Site site;

    ReturnRoutes(Site site) {
        this.site = site;
    }

    void addTo(Router router) {
        router.on("GET", "/sop_returns", this::list).read();
        router.on("GET", "/sop_returns/{id}", request -> one(request, this::shown))
                .read();
        router.on("POST", "/sop_returns", this::post).write(request -> "return " + SopRoutes.orderNumber(request));
        router.on("DELETE", "/sop_returns/{id}", request -> one(request, this::delete))
                .write(request -> "return " + SopRoutes.numberOf(site, ReturnEntry.TABLE, request));
    }

    private Company company(Request request) {
        if (!site.options().is("version", "2025R1")) {
            throw LookupRoutes.notThere(ReturnEntry.TABLE);
        }
        return site.companyOf(request);
    }

    private Response list(Request request) {
        Company company = company(request);
        Query query = QueryReader.ofList(Orders.TABLE, request);
        return company.locked(() -> Response.json(new Presenter(company, query)
                .page(company.table(ReturnEntry.TABLE).rows())));
    }

    private Response post(Request request) {
        Company company = company(request);
        ObjectNode sent = request.jsonObject();
        return company.locked(() ->
                SopRoutes.shown(company, request, new ReturnEntry(site, company).create(sent, request.halfMade())));
    }

    private Response one(Request request, BiFunction<Request, ObjectNode, Response> then) {
        Company company = company(request);
        long id = LookupRoutes.id(request, "id");
        return company.locked(() -> {
            ObjectNode row = company.row(ReturnEntry.TABLE, id);
            if (row == null) {
                throw LookupRoutes.notThere(ReturnEntry.TABLE);
            }
            return then.apply(request, row);
        });
    }

    private Response shown(Request request, ObjectNode row) {
        Query query = QueryReader.ofOne(Orders.TABLE, request);
        return Response.json(new Presenter(company(request), query).one(row));
    }

    private Response delete(Request request, ObjectNode row) {
        Refused.unless(row.path("is_draft").asBoolean(), "The return is no draft and cannot be deleted.");
        company(request).table(ReturnEntry.TABLE).remove(row.path("id").asLong());
        return Response.empty(200);
    }
}
