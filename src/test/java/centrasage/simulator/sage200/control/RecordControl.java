package centrasage.simulator.sage200.control;

import centrasage.simulator.http.Json;
import centrasage.simulator.http.Request;
import centrasage.simulator.http.Response;
import centrasage.simulator.http.Router;
import centrasage.simulator.sage200.data.Company;
import centrasage.simulator.sage200.data.Periods;
import centrasage.simulator.sage200.data.RecordLocks;
import centrasage.simulator.sage200.data.Site;
import centrasage.simulator.sage200.fields.Refused;
import centrasage.simulator.sage200.sop.Orders;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Locks, periods, and any row of any table. */
final class RecordControl {
    private final Site site;

    RecordControl(Site site) {
        this.site = site;
    }

    void addTo(Router router) {
        router.on(
                "GET",
                "/control/locks",
                request -> Response.json(Target.company(site, request).locks().toJson()));
        router.on("POST", "/control/locks", this::lock);
        router.on("DELETE", "/control/locks", this::releaseAll);
        router.on("PUT", "/control/periods", this::period);
        router.on("GET", "/control/tables/{table}", this::rows);
        router.on("POST", "/control/tables/{table}", this::insert);
        router.on("PUT", "/control/tables/{table}", this::update);
    }

    /** {@code {company?, order: id | customer: reference, user?, workstation?, seconds?}}. */
    private Response lock(Request request) {
        ObjectNode body = request.jsonObject();
        Company company = Target.company(site, body);
        String record = body.has("order")
                ? RecordLocks.order(body.path("order").asLong())
                : RecordLocks.customer(company.coded("customers", "reference", Target.text(body, "customer"))
                        .path("id")
                        .asLong());
        Duration duration =
                body.has("seconds") ? Duration.ofSeconds(body.path("seconds").asLong()) : null;
        String user = body.path("user").asText("J. Smith");
        company.locks().hold(record, user, body.path("workstation").asText("WS-14"), duration);
        return Response.json(company.locks().toJson());
    }

    private Response releaseAll(Request request) {
        Target.company(site, request).locks().releaseAll();
        return Response.json(Json.array());
    }

    /** {@code {company?, date, open, ledgers?}}: closes or opens the month of a date, by default for sales and SOP. */
    private Response period(Request request) {
        ObjectNode body = request.jsonObject();
        Company company = Target.company(site, body);
        LocalDate date = LocalDate.parse(Target.text(body, "date"));
        List<JsonNode> ledgers = new ArrayList<>();
        body.path("ledgers").forEach(ledgers::add);
        return company.locked(() -> {
            Periods periods = new Periods(company);
            for (String ledger : ledgers.isEmpty()
                    ? List.of("LedgerSales", "LedgerSOP", "LedgerCashBook")
                    : ledgers.stream().map(JsonNode::asText).toList()) {
                if (body.path("open").asBoolean()) {
                    periods.reopen(date, ledger);
                } else {
                    periods.close(date, ledger);
                }
            }
            return Response.json(periods.classify(date, "LedgerSOP"));
        });
    }

    private Response rows(Request request) {
        Company company = Target.company(site, request);
        return company.locked(() -> {
            ArrayNode rows = Json.array();
            company.table(request.pathParameter("table")).rows().forEach(row -> rows.add(row.deepCopy()));
            return Response.json(rows);
        });
    }

    /** Rows with the fields of the table, such as a tax code or a customer of one's own. */
    private Response insert(Request request) throws IOException {
        Company company = Target.company(site, request);
        JsonNode rows = request.json();
        Refused.unless(rows.isArray(), "an array of rows is expected.");
        return company.locked(() -> {
            ArrayNode inserted = Json.array();
            rows.forEach(row -> inserted.add(company.insert(request.pathParameter("table"), row.deepCopy())
                    .deepCopy()));
            return Response.json(inserted);
        });
    }

    /**
     * {@code {where: {field: value}, set: {field: value}}}: puts a customer on hold, changes a setting or takes a permission;
     * without {@code where} every row is changed.
     */
    private Response update(Request request) {
        ObjectNode body = request.jsonObject();
        Company company = Target.company(site, request);
        String table = request.pathParameter("table");
        Refused.unless(!table.equals(Orders.TABLE), "orders are changed through /control/orders.");
        ObjectNode changes = (ObjectNode) body.path("set");
        return company.locked(() -> {
            List<ObjectNode> chosen = company.table(table)
                    .rows()
                    .filter(row -> body.path("where").properties().stream()
                            .allMatch(condition -> row.path(condition.getKey())
                                    .asText()
                                    .equals(condition.getValue().asText())))
                    .toList();
            chosen.forEach(row -> {
                row.setAll(changes.deepCopy());
                company.touch(row);
            });
            return Response.json(Json.object().put("changed", chosen.size()));
        });
    }
}
