package centrasage.simulator.sage200.data;

import centrasage.simulator.http.Request;
import centrasage.simulator.sage200.fields.Refused;
import java.util.List;

/** Which company a control call is about: {@code "company"} in the body, else in the query, else the live one. */
public final class CompanyNamed {
    private CompanyNamed() {}

    public static Company by(Site site, Request request) {
        int queried = Integer.parseInt(request.query().getOrDefault("company", "" + Site.LIVE_COMPANY));
        int id = request.jsonObject().path("company").asInt(queried);
        Company company = site.company(id);
        if (company == null) {
            throw Refused.because("there is no company " + id + ".");
        }
        return company;
    }

    /** The companies of a call that concerns all of them unless its query names one. */
    public static List<Company> all(Site site, Request request) {
        return request.query().containsKey("company") ? List.of(by(site, request)) : site.companies();
    }
}
