package centrasage.simulator.sage200.control;

import centrasage.simulator.http.Json;
import centrasage.simulator.http.Request;
import centrasage.simulator.http.Response;
import centrasage.simulator.http.Router;
import centrasage.simulator.sage200.data.Company;
import centrasage.simulator.sage200.data.Site;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** The site as a whole: its choices, its clock, its backups. */
public final class SiteControl {
    private final Site site;

    public SiteControl(Site site) {
        this.site = site;
    }

    public void addTo(Router router) {
        router.on("GET", "/control/site", request -> show());
        router.on("PUT", "/control/site", this::change);
        router.on("GET", "/control/clock", request -> clock());
        router.on("PUT", "/control/clock", this::setClock);
        router.on("POST", "/control/snapshot", request -> each(request, Company::takeSnapshot));
        router.on("POST", "/control/restore", request -> each(request, Company::restoreSnapshot));
        new StockControl(site).addTo(router);
        new RecordControl(site).addTo(router);
        new OrderControl(site).addTo(router);
    }

    private Response show() {
        ObjectNode shown = Json.object().put("seed", site.seed()).put("siteId", Site.ID);
        shown.set("options", site.options().toJson());
        ArrayNode companies = shown.putArray("companies");
        site.companies()
                .forEach(
                        company -> companies.addObject().put("id", company.id()).put("name", company.name()));
        return Response.json(shown);
    }

    private Response change(Request request) {
        site.change(request.jsonObject());
        return show();
    }

    private Response clock() {
        return Response.json(Json.object().put("now", site.clock().instant().toString()));
    }

    /** {@code {"now": "2026-11-23T10:00:00Z"}} or {@code {"advance": "P90D"}}. */
    private Response setClock(Request request) {
        ObjectNode body = request.jsonObject();
        if (body.has("now")) {
            site.clock().set(Instant.parse(Target.text(body, "now")));
        } else {
            site.clock().advance(Duration.parse(Target.text(body, "advance")));
        }
        return clock();
    }

    private Response each(Request request, Consumer<Company> action) {
        Target.companies(site, request)
                .forEach(company -> company.locked(() -> {
                    action.accept(company);
                    return company;
                }));
        return Response.json(Json.object());
    }
}
