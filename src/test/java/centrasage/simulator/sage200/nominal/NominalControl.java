package centrasage.simulator.sage200.nominal;

import centrasage.simulator.http.Json;
import centrasage.simulator.http.Request;
import centrasage.simulator.http.Response;
import centrasage.simulator.http.Router;
import centrasage.simulator.sage200.data.Company;
import centrasage.simulator.sage200.data.CompanyNamed;
import centrasage.simulator.sage200.data.Site;

/** The part of {@code /control} that acts as the user who imports a file of journals. */
public final class NominalControl {
    private final Site site;

    public NominalControl(Site site) {
        this.site = site;
    }

    public void addTo(Router router) {
        router.on("POST", "/control/nominal/import", this::importFile);
    }

    /** {@code {"company": 33, "file": "AccountNumber,..."}}: the whole file or nothing. */
    private Response importFile(Request request) {
        Company company = CompanyNamed.by(site, request);
        String file = request.jsonObject().path("file").asText();
        return company.locked(() -> {
            long urn = new JournalImport(company).take(file);
            return Response.json(Json.object().put("urn", urn));
        });
    }
}
