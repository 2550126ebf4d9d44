package centrasage.simulator.audit;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.simulator.Simulators;
import centrasage.simulator.http.Json;
import centrasage.simulator.sage200.data.Site;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mutants: one document of two books in agreement is corrupted, and the checker must say so. */
final class OrderAuditTest {
    private static final int ORDERS = 12;

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<JsonNode> posted = new ArrayList<>();
    private Simulators simulators;

    @BeforeEach
    void both_books_agree() throws IOException, InterruptedException {
        simulators = Simulators.start(0, 0, 5);
        centra("POST", "/control/trade", "{\"date\": \"2026-11-20\", \"orders\": " + ORDERS + ", \"mix\": \"ledger\"}");
        for (JsonNode order : centra("GET", "/control/orders?whole=false", "")) {
            posted.add(post("C" + order.get("number").asText(), order.get("facts")));
        }
        OrderAudit.Result result = audit();
        assertThat(result.violations()).isEmpty();
        assertThat(result.eligible()).isEqualTo(ORDERS);
        assertThat(result.posted()).isEqualTo(ORDERS);
    }

    @AfterEach
    void stop() {
        simulators.close();
    }

    /** One line without VAT, worth the whole order: the checker compares keys, currencies and totals. */
    private JsonNode post(String key, JsonNode facts) throws IOException, InterruptedException {
        BigDecimal total = BigDecimal.valueOf(facts.get("grandTotalMinor").asLong(), 2);
        ObjectNode order = Json.object()
                .put(
                        "customer_id",
                        id(
                                "customers",
                                "reference",
                                "CENT" + facts.get("currency").asText() + "1"))
                .put("customer_document_no", key)
                .put("document_date", "2026-11-20T00:00:00");
        order.putArray("lines")
                .addObject()
                .put("line_type", "EnumLineTypeFreeText")
                .put("description", "Goods")
                .put("line_quantity", BigDecimal.ONE)
                .put("selling_unit_price", total)
                .put("tax_code_id", id("tax_codes", "code", "2"));
        return sage("POST", "/sop_orders", order.toString());
    }

    private long id(String table, String column, String code) throws IOException, InterruptedException {
        for (JsonNode row : sage("GET", "/control/tables/" + table, "")) {
            if (row.path(column).asText().equals(code)) {
                return row.get("id").asLong();
            }
        }
        throw new AssertionError(table + " has no " + code);
    }

    @Test
    void an_order_that_is_missing_in_sage_is_found() throws IOException, InterruptedException {
        act(0, "delete", "{}");

        assertThat(audit().violations()).containsExactly(key(0) + " is eligible and not in Sage");
    }

    @Test
    void an_order_that_is_twice_in_sage_is_found() throws IOException, InterruptedException {
        act(1, "copy", "{}");

        OrderAudit.Result result = audit();
        assertThat(result.duplicates()).isEqualTo(1);
        assertThat(result.violations()).containsExactly(key(1) + " is in Sage 2 times");
    }

    @Test
    void a_total_that_is_a_penny_off_is_found() throws IOException, InterruptedException {
        act(2, "change-total", "{\"pence\": 1}");

        assertThat(audit().violations())
                .singleElement()
                .asString()
                .startsWith(key(2) + " is ")
                .endsWith(" in Sage, in minor units");
    }

    @Test
    void an_order_that_centra_does_not_know_is_found() throws IOException, InterruptedException {
        act(3, "post-ineligible", "{\"customer_document_no\": \"C999\"}");

        assertThat(audit().violations()).containsExactly("C999 is in Sage and not in Centra");
    }

    @Test
    void an_order_that_is_not_for_the_ledger_is_found() throws IOException, InterruptedException {
        centra(
                "POST",
                "/control/orders/" + key(4).substring(1) + "/edit",
                "{\"status\": \"CANCELLED\", \"force\": true}");

        assertThat(audit().violations()).containsExactly(key(4) + " is in Sage and is not eligible");
    }

    @Test
    void an_order_in_another_currency_is_found() throws IOException, InterruptedException {
        String currency =
                posted.get(5).get("customer_id").asLong() == id("customers", "reference", "CENTSEK1") ? "GBP" : "SEK";
        act(5, "edit", "{\"set\": {\"currency_id\": " + id("currencies", "symbol", currency) + "}}");

        assertThat(audit().violations()).singleElement().asString().startsWith(key(5) + " is in " + currency);
    }

    @Test
    void an_order_that_was_left_a_draft_is_found() throws IOException, InterruptedException {
        act(6, "edit", "{\"set\": {\"is_draft\": true}}");

        assertThat(audit().violations()).containsExactly(key(6) + " is a draft in Sage");
    }

    @Test
    void what_a_site_has_decided_to_post_is_eligible_and_is_not_before() throws IOException, InterruptedException {
        centra(
                "POST",
                "/control/trade",
                "{\"date\": \"2026-11-20\", \"orders\": 2, \"mix\": {\"VOUCHER_CREDIT\": 1, \"GIFT_CARD_ONLY\": 1}}");
        assertThat(audit().eligible()).isEqualTo(ORDERS);

        OrderAudit.Result result = audit(Set.of("VOUCHER_CREDIT", "GIFT_CARD"));
        assertThat(result.eligible()).isEqualTo(ORDERS + 2);
        assertThat(result.violations()).hasSize(2).allMatch(found -> found.endsWith(" is eligible and not in Sage"));
        assertThat(audit(Set.of("VOUCHER_CREDIT")).eligible()).isEqualTo(ORDERS + 1);
    }

    private String key(int order) {
        return posted.get(order).get("customer_document_no").asText();
    }

    private void act(int order, String action, String body) throws IOException, InterruptedException {
        sage("POST", "/control/orders/" + posted.get(order).get("id").asText() + "/" + action, body);
    }

    private OrderAudit.Result audit() throws IOException, InterruptedException {
        return audit(Set.of());
    }

    private OrderAudit.Result audit(Set<String> decided) throws IOException, InterruptedException {
        return new OrderAudit(simulators.centra().baseUrl(), simulators.sage().baseUrl(), decided).check();
    }

    private JsonNode sage(String method, String path, String body) throws IOException, InterruptedException {
        return call(simulators.sage().baseUrl(), method, path, body);
    }

    private JsonNode centra(String method, String path, String body) throws IOException, InterruptedException {
        return call(simulators.centra().baseUrl(), method, path, body);
    }

    private JsonNode call(URI base, String method, String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(base.resolve(path))
                        .header("Content-Type", "application/json")
                        .header("X-Site", Site.ID)
                        .header("X-Company", Integer.toString(Site.LIVE_COMPANY))
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode())
                .as(method + " " + path + ": " + answer.body())
                .isBetween(200, 299);
        return Json.parse(answer.body());
    }
}
