package centrasage.simulator.sage200.control;

import centrasage.simulator.http.Request;
import centrasage.simulator.sage200.data.Company;
import centrasage.simulator.sage200.data.Site;
import centrasage.simulator.sage200.fields.Refused;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Which company a control call is about: {@code "company"} in the body, else in the query, else the live one. */
final class Target {
    private Target() {}

    static Company company(Site site, ObjectNode body) {
        return company(site, body.path("company").asInt(Site.LIVE_COMPANY));
    }

    static Company company(Site site, Request request) {
        return company(site, Integer.parseInt(request.query().getOrDefault("company", "" + Site.LIVE_COMPANY)));
    }

    private static Company company(Site site, int id) {
        Company company = site.company(id);
        if (company == null) {
            throw Refused.because("there is no company " + id + ".");
        }
        return company;
    }

    /** The companies of a call that concerns all of them unless it names one. */
    static List<Company> companies(Site site, Request request) {
        return request.query().containsKey("company") ? List.of(company(site, request)) : site.companies();
    }

    static String text(ObjectNode body, String field) {
        JsonNode value = body.path(field);
        Refused.unless(value.isValueNode() && !value.asText().isEmpty(), "'" + field + "' is required.");
        return value.asText();
    }
}
