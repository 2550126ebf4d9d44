package centrasage.simulator.sage200.lookup;

import centrasage.simulator.http.Json;
import centrasage.simulator.http.Refusal;
import centrasage.simulator.http.Request;
import centrasage.simulator.http.Response;
import centrasage.simulator.http.Router;
import centrasage.simulator.sage200.data.Company;
import centrasage.simulator.sage200.data.Periods;
import centrasage.simulator.sage200.data.Site;
import centrasage.simulator.sage200.fields.Moments;
import centrasage.simulator.sage200.fields.Refused;
import centrasage.simulator.sage200.fields.WriteCheck;
import centrasage.simulator.sage200.odata.QueryReader;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The resources that an integration only reads. */
public final class LookupRoutes {
    private static final List<String> TABLES = List.of(
            "customers",
            "suppliers",
            "products",
            "product_groups",
            "warehouses",
            "warehouse_holdings",
            "tax_codes",
            "country_codes",
            "currencies",
            "sop_additional_charges",
            "nominal_codes",
            "nominal_transaction_enquiry_views",
            "cost_centres",
            "departments",
            "analysis_code_mappings",
            "sop_settings",
            "system_settings",
            "sales_ledger_settings",
            "current_user_sop_user_permissions",
            "sop_payment_methods",
            "couriers",
            "banks",
            "financial_year_period_views",
            "sop_document_status_types",
            "sop_order_payment_types",
            "order_return_line_types",
            "sop_trade_line_status_types");

    private final Site site;

    public LookupRoutes(Site site) {
        this.site = site;
    }

    public void addTo(Router router) {
        router.on("GET", "/sites", this::sites).read();
        router.on("GET", "/current_user", this::currentUser).read();
        router.on("POST", "/transaction_date_validation", this::validateDate).read();
        for (String table : TABLES) {
            router.on("GET", "/" + table, request -> list(table, request)).read();
            router.on("GET", "/" + table + "/{id}", request -> one(table, request))
                    .read();
        }
        router.on("GET", "/products/{parent}/warehouse_holdings", request -> under("product_id", request))
                .read();
        router.on("GET", "/warehouses/{parent}/warehouse_holdings", request -> under("warehouse_id", request))
                .read();
    }

    /** The one resource outside of any company: it is where an integration learns the numbers for its headers. */
    private Response sites(Request request) {
        ArrayNode sites = Json.array();
        if (!site.options().is("sitesEmpty")) {
            site.companies()
                    .forEach(company -> sites.addObject()
                            .put("company_id", company.id())
                            .put("company_name", company.name())
                            .put("site_id", Site.ID)
                            .put("site_name", "Centra Fashion Head Office")
                            .put("site_short_name", "CENTRA"));
        }
        return Response.json(sites);
    }

    private Response currentUser(Request request) {
        Company company = site.companyOf(request);
        return company.locked(() -> Response.json(new Presenter(company, QueryReader.ofOne("current_user", request))
                .one(company.settings("current_user"))));
    }

    private Response list(String table, Request request) {
        Company company = site.companyOf(request);
        return company.locked(() -> Response.json(new Presenter(company, QueryReader.ofList(table, request))
                .page(company.table(table).rows())));
    }

    private Response one(String table, Request request) {
        Company company = site.companyOf(request);
        return company.locked(() -> {
            ObjectNode row = company.row(table, id(request, "id"));
            if (row == null) {
                throw notThere(table);
            }
            return Response.json(new Presenter(company, QueryReader.ofOne(table, request)).one(row));
        });
    }

    private Response under(String parentField, Request request) {
        Company company = site.companyOf(request);
        long parent = id(request, "parent");
        return company.locked(() ->
                Response.json(new Presenter(company, QueryReader.ofList("warehouse_holdings", request))
                        .page(company.table("warehouse_holdings")
                                .rows()
                                .filter(row -> row.path(parentField).asLong() == parent))));
    }

    private Response validateDate(Request request) {
        Company company = site.companyOf(request);
        ObjectNode body = request.jsonObject();
        WriteCheck.ofNew().check("transaction_date_validations", body);
        Refused.unless(body.has("date") && body.has("ledger_type"), "'date' and 'ledger_type' are required.");
        return company.locked(() -> Response.json(new Periods(company)
                .classify(
                        Moments.day(body.path("date").asText()),
                        body.path("ledger_type").asText())));
    }

    /** The number in a path; what is no number is no resource. */
    public static long id(Request request, String parameter) {
        String text = request.pathParameter(parameter);
        if (!text.matches("\\d{1,18}")) {
            throw notThere(text);
        }
        return Long.parseLong(text);
    }

    public static Refusal notThere(String what) {
        return new Refusal(Response.message(404, "No such record in " + what + "."));
    }
}
