package centrasage.simulator.sage200.purchases;

import centrasage.simulator.http.Json;
import centrasage.simulator.http.Request;
import centrasage.simulator.http.Response;
import centrasage.simulator.http.Router;
import centrasage.simulator.sage200.data.Company;
import centrasage.simulator.sage200.data.CompanyNamed;
import centrasage.simulator.sage200.data.Site;
import centrasage.simulator.sage200.lookup.Lists;
import centrasage.simulator.sage200.posting.Postings;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The purchase ledger over the API: payments and receipts, which answer with a urn alone, the posted rows and the suppliers. */
public final class PurchaseRoutes {
    private final Site site;
    private final Lists lists;

    public PurchaseRoutes(Site site) {
        this.site = site;
        this.lists = new Lists(site);
    }

    public void addTo(Router router) {
        for (MoneyKind kind : MoneyKind.values()) {
            router.on("POST", "/" + kind.resource(), request -> post(kind, request))
                    .write(Postings::identity);
        }
        router.on("GET", "/" + SupplierMoney.TABLE, request -> lists.table(SupplierMoney.TABLE, request))
                .read();
        router.on("GET", "/" + SupplierMoney.TABLE + "/{id}", request -> lists.one(SupplierMoney.TABLE, request))
                .read();
        router.on("GET", "/purchase_transaction_views", this::transactions).read();
        router.on("GET", "/supplier_views", this::suppliers).read();
        router.on("GET", "/control/purchases", this::dump);
    }

    private Response post(MoneyKind kind, Request request) {
        Company company = site.companyOf(request);
        ObjectNode sent = request.jsonObject();
        return company.locked(() -> {
            Postings.mustBeWhole(site, request);
            return Response.json(Postings.answer(new SupplierMoney(company).post(kind, sent)));
        });
    }

    private Response transactions(Request request) {
        return lists.list("purchase_transaction_views", request, company -> new PurchaseViews(company).transactions());
    }

    private Response suppliers(Request request) {
        return lists.list("supplier_views", request, company -> new PurchaseViews(company).suppliers());
    }

    /** For each company: its posted rows with their suppliers. */
    private Response dump(Request request) {
        ArrayNode books = Json.array();
        for (Company company : CompanyNamed.all(site, request)) {
            company.locked(() -> {
                ArrayNode rows = books.addObject().put("company", company.id()).putArray("transactions");
                new PurchaseViews(company).transactions().forEach(rows::add);
                return rows;
            });
        }
        return Response.json(books);
    }
}
