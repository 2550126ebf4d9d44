package centrasage.simulator.audit;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.simulator.Simulators;
import centrasage.simulator.http.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mutants: one despatch of two books in agreement is corrupted, and the checker must say so. */
final class DespatchAuditTest {
    private static final int ORDERS = 10;

    private final Map<String, Long> products = new HashMap<>();
    private final Map<String, JsonNode> orders = new HashMap<>();
    private final List<JsonNode> despatches = new ArrayList<>();
    private BothSides both;

    @BeforeEach
    void both_books_agree() throws IOException, InterruptedException {
        Simulators simulators = Simulators.start(0, 0, 5, Json.object().put("despatchNeedsAllocation", false));
        simulators.loadCatalogue(5);
        both = new BothSides(simulators);
        for (JsonNode product : both.sage("GET", "/control/tables/products", "")) {
            products.put(product.get("code").asText(), product.get("id").asLong());
        }
        both.centra(
                "POST",
                "/control/trade",
                "{'date': '2026-11-20', 'orders': " + ORDERS + ", 'mix': {'PLAIN': 1, 'BUNDLE': 1}}");
        for (JsonNode order : both.centra("GET", "/control/orders", "")) {
            orders.put(order.get("number").asText(), post(order));
        }
        both.centra("POST", "/control/shipments/all", "{'split': 50, 'part': 0}");
        for (JsonNode shipment : both.centra("GET", "/control/shipments", "")) {
            despatches.add(despatch(shipment, shipment.get("number").asText()));
        }
        DespatchAudit.Result result = audit();
        assertThat(result.violations()).isEmpty();
        assertThat(result.shipments()).isEqualTo(despatches.size()).isGreaterThan(ORDERS);
        assertThat(result.despatched()).isEqualTo(despatches.size());
    }

    @AfterEach
    void stop() {
        both.close();
    }

    /** A line for each that is despatched, without prices: the checker compares quantities. */
    private JsonNode post(JsonNode order) throws IOException, InterruptedException {
        ObjectNode body = Json.object()
                .put("customer_id", both.id("customers", "reference", "CENTGBP1"))
                .put("customer_document_no", "C" + order.get("number").asText())
                .put("document_date", "2026-11-20T00:00:00");
        for (JsonNode line : order.get("order").get("basket").get("lines")) {
            if (!line.get("type").asText().equals("BUNDLE")) {
                body.withArray("/lines")
                        .addObject()
                        .put("line_type", "EnumLineTypeStandard")
                        .put(
                                "product_id",
                                products.get(line.get("article").get("sku").asText()))
                        .put("warehouse_id", both.id("warehouses", "name", "WEB"))
                        .put("line_quantity", line.get("quantity").asInt());
            }
        }
        return both.sage("POST", "/sop_orders", body.toString());
    }

    private JsonNode despatch(JsonNode shipment, String notes) throws IOException, InterruptedException {
        JsonNode order = Objects.requireNonNull(orders.get(shipment.get("order").asText()));
        ObjectNode body = Json.object().put("order", order.get("id").asLong());
        body.putObject("tracking")
                .put("courier", shipment.get("carrier").asText())
                .put("consignment_no", shipment.get("tracking").asText())
                .put("notes", notes);
        Map<String, Integer> left = new HashMap<>();
        shipment.get("lines")
                .forEach(line -> left.merge(
                        line.get("sku").asText(), line.get("quantity").asInt(), Integer::sum));
        JsonNode now = both.sage("GET", "/sop_orders/" + order.get("id").asText() + "?$expand=lines", "");
        for (int i = 0; i < now.get("lines").size(); i++) {
            JsonNode line = now.get("lines").get(i);
            int open = line.get("line_quantity").asInt()
                    - line.get("despatch_receipt_quantity").asInt();
            int taken = Math.min(open, left.getOrDefault(line.get("code").asText(), 0));
            if (taken > 0) {
                left.merge(line.get("code").asText(), -taken, Integer::sum);
                body.withArray("/lines").addObject().put("line", i + 1).put("quantity", taken);
            }
        }
        return both.sage("POST", "/control/despatches", body.toString());
    }

    @Test
    void a_despatch_that_was_lost_is_found() throws IOException, InterruptedException {
        both.sage("DELETE", path(0), "");

        DespatchAudit.Result result = audit();
        assertThat(result.lost()).isEqualTo(1);
        assertThat(result.violations()).containsExactly(notes(0) + " is shipped and not despatched in Sage");
    }

    @Test
    void a_despatch_that_was_doubled_is_found_and_so_is_what_it_makes_of_the_lines()
            throws IOException, InterruptedException {
        both.sage("POST", path(1) + "/copy", "{}");

        DespatchAudit.Result result = audit();
        assertThat(result.duplicates()).isEqualTo(1);
        assertThat(result.violations())
                .contains(notes(1) + " is despatched 2 times in Sage")
                .anyMatch(found -> found.endsWith(" is despatched above what was ordered"));
    }

    @Test
    void another_quantity_is_found() throws IOException, InterruptedException {
        both.sage("PUT", path(2), "{'line': 1, 'quantity': 0}");

        assertThat(audit().violations()).singleElement().asString().startsWith(notes(2) + " is {");
    }

    @Test
    void another_carrier_and_another_tracking_are_found() throws IOException, InterruptedException {
        both.sage("PUT", path(3), "{'set': {'courier_name': 'Pigeon', 'consignment_no': 'P1'}}");

        assertThat(audit().violations())
                .hasSize(2)
                .anyMatch(found -> found.contains("in Sage by 'Pigeon'"))
                .anyMatch(found -> found.contains("in Sage as 'P1'"));
    }

    @Test
    void tracking_that_was_amended_in_centra_alone_is_found() throws IOException, InterruptedException {
        String id =
                both.centra("GET", "/control/shipments", "").get(0).get("id").asText();
        both.centra("PUT", "/control/shipments/" + id, "{'tracking': 'T-NEW'}");

        assertThat(audit().violations()).singleElement().asString().contains("is tracked as 'T-NEW'");
    }

    @Test
    void a_despatch_for_a_shipment_that_nobody_completed_is_found() throws IOException, InterruptedException {
        both.sage("PUT", path(4), "{'set': {'notes': '99-1'}}");

        assertThat(audit().violations())
                .hasSize(2)
                .anyMatch(found -> found.contains("is for '99-1', which is not a completed shipment"));
    }

    @Test
    void a_despatch_for_an_order_that_is_not_for_the_ledger_is_found() throws IOException, InterruptedException {
        String order = notes(5).substring(0, notes(5).indexOf('-'));
        both.centra("POST", "/control/orders/" + order + "/edit", "{'internal': true}");

        assertThat(audit().violations()).isNotEmpty().allMatch(found -> found.contains("is for '" + order + "-"));
    }

    @Test
    void what_sages_users_despatch_must_be_shipped_in_centra_too() throws IOException, InterruptedException {
        both.centra("POST", "/control/trade", "{'date': '2026-11-20', 'orders': 1, 'mix': {'PLAIN': 1}}");
        JsonNode all = both.centra("GET", "/control/orders", "");
        JsonNode last = all.get(all.size() - 1);
        String number = last.get("number").asText();
        JsonNode order = post(last);
        both.sage("POST", "/control/despatches", "{'order': " + order.get("id").asText() + "}");

        assertThat(audit("Sage store").violations()).isNotEmpty().allMatch(found -> found.startsWith(number + " "));
        both.centra("POST", "/control/shipments", "{'order': " + number + ", 'warehouse': 'Sage store'}");
        assertThat(audit("Sage store").violations()).isEmpty();
    }

    private String path(int despatch) {
        return "/control/despatches/" + despatches.get(despatch).get("id").asText();
    }

    private String notes(int despatch) {
        return despatches.get(despatch).get("notes").asText();
    }

    private DespatchAudit.Result audit(String... sageWarehouses) throws IOException, InterruptedException {
        return new DespatchAudit(both.centra(), both.sage(), Set.of(), Set.of(sageWarehouses)).check();
    }
}
