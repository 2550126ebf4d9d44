package centrasage.simulator.sage200.lookup;

import centrasage.simulator.http.Request;
import centrasage.simulator.http.Response;
import centrasage.simulator.sage200.data.Company;
import centrasage.simulator.sage200.data.Site;
import centrasage.simulator.sage200.odata.Query;
import centrasage.simulator.sage200.odata.QueryReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads of rows that a resource's own code works out, with the query options that every list has. */
public final class Lists {
    private final Site site;

    public Lists(Site site) {
        this.site = site;
    }

    public Response list(String entity, Request request, Function<Company, Stream<ObjectNode>> rows) {
        Company company = site.companyOf(request);
        Query query = QueryReader.ofList(entity, request);
        return company.locked(() -> Response.json(new Presenter(company, query).page(rows.apply(company))));
    }

    /**
     * As {@link #list(String, Request, Function)}, of rows that take long to work out: they are worked out where the filter lets them pass
     * by what is known of them without that.
     *
     * @param rows of a company, of which {@link Known#mayPass} spares those that the query does not ask for
     */
    public Response list(String entity, Request request, BiFunction<Company, Query, Stream<ObjectNode>> rows) {
        Company company = site.companyOf(request);
        Query query = QueryReader.ofList(entity, request);
        return company.locked(() -> Response.json(new Presenter(company, query).page(rows.apply(company, query))));
    }

    /** The rows of a table. */
    public Response table(String table, Request request) {
        return list(table, request, company -> company.table(table).rows());
    }

    /** One row of a table, or 404. */
    public Response one(String table, Request request) {
        Company company = site.companyOf(request);
        Query query = QueryReader.ofOne(table, request);
        return company.locked(() -> {
            ObjectNode row = company.row(table, LookupRoutes.id(request, "id"));
            if (row == null) {
                throw LookupRoutes.notThere(table);
            }
            return Response.json(new Presenter(company, query).one(row));
        });
    }
}
