package centrasage.simulator.sage200.control;

import centrasage.simulator.http.Json;
import centrasage.simulator.http.Request;
import centrasage.simulator.http.Response;
import centrasage.simulator.http.Router;
import centrasage.simulator.sage200.data.Company;
import centrasage.simulator.sage200.data.RecordLocks;
import centrasage.simulator.sage200.data.Site;
import centrasage.simulator.sage200.fields.Refused;
import centrasage.simulator.sage200.lookup.LookupRoutes;
import centrasage.simulator.sage200.sop.OrderCopy;
import centrasage.simulator.sage200.sop.Orders;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/** The orders, whole, for an auditor; and what people, archiving runs and mutants do to them. */
final class OrderControl {
    private final Site site;

    OrderControl(Site site) {
        this.site = site;
    }

    void addTo(Router router) {
        router.on("GET", "/control/orders", this::dump);
        router.on("GET", "/control/receipts", request -> table(request, Orders.RECEIPTS));
        router.on("POST", "/control/orders/{id}/{action}", this::act);
    }

    /** Every order of a company, or of all, archived ones included, with the company, the customer and the archive flag. */
    private Response dump(Request request) {
        ArrayNode orders = Json.array();
        for (Company company : Target.companies(site, request)) {
            company.locked(() -> {
                add(orders, company, Orders.TABLE, false);
                add(orders, company, Orders.ARCHIVE, true);
                return company;
            });
        }
        return Response.json(orders);
    }

    private static void add(ArrayNode orders, Company company, String table, boolean archived) {
        company.table(table).rows().forEach(order -> {
            ObjectNode shown = order.deepCopy().put("company", company.id()).put("archived", archived);
            ObjectNode customer =
                    company.named("customers", order.path("customer_id").asLong(), "customer_id");
            shown.set("customer_reference", customer.path("reference"));
            ObjectNode currency =
                    company.named("currencies", order.path("currency_id").asLong(), "currency_id");
            shown.set("currency_symbol", currency.path("symbol"));
            orders.add(shown);
        });
    }

    private Response table(Request request, String table) {
        Company company = Target.company(site, request);
        return company.locked(() -> {
            ArrayNode rows = Json.array();
            company.table(table).rows().forEach(row -> rows.add(row.deepCopy()));
            return Response.json(rows);
        });
    }

    private Response act(Request request) {
        ObjectNode body = request.jsonObject();
        Company company = Target.company(site, body);
        long id = LookupRoutes.id(request, "id");
        return company.locked(() -> {
            ObjectNode order = new Orders(site, company).get(id);
            return Response.json(act(request.pathParameter("action"), company, order, body));
        });
    }

    private ObjectNode act(String action, Company company, ObjectNode order, ObjectNode body) {
        return switch (action) {
            case "edit" -> edit(company, order, body);
            case "copy" -> new OrderCopy(company).of(order, body.path("draft").asBoolean());
            case "archive" -> archive(company, order);
            case "delete" -> delete(company, order);
            case "open" -> open(company, order, body);
            case "change-total" -> changeTotal(company, order, body);
            case "post-ineligible" -> postIneligible(company, order, body);
            default ->
                throw Refused.because("an order can be edited, copied, archived, deleted, opened, "
                        + "change-total, post-ineligible; not '" + action + "'.");
        };
    }

    /** {@code {"set": {...}, "line": 1, "setLine": {...}}}: a Sage user changes fields, and Sage computes anew. */
    private ObjectNode edit(Company company, ObjectNode order, ObjectNode body) {
        if (body.path("set") instanceof ObjectNode fields) {
            order.setAll(fields.deepCopy());
        }
        if (body.path("setLine") instanceof ObjectNode fields) {
            int place = body.path("line").asInt(1) - 1;
            Refused.unless(Orders.lines(order).has(place), "the order has no line " + (place + 1) + ".");
            ((ObjectNode) Orders.lines(order).get(place)).setAll(fields.deepCopy());
        }
        new Orders(site, company).recompute(order);
        company.touch(order);
        return order;
    }

    private static ObjectNode archive(Company company, ObjectNode order) {
        company.table(Orders.TABLE).remove(order.path("id").asLong());
        company.table(Orders.ARCHIVE).put(order.path("id").asLong(), order);
        company.settings("sop_settings")
                .put(
                        "orders_returns_last_archived_up_to",
                        order.path("document_date").asText())
                .put("last_archive_run_by", "manager")
                .put("last_archive_run_on", company.now());
        return order;
    }

    private static ObjectNode delete(Company company, ObjectNode order) {
        company.table(Orders.TABLE).remove(order.path("id").asLong());
        return order;
    }

    private static ObjectNode open(Company company, ObjectNode order, ObjectNode body) {
        String record = RecordLocks.order(order.path("id").asLong());
        company.locks().hold(record, body.path("user").asText("J. Smith"), "WS-14", null);
        return order;
    }

    /** {@code {"pence": 1}}: falsifies the total without touching a line. */
    private static ObjectNode changeTotal(Company company, ObjectNode order, ObjectNode body) {
        BigDecimal change = BigDecimal.valueOf(body.path("pence").asLong(1), 2);
        for (String field : new String[] {"total_net_value", "total_gross_value"}) {
            order.put(field, order.path(field).decimalValue().add(change));
        }
        company.touch(order);
        return order;
    }

    /** {@code {"customer_document_no": "..."}}: an order in Sage for something that must not be there. */
    private static ObjectNode postIneligible(Company company, ObjectNode order, ObjectNode body) {
        ObjectNode copy = new OrderCopy(company).of(order, false);
        return copy.put("customer_document_no", Target.text(body, "customer_document_no"));
    }
}
