package centrasage.simulator.sage200.sop;

import centrasage.simulator.http.Json;
import centrasage.simulator.sage200.data.Company;
import centrasage.simulator.sage200.fields.Catalogue;
import centrasage.simulator.sage200.fields.EnumNames;
import centrasage.simulator.sage200.fields.Field;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The flat views over orders, where statuses are numbers and addresses stand in the row. */
final class OrderViews {
    private static final Map<String, String> STATUS_NUMBERS = Map.of(
            "document_status_id", "document_status",
            "despatch_receipt_status_id", "despatch_receipt_status",
            "invoice_credit_status_id", "invoice_credit_status",
            "cancelled_status_id", "cancelled_status");

    private final Company company;

    OrderViews(Company company) {
        this.company = company;
    }

    Stream<ObjectNode> lookup() {
        return orders().map(order -> header(order, "lookup_sop_orders"));
    }

    Stream<ObjectNode> orderReturns() {
        return orders().map(order -> {
            ObjectNode view = header(order, "sop_order_return_views");
            ObjectNode customer = customer(order);
            view.put("document_type_id", 0);
            view.set(
                    "are_prices_tax_inclusive", company.settings("sop_settings").path("are_prices_tax_inclusive"));
            for (String name : List.of("reference", "name", "short_name")) {
                view.set("customer_" + name, customer.path(name));
            }
            prefixed(view, "sop_delivery_addr_", order.path("delivery_address"));
            view.set(
                    "sop_delivery_addr_post_code",
                    order.path("delivery_address").path("postcode"));
            view.set("sop_delivery_addr_email", order.path("delivery_address").path("email_address"));
            return clean(view);
        });
    }

    Stream<ObjectNode> lines() {
        return orders().flatMap(order -> {
            List<ObjectNode> views = new ArrayList<>();
            ArrayNode lines = Orders.lines(order);
            lines.forEach(line -> views.add(line(order, (ObjectNode) line)));
            return views.stream();
        });
    }

    private ObjectNode line(ObjectNode order, ObjectNode line) {
        ObjectNode view = Json.object();
        prefixed(view, "sop_order_line_", line);
        prefixed(view, "sop_order_", order);
        ObjectNode currency =
                company.named("currencies", order.path("currency_id").asLong(), "currency_id");
        view.set("sop_order_currency_name", currency.path("name"));
        view.set("sop_order_currency_symbol", currency.path("symbol"));
        view.set("sop_order_line_product_code", line.path("code"));
        view.set("sop_order_line_product_description", line.path("description"));
        view.set("sop_order_line_quantity", line.path("line_quantity"));
        view.set("sop_order_line_total_value", line.path("line_total_value"));
        view.set("customer_id", order.path("customer_id"));
        view.set("customer_reference", customer(order).path("reference"));
        view.set("customer_name", customer(order).path("name"));
        named(view, "product", "products", line.path("product_id"), "code", "name");
        named(view, "warehouse", "warehouses", line.path("warehouse_id"), "name");
        named(view, "tax_code", "tax_codes", line.path("tax_code_id"), "code", "name");
        ObjectNode taxCode = company.row("tax_codes", line.path("tax_code_id").asLong());
        if (taxCode != null) {
            view.set("tax_code_rate", taxCode.path("tax_rate"));
        }
        return clean(view);
    }

    private void named(ObjectNode view, String name, String table, JsonNode id, String... fields) {
        ObjectNode row = company.row(table, id.asLong());
        if (row == null) {
            return;
        }
        view.set(name + "_id", id);
        for (String field : fields) {
            view.set(name + "_" + field, row.path(field));
        }
    }

    private static ObjectNode header(ObjectNode order, String viewName) {
        ObjectNode view = Json.object();
        for (Field field : Catalogue.entity(viewName).all()) {
            String status = STATUS_NUMBERS.get(field.name());
            if (status != null) {
                String list = status.equals("document_status") ? "document_status" : "trade_line_status";
                view.put(
                        field.name(),
                        EnumNames.numberOf(list, order.path(status).asText()));
            } else if (order.has(field.name())) {
                view.set(field.name(), order.path(field.name()));
            }
        }
        return view;
    }

    private static void prefixed(ObjectNode view, String prefix, JsonNode row) {
        row.properties().stream()
                .filter(field -> field.getValue().isValueNode())
                .forEach(field -> view.set(prefix + field.getKey(), field.getValue()));
    }

    /** A missing part of a row is null in its view. */
    private static ObjectNode clean(ObjectNode view) {
        List<String> missing = new ArrayList<>();
        view.properties().forEach(field -> {
            if (field.getValue().isMissingNode()) {
                missing.add(field.getKey());
            }
        });
        missing.forEach(view::putNull);
        return view;
    }

    private Stream<ObjectNode> orders() {
        return company.table(Orders.TABLE).rows();
    }

    private ObjectNode customer(ObjectNode order) {
        return company.named("customers", order.path("customer_id").asLong(), "customer_id");
    }
}
