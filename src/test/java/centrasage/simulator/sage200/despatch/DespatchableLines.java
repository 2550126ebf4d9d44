package centrasage.simulator.sage200.despatch;

import centrasage.simulator.http.Json;
import centrasage.simulator.sage200.data.Company;
import centrasage.simulator.sage200.data.Site;
import centrasage.simulator.sage200.odata.Query;
import centrasage.simulator.sage200.sop.LineTypes;
import centrasage.simulator.sage200.sop.Orders;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The lines of live orders that still have something to despatch. */
final class DespatchableLines {
    static final Duration LOCKED = Duration.ofMinutes(1);

    private final Site site;
    private final Company company;

    DespatchableLines(Site site, Company company) {
        this.site = site;
        this.company = company;
    }

    /** One group for each order; without a filter on the way of confirming, those that go by despatch. */
    List<ObjectNode> groups(Query filter) {
        Map<Long, ObjectNode> groups = new LinkedHashMap<>();
        for (ObjectNode row : filter.page(rows().stream())) {
            ObjectNode order = company.named(Orders.TABLE, row.path("_order").asLong(), "id");
            ObjectNode group = groups.computeIfAbsent(
                    row.path("_order").asLong(), id -> Json.object().put("sop_order_return_id", id));
            group.set("confirmation_intent_type", row.path("confirmation_intent_type"));
            group.withArray("/items").add(item(order, (ObjectNode) row.path("_line")));
        }
        return List.copyOf(groups.values());
    }

    private List<ObjectNode> rows() {
        List<ObjectNode> rows = new ArrayList<>();
        company.table(Orders.TABLE)
                .rows()
                .filter(order -> order.path("document_status").asText().equals("EnumDocumentStatusLive"))
                .forEach(order -> Orders.lines(order).forEach(line -> add(rows, order, (ObjectNode) line)));
        return rows;
    }

    private void add(List<ObjectNode> rows, ObjectNode order, ObjectNode line) {
        boolean goods = LineTypes.isGoods(line.path("line_type").asText());
        if (!goods || Quantities.outstanding(line).signum() <= 0) {
            return;
        }
        ObjectNode row = Json.object()
                .put("_order", order.path("id").asLong())
                .put("confirmation_intent_type", DespatchRules.intentOf(line, site))
                .put("trader_id", order.path("customer_id").asLong());
        row.set("warehouse_id", line.path("warehouse_id"));
        row.set("document_no", order.path("document_no"));
        row.set("document_date", order.path("document_date"));
        row.set("_line", line);
        rows.add(row);
    }

    /** A line as the despatch screen shows it. */
    ObjectNode item(ObjectNode order, ObjectNode line) {
        ObjectNode customer =
                company.named("customers", order.path("customer_id").asLong(), "customer_id");
        JsonNode warehouse = company.row("warehouses", line.path("warehouse_id").asLong());
        boolean standard = line.path("line_type").asText().equals(LineTypes.STANDARD);
        ObjectNode item = Json.object()
                .put("id", line.path("id").asLong())
                .put("sop_order_return_id", order.path("id").asLong())
                .put("quantity", Quantities.outstanding(line))
                .put("line_quantity", Quantities.of(line, "line_quantity"))
                .put("despatch_receipt_quantity", Quantities.of(line, "despatch_receipt_quantity"))
                .put("outstanding_quantity", Quantities.outstanding(line))
                .put("available_quantity", Quantities.of(line, standard ? "allocated_quantity" : "line_quantity"))
                .put(
                        "warehouse_name",
                        warehouse == null ? null : warehouse.path("name").asText());
        item.set("document_no", order.path("document_no"));
        item.set("document_date", order.path("document_date"));
        item.set("customer_id", order.path("customer_id"));
        item.set("customer_reference", customer.path("reference"));
        item.set("customer_name", customer.path("name"));
        item.set("item_code", standard ? line.path("code") : line.path("description"));
        if (standard) {
            item.set("product_id", line.path("product_id"));
            item.set("item_name", line.path("description"));
        }
        return item;
    }
}
