package centrasage.sage200.client.read;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.TargetUnavailable;
import centrasage.sage200.Holding;
import centrasage.sage200.client.SageClients;
import centrasage.simulator.http.Json;
import centrasage.simulator.sage200.SageSimulator;
import centrasage.simulator.sage200.data.Site;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What open orders of Sage's ask for and have not been allocated. */
class SageOpenLinesTest {
    private static final String COMPANY = Integer.toString(Site.LIVE_COMPANY);
    private static final Holding SHIRT = new Holding("SHIRT", "WEB");

    private SageSimulator sage;
    private SageOpenLines lines;

    @BeforeEach
    void begin() throws IOException, InterruptedException {
        sage = SageSimulator.start(0, 7, (ObjectNode) Json.parse("{}"));
        call("POST", "/control/products", "[{\"code\": \"SHIRT\", \"freeStock\": 100}]");
        lines = new SageClients(sage.baseUrl().toString()).openLines();
    }

    @AfterEach
    void end() {
        sage.close();
    }

    @Test
    void what_is_allocated_or_cancelled_and_what_is_no_goods_is_left_out() throws Exception {
        order("C10001", 5, 2);
        order("C10002", 4, 4);
        JsonNode cancelled = order("C10003", 7, 0);
        call("DELETE", "/sop_orders/" + cancelled.get("id").asText(), "");

        assertThat(unallocated(false)).isEqualTo(Map.of(SHIRT, new BigDecimal("3")));
    }

    @Test
    void orders_that_are_none_of_centras_count_by_setting() throws Exception {
        order("C10001", 5, 2);
        order("PO 4711", 6, 0);

        assertThat(unallocated(false)).isEqualTo(Map.of(SHIRT, new BigDecimal("3")));
        assertThat(unallocated(true)).isEqualTo(Map.of(SHIRT, new BigDecimal("9")));
    }

    /** A view of open orders is shorter by then: what follows moves up. */
    @Test
    void an_order_that_is_over_between_two_pages_takes_no_line_of_another_with_it() throws Exception {
        JsonNode over = order("C10001", 5, 0);
        order("C10002", 1, 0, Pages.PAGE_SIZE);
        AtomicInteger pages = new AtomicInteger();
        lines = new SageClients(sage.baseUrl().toString()).openLines(heard -> {
            if (pages.incrementAndGet() == 1) {
                cancel(over);
            }
        });

        assertThat(unallocated(false)).isEqualTo(Map.of(SHIRT, new BigDecimal(5 + Pages.PAGE_SIZE)));
        assertThat(pages).hasValue(2);
    }

    private void cancel(JsonNode order) {
        try {
            call("DELETE", "/sop_orders/" + order.get("id").asText(), "");
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private Map<Holding, BigDecimal> unallocated(boolean ofAll) throws TargetUnavailable {
        Map<Holding, BigDecimal> open = lines.unallocated(COMPANY, ofAll);
        open.replaceAll((holding, left) -> left.setScale(0));
        return open;
    }

    private JsonNode order(String key, int quantity, int toAllocate) throws IOException, InterruptedException {
        return order(key, quantity, toAllocate, 1);
    }

    private JsonNode order(String key, int quantity, int toAllocate, int lines)
            throws IOException, InterruptedException {
        long product = id("products", "code", "SHIRT");
        long warehouse = id("warehouses", "name", "WEB");
        ObjectNode order = Json.object()
                .put("customer_id", id("customers", "reference", "CENTGBP1"))
                .put("customer_document_no", key)
                .put("document_date", "2026-11-20T00:00:00");
        ArrayNode sent = order.putArray("lines");
        for (int line = 0; line < lines; line++) {
            sent.addObject()
                    .put("line_type", "EnumLineTypeStandard")
                    .put("product_id", product)
                    .put("warehouse_id", warehouse)
                    .put("line_quantity", quantity)
                    .put("to_allocate_quantity", toAllocate);
        }
        sent.addObject().put("line_type", "EnumLineTypeComment").put("description", "Thank you");
        return call("POST", "/sop_orders", order.toString());
    }

    private long id(String table, String column, String code) throws IOException, InterruptedException {
        for (JsonNode row : call("GET", "/control/tables/" + table, "")) {
            if (row.path(column).asText().equals(code)) {
                return row.get("id").asLong();
            }
        }
        throw new AssertionError(table + " has no " + code);
    }

    private JsonNode call(String method, String path, String body) throws IOException, InterruptedException {
        String answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(sage.baseUrl().resolve(path))
                                .header("Content-Type", "application/json")
                                .header("X-Site", Site.ID)
                                .header("X-Company", COMPANY)
                                .method(method, HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString())
                .body();
        return answer.isEmpty() ? Json.object() : Json.parse(answer);
    }
}
