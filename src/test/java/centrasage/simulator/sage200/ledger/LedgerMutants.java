package centrasage.simulator.sage200.ledger;

import centrasage.simulator.http.Json;
import centrasage.simulator.http.Request;
import centrasage.simulator.http.Response;
import centrasage.simulator.http.Router;
import centrasage.simulator.sage200.data.Company;
import centrasage.simulator.sage200.data.CompanyNamed;
import centrasage.simulator.sage200.data.Site;
import centrasage.simulator.sage200.lookup.LookupRoutes;
import centrasage.simulator.sage200.posting.Postings;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The part of {@code /control} that corrupts posted documents, so that an auditor can prove that he would see it. */
final class LedgerMutants {
    private final Site site;

    LedgerMutants(Site site) {
        this.site = site;
    }

    void addTo(Router router) {
        router.on("PUT", "/control/ledger/{id}", this::corrupt);
        router.on("DELETE", "/control/ledger/{id}", this::remove);
        router.on("POST", "/control/ledger/{id}/copy", this::copy);
    }

    /** {@code {"set": {"document_gross_value": 1.00}}}: no balance follows. */
    private Response corrupt(Request request) {
        Company company = CompanyNamed.by(site, request);
        ObjectNode fields = (ObjectNode) request.jsonObject().path("set");
        return company.locked(() -> Response.json(row(company, request).setAll(fields.deepCopy())));
    }

    /** The document is gone, and the balances still hold it. */
    private Response remove(Request request) {
        Company company = CompanyNamed.by(site, request);
        return company.locked(() -> {
            company.table(SalesLedger.TABLE)
                    .remove(row(company, request).path("id").asLong());
            return Response.json(Json.object());
        });
    }

    /** The same document once more, under a urn of its own; no balance follows. */
    private Response copy(Request request) {
        Company company = CompanyNamed.by(site, request);
        return company.locked(() -> {
            ObjectNode copy = row(company, request).deepCopy();
            copy.remove("id");
            copy.put("urn", new Postings(company).nextUrn());
            return Response.json(company.insert(SalesLedger.TABLE, copy));
        });
    }

    private static ObjectNode row(Company company, Request request) {
        return company.named(SalesLedger.TABLE, LookupRoutes.id(request, "id"), "id");
    }
}
