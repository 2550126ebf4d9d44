package centrasage.simulator.sage200.invoicing;

import centrasage.simulator.http.Json;
import centrasage.simulator.http.Request;
import centrasage.simulator.http.Response;
import centrasage.simulator.http.Router;
import centrasage.simulator.sage200.data.Company;
import centrasage.simulator.sage200.data.CompanyNamed;
import centrasage.simulator.sage200.data.Site;
import centrasage.simulator.sage200.posting.Postings;
import centrasage.simulator.sage200.sop.ReturnEntry;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The part of {@code /control} that plays the Sage users who credit sales returns. */
public final class CreditControl {
    private final Site site;

    public CreditControl(Site site) {
        this.site = site;
    }

    public void addTo(Router router) {
        router.on("GET", "/control/returns", this::returns);
        router.on("GET", "/control/credits", this::dump);
        router.on("POST", "/control/credits/all", this::all);
    }

    /** Every sales return of all companies, or of the one that the query names. */
    private Response returns(Request request) {
        ArrayNode rows = Json.array();
        CompanyNamed.all(site, request)
                .forEach(company -> company.locked(() -> {
                    company.table(ReturnEntry.TABLE)
                            .rows()
                            .forEach(made -> rows.add(made.deepCopy().put("company", company.id())));
                    return company;
                }));
        return Response.json(rows);
    }

    /** Every credit note of a return, with the number that its customer has for the return. */
    private Response dump(Request request) {
        ArrayNode rows = Json.array();
        CompanyNamed.all(site, request)
                .forEach(company -> company.locked(() -> {
                    new Credits(site, company).all().forEach(credit -> rows.add(shown(company, credit)));
                    return company;
                }));
        return Response.json(rows);
    }

    private static ObjectNode shown(Company company, ObjectNode credit) {
        ObjectNode shown = credit.deepCopy().put("company", company.id());
        shown.set(
                "customer_document_no",
                company.named(ReturnEntry.TABLE, credit.path("order_id").asLong(), "order_id")
                        .path("customer_document_no"));
        return shown;
    }

    /** {@code {"company": 33, "date": "2026-11-25"}}: posts the credit notes of all returns that have none, today unless dated. */
    private Response all(Request request) {
        ObjectNode body = request.jsonObject();
        Company company = CompanyNamed.by(site, request);
        return company.locked(() -> {
            Credits credits = new Credits(site, company);
            String date = new Postings(company).date(body, "date", "LedgerSales");
            List<ObjectNode> open = credits.open().toList();
            open.forEach(made -> credits.post(made, date));
            return Response.json(Json.object().put("credited", open.size()));
        });
    }
}
