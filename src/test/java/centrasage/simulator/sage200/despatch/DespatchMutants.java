package centrasage.simulator.sage200.despatch;

import centrasage.simulator.http.Json;
import centrasage.simulator.http.Request;
import centrasage.simulator.http.Response;
import centrasage.simulator.http.Router;
import centrasage.simulator.sage200.data.Company;
import centrasage.simulator.sage200.data.CompanyNamed;
import centrasage.simulator.sage200.data.Site;
import centrasage.simulator.sage200.lookup.LookupRoutes;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The part of {@code /control} that corrupts despatches, so that an auditor can prove that he would see it. */
final class DespatchMutants {
    private final Site site;

    DespatchMutants(Site site) {
        this.site = site;
    }

    void addTo(Router router) {
        router.on("PUT", "/control/despatches/{id}", this::corrupt);
        router.on("DELETE", "/control/despatches/{id}", this::remove);
        router.on("POST", "/control/despatches/{id}/copy", this::copy);
    }

    /** {@code {"set": {"notes": "..."}, "line": 1, "quantity": 2}}: the order does not follow. */
    private Response corrupt(Request request) {
        Company company = CompanyNamed.by(site, request);
        ObjectNode body = request.jsonObject();
        return company.locked(() -> {
            ObjectNode note = note(company, request);
            if (body.path("set") instanceof ObjectNode fields) {
                note.setAll(fields.deepCopy());
            }
            if (body.has("quantity")) {
                Receipts.linesOf(note).get(body.path("line").asInt(1) - 1).set("quantity", body.path("quantity"));
            }
            return Response.json(DespatchDump.write(company, note));
        });
    }

    /** The despatch is gone, and the order still says that it was despatched. */
    private Response remove(Request request) {
        Company company = CompanyNamed.by(site, request);
        return company.locked(() -> {
            company.table(Receipts.TABLE)
                    .remove(note(company, request).path("id").asLong());
            return Response.json(Json.object());
        });
    }

    /** The same despatch once more, under another number. */
    private Response copy(Request request) {
        Company company = CompanyNamed.by(site, request);
        return company.locked(() -> {
            ObjectNode note = note(company, request);
            ObjectNode copy =
                    note.deepCopy().put("despatch_no", note.path("despatch_no").asText() + "A");
            copy.remove("id");
            company.insert(Receipts.TABLE, copy);
            return Response.json(DespatchDump.write(company, copy));
        });
    }

    private static ObjectNode note(Company company, Request request) {
        return company.named(Receipts.TABLE, LookupRoutes.id(request, "id"), "id");
    }
}
