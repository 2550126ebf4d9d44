package centrasage.simulator.sage200.despatch;

import centrasage.simulator.http.Json;
import centrasage.simulator.sage200.data.Company;
import centrasage.simulator.sage200.fields.EnumNames;
import centrasage.simulator.sage200.lookup.Known;
import centrasage.simulator.sage200.odata.Query;
import centrasage.simulator.sage200.sop.LineTypes;
import centrasage.simulator.sage200.sop.Orders;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Despatches beside their orders, newest first; of an order that was archived nothing is shown. */
final class DespatchViews {
    private final Company company;
    private final Receipts receipts;
    private final Map<String, JsonNode> holdings = new HashMap<>();

    DespatchViews(Company company) {
        this.company = company;
        this.receipts = new Receipts(company);
        company.table("warehouse_holdings")
                .rows()
                .forEach(row -> holdings.put(row.path("product_id") + " " + row.path("warehouse_id"), row.path("id")));
    }

    Stream<ObjectNode> receipts() {
        return receipts.all();
    }

    Stream<ObjectNode> despatches() {
        return newestFirst(note -> true).filter(note -> orderOf(note) != null).map(this::despatch);
    }

    Stream<ObjectNode> lines(Query query) {
        Known known = new Known()
                .with("sop_despatch_id", "id")
                .with("sop_despatch_notes", "notes")
                .with("sop_order_id", "_order_id")
                .with("sop_order_customer_document_no", this::customersNumber)
                .with("date_time_updated", "date_time_updated");
        return newestFirst(known.mayPass(query))
                .filter(note -> orderOf(note) != null)
                .flatMap(note -> {
                    List<ObjectNode> lines = Receipts.linesOf(note);
                    Collections.reverse(lines);
                    return lines.stream().map(line -> line(note, line));
                });
    }

    private Stream<ObjectNode> newestFirst(Predicate<ObjectNode> mayPass) {
        return receipts.all()
                .filter(mayPass)
                .sorted(Comparator.comparing(
                                (ObjectNode note) -> note.path("despatch_date").asText())
                        .thenComparing(note -> note.path("id").asLong())
                        .reversed());
    }

    private JsonNode customersNumber(ObjectNode note) {
        ObjectNode order = orderOf(note);
        return order == null ? MissingNode.getInstance() : order.path("customer_document_no");
    }

    private @Nullable ObjectNode orderOf(ObjectNode note) {
        return company.row(Orders.TABLE, note.path("_order_id").asLong());
    }

    private ObjectNode despatch(ObjectNode note) {
        ObjectNode order = company.named(Orders.TABLE, note.path("_order_id").asLong(), "sop_order_id");
        ObjectNode view = shared(note, order);
        view.set("sop_despatch_courier_id", note.path("courier_id"));
        view.put(
                "sop_order_document_status_id",
                EnumNames.numberOf(
                        "document_status", order.path("document_status").asText()));
        return clean(view);
    }

    private ObjectNode shared(ObjectNode note, ObjectNode order) {
        ObjectNode customer =
                company.named("customers", order.path("customer_id").asLong(), "customer_id");
        ObjectNode view = Json.object();
        view.set("sop_despatch_id", note.path("id"));
        view.set("sop_despatch_document_no", note.path("despatch_no"));
        view.set("sop_despatch_date", note.path("despatch_date"));
        view.set("sop_despatch_user_name", note.path("despatched_by"));
        for (String field : List.of("courier_name", "consignment_no", "pieces", "weight", "notes")) {
            view.set("sop_despatch_" + field, note.path(field));
        }
        view.set("sop_order_id", order.path("id"));
        for (String field : List.of("document_no", "document_date", "customer_document_no")) {
            view.set("sop_order_" + field, order.path(field));
        }
        view.set("customer_id", order.path("customer_id"));
        view.set("customer_reference", customer.path("reference"));
        view.set("customer_name", customer.path("name"));
        return view;
    }

    private ObjectNode line(ObjectNode note, ObjectNode despatched) {
        ObjectNode order = company.named(Orders.TABLE, note.path("_order_id").asLong(), "sop_order_id");
        ObjectNode view = shared(note, order);
        view.set("sop_despatch_line_id", despatched.path("id"));
        view.set("sop_despatch_line_quantity", despatched.path("quantity"));
        view.set("sop_despatch_line_is_invoiced", despatched.path("is_invoiced"));
        view.set("sop_order_document_status_type", order.path("document_status"));
        JsonNode courier = company.row("couriers", note.path("courier_id").asLong());
        view.set("sys_courier_tracking_url", courier == null ? null : courier.path("tracking_url"));
        view.set("date_time_updated", note.path("date_time_updated"));
        for (JsonNode line : Orders.lines(order)) {
            if (line.path("id").asLong() == despatched.path("line_id").asLong()) {
                ordered(view, (ObjectNode) line);
            }
        }
        return clean(view);
    }

    private void ordered(ObjectNode view, ObjectNode line) {
        boolean standard = line.path("line_type").asText().equals(LineTypes.STANDARD);
        view.set("sop_order_line_id", line.path("id"));
        view.put(
                "sop_order_line_type_id",
                EnumNames.numberOf("line_type", line.path("line_type").asText()));
        view.set("sop_order_line_item_code", standard ? line.path("code") : line.path("description"));
        view.set("sop_order_line_item_description", line.path("description"));
        view.set("sop_order_line_print_sequence_number", line.path("line_number"));
        view.set("sop_order_line_quantity", line.path("line_quantity"));
        view.set("sop_order_line_despatch_quantity", line.path("despatch_receipt_quantity"));
        JsonNode product = company.row("products", line.path("product_id").asLong());
        JsonNode warehouse = company.row("warehouses", line.path("warehouse_id").asLong());
        if (product == null || warehouse == null) {
            return;
        }
        view.set("product_id", product.path("id"));
        view.set("product_code", product.path("code"));
        view.set("product_name", product.path("name"));
        view.set("warehouse_id", warehouse.path("id"));
        view.set("warehouse_name", warehouse.path("name"));
        view.set("warehouse_holding_id", holdings.get(product.path("id") + " " + warehouse.path("id")));
    }

    /** A missing part of a row is null in its view. */
    private static ObjectNode clean(ObjectNode view) {
        List<String> missing = view.properties().stream()
                .filter(field -> field.getValue().isMissingNode())
                .map(Map.Entry::getKey)
                .toList();
        missing.forEach(view::putNull);
        return view;
    }
}
