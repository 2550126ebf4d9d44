package centrasage.simulator.sage200.despatch;

import centrasage.simulator.http.Json;
import centrasage.simulator.http.Request;
import centrasage.simulator.http.Response;
import centrasage.simulator.http.Router;
import centrasage.simulator.sage200.data.Company;
import centrasage.simulator.sage200.data.CompanyNamed;
import centrasage.simulator.sage200.data.Site;
import centrasage.simulator.sage200.lookup.LookupRoutes;
import centrasage.simulator.sage200.sop.Allocation;
import centrasage.simulator.sage200.sop.LineTypes;
import centrasage.simulator.sage200.sop.Orders;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/** The part of {@code /control} that plays Sage's own users in the warehouse, and shows the auditor every despatch. */
public final class DespatchControl {
    private final Site site;

    public DespatchControl(Site site) {
        this.site = site;
    }

    /** Goes before the other control routes of orders, which take any action that is not one of these. */
    public void addTo(Router router) {
        router.on("GET", "/control/despatches", this::dump);
        router.on("POST", "/control/despatches", this::despatch);
        new DespatchMutants(site).addTo(router);
        router.on("POST", "/control/orders/{id}/hold", request -> status(request, "EnumDocumentStatusOnHold"));
        router.on("POST", "/control/orders/{id}/live", request -> status(request, "EnumDocumentStatusLive"));
        router.on("POST", "/control/orders/{id}/allocate", this::allocate);
    }

    private Response dump(Request request) {
        ArrayNode rows = Json.array();
        site.companies()
                .forEach(company -> company.locked(() -> {
                    new Receipts(company).all().forEach(note -> rows.add(DespatchDump.write(company, note)));
                    return company;
                }));
        return Response.json(rows);
    }

    /**
     * {@code {"company": 33, "order": 27100, "lines": [{"line": 1, "quantity": 2}], "date": "2026-11-23T00:00:00",
     * "user": "J. Smith", "tracking": {"courier": "DHL", "consignment_no": "T1", "notes": "..."}}}: all but the order may be left
     * out; lines are named by their place, from 1; without them all that is outstanding goes.
     */
    private Response despatch(Request request) {
        ObjectNode body = request.jsonObject();
        Company company = CompanyNamed.by(site, request);
        return company.locked(() -> {
            ObjectNode order = new Orders(site, company).get(body.path("order").asLong());
            ObjectNode sent =
                    Json.object().put("sop_order_return_id", order.path("id").asLong());
            ArrayNode items = sent.putArray("items");
            if (body.path("lines").isEmpty()) {
                Orders.lines(order).forEach(line -> outstanding(items, (ObjectNode) line));
            } else {
                body.path("lines")
                        .forEach(line -> items.addObject()
                                .put(
                                        "id",
                                        Orders.lines(order)
                                                .path(line.path("line").asInt() - 1)
                                                .path("id")
                                                .asLong())
                                .set("quantity", line.path("quantity")));
            }
            if (body.has("date")) {
                sent.set("despatch_receipt_date", body.path("date"));
            }
            track(company, body, sent);
            String user = body.path("user").asText("J. Smith");
            return Response.json(
                    DespatchDump.write(company, new DespatchEntry(site, company).despatch(sent, user, false)));
        });
    }

    private void outstanding(ArrayNode items, ObjectNode line) {
        boolean goods = LineTypes.isGoods(line.path("line_type").asText())
                && DespatchRules.intentOf(line, site).equals("ConfirmOnDespatch");
        BigDecimal quantity = goods ? Quantities.outstanding(line) : BigDecimal.ZERO;
        if (quantity.signum() > 0) {
            items.addObject().put("id", line.path("id").asLong()).put("quantity", quantity);
        }
    }

    private static void track(Company company, ObjectNode body, ObjectNode sent) {
        if (body.path("tracking") instanceof ObjectNode given) {
            ObjectNode tracking = given.deepCopy();
            JsonNode courier = tracking.remove("courier");
            if (courier != null) {
                ObjectNode row = company.coded("couriers", "name", courier.asText());
                tracking.put("courier_id", row.path("id").asLong());
            }
            sent.putArray("tracking_items").add(tracking);
        }
    }

    private Response status(Request request, String status) {
        Company company = CompanyNamed.by(site, request);
        return company.locked(() -> {
            ObjectNode order = new Orders(site, company).get(LookupRoutes.id(request, "id"));
            company.touch(order.put("document_status", status));
            return Response.json(order);
        });
    }

    /** Allocates to each line what is outstanding of it, from what is free: a user's work when stock has come in. */
    private Response allocate(Request request) {
        Company company = CompanyNamed.by(site, request);
        return company.locked(() -> {
            ObjectNode order = new Orders(site, company).get(LookupRoutes.id(request, "id"));
            for (JsonNode line : Orders.lines(order)) {
                if (line.path("line_type").asText().equals(LineTypes.STANDARD)) {
                    BigDecimal open = Quantities.outstanding(line).subtract(Quantities.of(line, "allocated_quantity"));
                    new Allocation(company).take((ObjectNode) line, open);
                }
            }
            company.touch(order);
            return Response.json(order);
        });
    }
}
