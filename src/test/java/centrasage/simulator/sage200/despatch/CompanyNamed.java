package centrasage.simulator.sage200.despatch;

import centrasage.simulator.http.Request;
import centrasage.simulator.sage200.data.Company;
import centrasage.simulator.sage200.data.Site;
import centrasage.simulator.sage200.fields.Refused;

/** Which company a control call is about: {@code "company"} in the body, else in the query, else the live one. */
final class CompanyNamed {
    private CompanyNamed() {}

    static Company by(Site site, Request request) {
        int queried = Integer.parseInt(request.query().getOrDefault("company", "" + Site.LIVE_COMPANY));
        int id = request.jsonObject().path("company").asInt(queried);
        Company company = site.company(id);
        if (company == null) {
            throw Refused.because("there is no company " + id + ".");
        }
        return company;
    }
}
