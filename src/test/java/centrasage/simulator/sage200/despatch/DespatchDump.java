package centrasage.simulator.sage200.despatch;

import centrasage.simulator.http.Json;
import centrasage.simulator.sage200.data.Company;
import centrasage.simulator.sage200.sop.Orders;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Despatches as JSON for {@code /control}: what the auditor sees, of archived orders too. */
final class DespatchDump {
    private DespatchDump() {}

    static ObjectNode write(Company company, ObjectNode note) {
        ObjectNode order = order(company, note.path("_order_id").asLong());
        ObjectNode json = Json.object()
                .put("company", company.id())
                .put("id", note.path("id").asLong())
                .put("order", note.path("_order_id").asLong());
        for (String field :
                new String[] {"despatch_no", "despatched_by", "despatch_date", "courier_name", "consignment_no", "notes"
                }) {
            json.put(field, note.path(field).asText(""));
        }
        json.put(
                "customer_document_no",
                order == null ? "" : order.path("customer_document_no").asText());
        ArrayNode lines = json.putArray("lines");
        Receipts.linesOf(note)
                .forEach(line -> lines.add(line(line, order == null ? Json.object() : ordered(order, line))));
        return json;
    }

    private static @Nullable ObjectNode order(Company company, long id) {
        ObjectNode order = company.row(Orders.TABLE, id);
        return order == null ? company.row(Orders.ARCHIVE, id) : order;
    }

    private static JsonNode ordered(ObjectNode order, ObjectNode despatched) {
        for (JsonNode line : Orders.lines(order)) {
            if (line.path("id").asLong() == despatched.path("line_id").asLong()) {
                return line;
            }
        }
        return Json.object();
    }

    private static ObjectNode line(ObjectNode despatched, JsonNode ordered) {
        return Json.object()
                .put("id", despatched.path("id").asLong())
                .put("line", despatched.path("line_id").asLong())
                .put("line_type", ordered.path("line_type").asText())
                .put("code", ordered.path("code").asText(""))
                .put("description", ordered.path("description").asText(""))
                .put("quantity", Quantities.of(despatched, "quantity"))
                .put("ordered", Quantities.of(ordered, "line_quantity"));
    }
}
