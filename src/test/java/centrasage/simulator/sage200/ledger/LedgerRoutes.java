package centrasage.simulator.sage200.ledger;

import centrasage.simulator.http.Refusal;
import centrasage.simulator.http.Request;
import centrasage.simulator.http.Response;
import centrasage.simulator.http.Router;
import centrasage.simulator.sage200.data.Company;
import centrasage.simulator.sage200.data.Site;
import centrasage.simulator.sage200.fields.WriteCheck;
import centrasage.simulator.sage200.lookup.Lists;
import centrasage.simulator.sage200.lookup.LookupRoutes;
import centrasage.simulator.sage200.posting.Postings;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** The sales ledger over the API: four ways to post, which answer with a urn alone, allocations, and the posted rows. */
public final class LedgerRoutes {
    private final Site site;
    private final Lists lists;

    public LedgerRoutes(Site site) {
        this.site = site;
        this.lists = new Lists(site);
    }

    public void addTo(Router router) {
        posting(router, "/sales_receipts", (company, sent) -> new MoneyEntry(site, company).post(Kind.RECEIPT, sent));
        posting(router, "/sales_payments", (company, sent) -> new MoneyEntry(site, company).post(Kind.PAYMENT, sent));
        posting(
                router,
                "/sales_invoices",
                (company, sent) -> new DocumentEntry(site, company).post(Kind.INVOICE, sent));
        posting(
                router,
                "/sales_credit_notes",
                (company, sent) -> new DocumentEntry(site, company).post(Kind.CREDIT_NOTE, sent));
        router.on("POST", "/sales_allocations", this::allocate).write(LedgerRoutes::allocation);
        for (String table : List.of(SalesLedger.TABLE, SalesLedger.HISTORY)) {
            router.on("GET", "/" + table, request -> lists.table(table, request))
                    .read();
            router.on("GET", "/" + table + "/{id}", request -> lists.one(table, request))
                    .read();
        }
        router.on("PUT", "/" + SalesLedger.TABLE + "/{id}", this::query).write(Request::path);
        router.on("GET", "/sales_transaction_views", this::views).read();
    }

    private void posting(Router router, String path, BiFunction<Company, ObjectNode, Long> post) {
        router.on("POST", path, request -> post(request, post)).write(Postings::identity);
    }

    private Response post(Request request, BiFunction<Company, ObjectNode, Long> post) {
        Company company = site.companyOf(request);
        ObjectNode sent = request.jsonObject();
        return company.locked(() -> {
            Postings.mustBeWhole(site, request);
            return Response.json(Postings.answer(post.apply(company, sent)));
        });
    }

    /** Faults follow the documents, in whichever order they stand in the body. */
    private static String allocation(Request request) {
        try {
            return request.jsonObject().path("allocation_lines").findValues("posted_tran_id").stream()
                    .map(JsonNode::asLong)
                    .sorted()
                    .map(id -> " " + id)
                    .collect(Collectors.joining("", "allocation", ""));
        } catch (Refusal notJson) {
            return request.path();
        }
    }

    /** Answered with what was sent and the date of it. */
    private Response allocate(Request request) {
        Company company = site.companyOf(request);
        ObjectNode sent = request.jsonObject();
        return company.locked(() -> {
            Postings.mustBeWhole(site, request);
            return Response.json(sent.put("allocation_date", new Allocations(site, company).allocate(sent)));
        });
    }

    /** A posted row is what it is; only its query flag can be set. */
    private Response query(Request request) {
        Company company = site.companyOf(request);
        ObjectNode sent = request.jsonObject();
        company.locked(() -> {
            ObjectNode row = company.row(SalesLedger.TABLE, LookupRoutes.id(request, "id"));
            if (row == null) {
                throw LookupRoutes.notThere(SalesLedger.TABLE);
            }
            WriteCheck.ofAmendment().check(SalesLedger.TABLE, sent);
            row.put("queried", sent.path("queried").asText(row.path("queried").asText()));
            company.touch(row);
            return row;
        });
        return lists.one(SalesLedger.TABLE, request);
    }

    private Response views(Request request) {
        return lists.list(
                "sales_transaction_views", request, (company, query) -> new LedgerViews(company).transactions(query));
    }
}
