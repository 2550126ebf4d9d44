package centrasage.simulator.sage200;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.simulator.http.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

final class OrderLifeTest extends SageTest {

    @Test
    void an_order_gets_a_ten_digit_number_and_the_currency_of_its_customer() {
        ObjectNode sent = sage.order("CENTSEK1", "C100234", tee("1")).put("document_no", "MINE");
        JsonNode order = taken(sent);

        assertThat(order.path("document_no").asText()).isEqualTo("0000000001");
        assertThat(order.path("currency_id").asLong()).isEqualTo(sage.id("currencies", "symbol", "SEK"));
        assertThat(order.path("document_status").asText()).isEqualTo("EnumDocumentStatusLive");
        assertThat(order.path("is_draft").asBoolean()).isFalse();
        assertThat(order.at("/lines/0/line_number").asInt()).isEqualTo(1);
        assertThat(order.path("date_time_updated").asText()).matches("2.*T.*\\.\\d{3}Z");
        assertThat(taken(sent).path("document_no").asText()).isEqualTo("0000000002");
    }

    @Test
    void without_automatic_numbers_the_caller_must_bring_one_that_is_free() {
        set("sop_settings", "{'auto_generate_order_return_numbers': false}");

        ObjectNode order = sage.order("CENTGBP1", "C1", tee("1"));
        assertThat(sage.post("/sop_orders", order).message()).contains("'document_no' is required");
        taken(order.put("document_no", "W1"));
        assertThat(sage.post("/sop_orders", order).message()).contains("there is an order W1");
    }

    @Test
    void children_are_absent_unless_expanded() {
        long id = taken(sage.order("CENTGBP1", "C1", tee("1"))
                        .set("delivery_address", Json.object().put("city", "Leeds")))
                .path("id")
                .asLong();

        assertThat(sage.get("/sop_orders/" + id).json().has("lines")).isFalse();
        JsonNode whole = sage.list("sop_orders/" + id, "$expand", "lines,delivery_address,customer,memos")
                .json();
        assertThat(whole.at("/lines/0/code").asText()).isEqualTo("TEE-M");
        assertThat(whole.at("/delivery_address/city").asText()).isEqualTo("Leeds");
        assertThat(whole.at("/customer/reference").asText()).isEqualTo("CENTGBP1");
        assertThat(whole.path("use_invoice_address").asBoolean()).isFalse();
        assertThat(sage.get("/sop_orders/" + id + "/sop_order_lines").json()).hasSize(1);
    }

    @Test
    void a_draft_waits_until_it_is_confirmed() {
        JsonNode draft = taken(sage.order("CENTGBP1", "C1", tee("1").put("to_allocate_quantity", 1))
                .put("is_editing", true));
        assertThat(draft.path("is_draft").asBoolean()).isTrue();
        assertThat(free("TEE-M")).isEqualByComparingTo("10");

        SageCaller.Answer confirmed =
                sage.put("/sop_orders/" + draft.path("id"), Json.object().put("is_editing", false));

        assertThat(confirmed.json().path("is_draft").asBoolean()).isFalse();
        assertThat(confirmed.json().path("document_status").asText()).isEqualTo("EnumDocumentStatusLive");
        assertThat(free("TEE-M")).isEqualByComparingTo("9");
    }

    @Test
    void deleting_discards_drafts_and_cancels_orders() {
        JsonNode draft = taken(sage.order("CENTGBP1", "C1", tee("1")).put("is_editing", true));
        JsonNode order = taken(sage.order("CENTGBP1", "C2", tee("2").put("to_allocate_quantity", 2)));

        sage.delete("/sop_orders/" + draft.path("id"));
        sage.delete("/sop_orders/" + order.path("id"));

        assertThat(sage.get("/sop_orders/" + draft.path("id")).status()).isEqualTo(404);
        assertThat(sage.get("/sop_orders/" + order.path("id"))
                        .json()
                        .path("document_status")
                        .asText())
                .isEqualTo("EnumDocumentStatusCancelled");
        assertThat(free("TEE-M")).isEqualByComparingTo("10");
        assertThat(sage.delete("/sop_orders/" + order.path("id")).message()).contains("cancelled");

        set("sop_settings", "{'record_cancelled_order_lines': false}");
        JsonNode third = taken(sage.order("CENTGBP1", "C3", tee("1")));
        sage.delete("/sop_orders/" + third.path("id"));
        assertThat(sage.get("/sop_orders/" + third.path("id")).status()).isEqualTo(404);
    }

    @Test
    void a_put_saves_line_by_line_and_stops_at_the_first_that_fails() {
        JsonNode order = taken(sage.order("CENTGBP1", "C1", tee("1"), tee("1"), tee("1")));
        ObjectNode change = Json.object();
        change.putArray("lines")
                .add(Json.object().put("id", line(order, 0)).put("line_quantity", 5))
                .add(Json.object().put("id", line(order, 1)).put("line_quantity", -1))
                .add(Json.object().put("id", line(order, 2)).put("line_quantity", 7));

        assertThat(sage.put("/sop_orders/" + order.path("id"), change).status()).isEqualTo(400);

        JsonNode now =
                sage.list("sop_orders/" + order.path("id"), "$expand", "lines").json();
        assertThat(now.at("/lines/0/line_quantity").decimalValue()).isEqualByComparingTo("5");
        assertThat(now.at("/lines/1/line_quantity").decimalValue()).isEqualByComparingTo("1");
        assertThat(now.at("/lines/2/line_quantity").decimalValue()).isEqualByComparingTo("1");
        assertThat(SageCaller.amount(now, "total_net_value")).isEqualByComparingTo("70.00");
    }

    @Test
    void a_put_adds_and_deletes_lines_and_moves_their_stock() {
        JsonNode order = taken(sage.order("CENTGBP1", "C1", tee("3").put("to_allocate_quantity", 3)));
        ObjectNode change = Json.object();
        change.putArray("lines")
                .add(tee("2").put("to_allocate_quantity", 2))
                .add(Json.object().put("id", line(order, 0)).put("is_to_delete", true));

        JsonNode now = sage.put("/sop_orders/" + order.path("id"), change).json();

        assertThat(now.path("lines")).hasSize(1);
        assertThat(free("TEE-M")).isEqualByComparingTo("8");
    }

    @Test
    void stock_is_allocated_when_asked_and_refused_when_short() {
        taken(sage.order("CENTGBP1", "C1", tee("4").put("to_allocate_quantity", 4)));
        assertThat(free("TEE-M")).isEqualByComparingTo("6");

        SageCaller.Answer shortOf = sage.post(
                "/sop_orders",
                sage.order(
                        "CENTGBP1",
                        "C2",
                        tee("6").put("to_allocate_quantity", 6),
                        sage.standard("COAT-L", "3", "90.00", 1).put("to_allocate_quantity", 3)));

        assertThat(shortOf.status()).isEqualTo(400);
        assertThat(shortOf.message()).contains("not enough free stock of COAT-L in WEB: 2 available");
        assertThat(free("TEE-M")).isEqualByComparingTo("6");
    }

    @Test
    void a_payment_with_order_books_a_receipt_of_its_own() {
        ObjectNode order = sage.order("CENTGBP1", "C1", tee("1"))
                .put("payment_with_order", true)
                .put("payment_method_id", sage.id("sop_payment_methods", "name", "ADYEN"))
                .put("payment_value", new BigDecimal("12.00"));

        taken(order);

        JsonNode receipts = sage.get("/control/receipts").json();
        assertThat(receipts).hasSize(1);
        assertThat(SageCaller.amount(receipts.path(0), "value")).isEqualByComparingTo("12.00");
        order.put("payment_method_id", sage.id("sop_payment_methods", "name", "CARD ONLINE"));
        assertThat(sage.post("/sop_orders", order).message()).contains("online card");
    }

    @Test
    void defaults_are_shown_without_keeping_an_order_and_a_duplicate_is_a_draft() {
        JsonNode defaults = sage.post("/sop_orders_new", Json.object().put("customer_id", sage.customer("CENTEUR1")))
                .json();
        assertThat(defaults.path("exchange_rate").decimalValue()).isEqualByComparingTo("1.15");
        assertThat(sage.get("/sop_orders").json()).isEmpty();

        long id = taken(sage.order("CENTGBP1", "C1", tee("1"))).path("id").asLong();
        JsonNode copy = sage.post(
                        "/sop_orders_duplicate",
                        Json.object().put("source_id", id).put("customer_id", sage.customer("CENTGBP1")))
                .json();
        assertThat(copy.path("is_draft").asBoolean()).isTrue();
    }

    @Test
    void the_flat_views_show_statuses_as_numbers() {
        taken(sage.order("CENTGBP1", "C1", tee("1"), sage.charge("CARRIAGE", "5.00", 1)));

        JsonNode lookup = sage.list("lookup_sop_orders", "$filter", "customer_document_no eq 'C1'")
                .json();
        assertThat(lookup.at("/0/document_status_id").asInt()).isZero();
        JsonNode view = sage.get("/sop_order_return_views").json().path(0);
        assertThat(view.path("customer_reference").asText()).isEqualTo("CENTGBP1");
        JsonNode lines = sage.list(
                        "sop_order_line_views",
                        "$filter",
                        "sop_order_customer_document_no eq 'C1' and product_id ne null")
                .json();
        assertThat(lines).hasSize(1);
        assertThat(lines.at("/0/warehouse_name").asText()).isEqualTo("WEB");
        assertThat(lines.at("/0/sop_order_line_total_value").decimalValue()).isEqualByComparingTo("10.00");
    }

    private static long line(JsonNode order, int place) {
        return order.path("lines").path(place).path("id").asLong();
    }

    private ObjectNode tee(String quantity) {
        return sage.standard("TEE-M", quantity, "10.00", 1);
    }

    private BigDecimal free(String product) {
        JsonNode rows = sage.list(
                        "warehouse_holdings",
                        "$filter",
                        "product_id eq " + sage.id("products", "code", product) + " and warehouse_name eq 'WEB'")
                .json();
        return rows.at("/0/free_stock_available").decimalValue();
    }
}
