package centrasage.simulator.sage200;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.simulator.http.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Despatches over the API, and what stands against them. */
final class DespatchTest extends SageTest {
    private JsonNode order;

    @BeforeEach
    void an_allocated_order() {
        ObjectNode tees = sage.standard("TEE-M", "4", "10", 1).put("to_allocate_quantity", new BigDecimal("4"));
        ObjectNode wrap = Json.object()
                .put("line_type", "EnumLineTypeFreeText")
                .put("description", "Wrapping")
                .put("line_quantity", 1)
                .put("selling_unit_price", 2);
        order = taken(sage.order("CENTGBP1", "C1001", tees, wrap, sage.charge("CARRIAGE", "5", 1)));
    }

    @Test
    void goods_leave_the_stock_and_the_line_and_the_order_show_it() {
        assertThat(despatch(0, "3", "1001-1").status()).isEqualTo(200);

        JsonNode now = sage.get("/sop_orders/" + id(order) + "?$expand=lines").json();
        JsonNode line = now.path("lines").path(0);
        assertThat(line.path("despatch_receipt_quantity").decimalValue()).isEqualByComparingTo("3");
        assertThat(line.path("allocated_quantity").decimalValue()).isEqualByComparingTo("1");
        assertThat(line.path("despatch_receipt_status").asText()).isEqualTo("EnumLineStatusPart");
        assertThat(now.path("despatch_receipt_status").asText()).isEqualTo("EnumLineStatusPart");
        JsonNode holding = holding();
        assertThat(holding.path("quantity_in_stock").decimalValue()).isEqualByComparingTo("7");
        assertThat(holding.path("free_stock_available").decimalValue()).isEqualByComparingTo("6");

        assertThat(despatch(0, "1", "1001-2").status()).isEqualTo(200);
        assertThat(despatch(1, "1", "1001-3").status()).isEqualTo(200);
        assertThat(sage.get("/sop_orders/" + id(order))
                        .json()
                        .path("despatch_receipt_status")
                        .asText())
                .isEqualTo("EnumLineStatusFull");
    }

    @Test
    void stock_that_moves_with_the_invoice_stays_until_then() {
        set("sop_settings", "{'update_stock_on_despatch': false}");

        despatch(0, "4", "1001-1");

        assertThat(holding().path("quantity_in_stock").decimalValue()).isEqualByComparingTo("10");
        assertThat(holding().path("free_stock_available").decimalValue()).isEqualByComparingTo("6");
    }

    @Test
    void a_despatch_is_found_again_by_its_notes_with_its_courier_and_its_lines() {
        despatch(0, "3", "1001-1");

        JsonNode view = sage.list("sop_order_despatch_views", "$filter", "sop_despatch_notes eq '1001-1'")
                .json();
        assertThat(view).hasSize(1);
        assertThat(view.path(0).path("sop_despatch_document_no").asText()).isEqualTo("0000000001");
        assertThat(view.path(0).path("sop_despatch_courier_name").asText()).isEqualTo("DPD");
        JsonNode lines = sage.list(
                        "sop_order_despatch_line_views",
                        "$filter",
                        "sop_order_customer_document_no eq 'C1001'",
                        "$orderby",
                        "sop_despatch_line_id asc",
                        "$top",
                        "5")
                .json();
        assertThat(lines).hasSize(1);
        assertThat(lines.path(0).path("product_code").asText()).isEqualTo("TEE-M");
        assertThat(lines.path(0).path("sop_despatch_line_quantity").decimalValue())
                .isEqualByComparingTo("3");
        assertThat(lines.path(0).path("warehouse_name").asText()).isEqualTo("WEB");
        assertThat(lines.path(0).path("warehouse_holding_id").asLong()).isPositive();
        assertThat(lines.path(0).path("sop_despatch_line_is_invoiced").asBoolean())
                .isFalse();
    }

    @Test
    void the_tracking_alone_of_a_despatch_can_be_amended() {
        despatch(0, "3", "1001-1");
        long receipt =
                sage.get("/sop_despatch_receipts").json().path(0).path("id").asLong();
        String path = "/sop_despatch_receipts/" + receipt;

        JsonNode amended =
                sage.put(path, SageCaller.json("{'consignment_no': 'T2'}")).json();

        assertThat(amended.path("consignment_no").asText()).isEqualTo("T2");
        assertThat(amended.path("notes").asText()).isEqualTo("1001-1");
        assertThat(sage.put(path, SageCaller.json("{'despatch_no': '7'}")).message())
                .contains("read-only");
        assertThat(sage.put(path, SageCaller.json("{'courier_id': 1}")).message())
                .contains("courier_id");
        assertThat(sage.get("/sop_despatch_receipts/1").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 5 | outstanding",
                "0 | 0 | outstanding",
                "2 | 1 | EnumLineTypeCharge",
            })
    void what_cannot_go_is_refused(int line, String quantity, String message) {
        SageCaller.Answer answer = despatch(line, quantity, "1001-1");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).contains(message);
    }

    @Test
    void goods_that_nobody_allocated_wait_unless_the_site_takes_free_stock() {
        JsonNode second = taken(sage.order("CENTGBP1", "C1002", sage.standard("COAT-L", "3", "10", 1)));

        assertThat(despatch(second, 0, "1", "1002-1").message()).contains("not enough allocated stock");
        site("{'despatchNeedsAllocation': false}");
        assertThat(despatch(second, 0, "3", "1002-1").message()).contains("not enough free stock");
        assertThat(despatch(second, 0, "2", "1002-1").status()).isEqualTo(200);
    }

    @Test
    void a_user_can_allocate_hold_release_and_despatch() {
        JsonNode second = taken(sage.order("CENTGBP1", "C1002", sage.standard("COAT-L", "2", "10", 1)));
        String control = "/control/orders/" + id(second);

        sage.post(control + "/allocate", Json.object());
        sage.post(control + "/hold", Json.object());
        assertThat(despatch(second, 0, "1", "1002-1").message()).contains("on hold");
        sage.post(control + "/live", Json.object());
        JsonNode despatch = sage.post(
                        "/control/despatches",
                        SageCaller.json("{'order': " + id(second)
                                + ", 'tracking': {'courier': 'UPS', 'consignment_no': 'U1'}}"))
                .json();

        assertThat(despatch.path("courier_name").asText()).isEqualTo("UPS");
        assertThat(despatch.path("despatched_by").asText()).isEqualTo("J. Smith");
        assertThat(despatch.findPath("quantity").decimalValue()).isEqualByComparingTo("2");
    }

    @Test
    void locks_periods_and_states_stand_against_a_despatch() {
        sage.post("/control/locks", Json.object().put("order", id(order)).put("user", "A. Jones"));
        assertThat(despatch(0, "1", "1001-1").message()).contains("A. Jones");
        sage.delete("/control/locks");

        sage.put("/control/periods", SageCaller.json("{'date': '2026-11-23', 'open': false}"));
        assertThat(despatch(0, "1", "1001-1").message()).contains("closed");
        sage.put("/control/periods", SageCaller.json("{'date': '2026-11-23', 'open': true}"));

        sage.delete("/sop_orders/" + id(order));
        assertThat(despatch(0, "1", "1001-1").message()).contains("cancelled");
        assertThat(sage.get("/sop_order_despatch_views").json()).isEmpty();
    }

    @Test
    void free_text_goes_the_way_the_line_or_the_site_says() {
        site("{'freeTextIntent': 'Confirm'}");

        assertThat(despatch(1, "1", "1001-1").message()).contains("confirmed by Confirm");
        ObjectNode sent = body(order, 1, "1", "1001-1").put("confirmation_intent_type", "Confirm");
        assertThat(sage.post("/sop_confirm_despatch", sent).status()).isEqualTo(200);
    }

    @Test
    void an_unknown_courier_long_notes_and_fields_of_sage_are_refused() {
        ObjectNode sent = body(order, 0, "1", "n".repeat(257));
        assertThat(sage.post("/sop_confirm_despatch", sent).message()).contains("notes");
        sent = body(order, 0, "1", "1001-1");
        ((ObjectNode) sent.path("tracking_items").path(0)).put("courier_id", 5);
        assertThat(sage.post("/sop_confirm_despatch", sent).message()).contains("courier_id");
        sent = body(order, 0, "1", "1001-1");
        ((ObjectNode) sent.path("items").path(0)).put("outstanding_quantity", 5);
        assertThat(sage.post("/sop_confirm_despatch", sent).message()).contains("read-only");
        assertThat(sage.post("/sop_confirm_despatch", Json.object()).message()).contains("sop_order_return_id");
    }

    @Test
    void whoever_lists_what_can_be_despatched_keeps_these_orders_open() {
        JsonNode groups = sage.list(
                        "sop_confirm_despatch",
                        "$filter",
                        "document_no eq '" + order.path("document_no").asText() + "'")
                .json();

        assertThat(groups.path(0).path("items")).hasSize(2);
        assertThat(groups.path(0)
                        .path("items")
                        .path(0)
                        .path("outstanding_quantity")
                        .decimalValue())
                .isEqualByComparingTo("4");
        assertThat(despatch(0, "1", "1001-1").message()).contains("WEB-API");
        sage.put("/control/clock", SageCaller.json("{'advance': 'PT61S'}"));
        assertThat(despatch(0, "1", "1001-1").status()).isEqualTo(200);
    }

    @Test
    void what_is_outstanding_of_a_despatched_line_can_be_given_up_where_the_site_lets_it() {
        despatch(0, "3", "1001-1");
        ObjectNode rest = Json.object();
        rest.withArray("/lines").addObject().put("id", lineId(order, 0)).put("line_quantity", 3);
        rest.withArray("/lines").addObject().put("id", lineId(order, 1)).put("is_to_delete", true);

        assertThat(sage.put("/sop_orders/" + id(order), rest).message()).contains("cannot be amended");
        site("{'amendDespatched': true}");
        JsonNode amended = sage.put("/sop_orders/" + id(order), rest).json();

        assertThat(amended.path("despatch_receipt_status").asText()).isEqualTo("EnumLineStatusFull");
        assertThat(amended.path("lines").path(0).path("allocated_quantity").decimalValue())
                .isEqualByComparingTo("0");
        assertThat(holding().path("free_stock_available").decimalValue()).isEqualByComparingTo("7");
    }

    @Test
    void a_fault_is_ordered_by_the_number_of_the_shipment() {
        sage.post("/control/faults/next", SageCaller.json("{'kind': '504-after-commit', 'key': '1001-1'}"));

        assertThat(despatch(0, "1", "1001-1").status()).isEqualTo(504);

        assertThat(sage.get("/control/despatches").json()).hasSize(1);
    }

    @Test
    void half_a_despatch_can_be_left_behind() {
        sage.post("/control/faults/next", SageCaller.json("{'kind': 'half-made-draft', 'key': '1001-1'}"));
        ObjectNode sent = body(order, 0, "4", "1001-1");
        sent.withArray("/items").addObject().put("id", lineId(order, 1)).put("quantity", 1);

        assertThat(sage.post("/sop_confirm_despatch", sent).status()).isEqualTo(500);

        assertThat(sage.get("/control/despatches").json().path(0).path("lines")).hasSize(1);
    }

    private JsonNode holding() {
        return sage.list(
                        "warehouse_holdings",
                        "$filter",
                        "product_id eq " + sage.id("products", "code", "TEE-M") + " and warehouse_id eq "
                                + sage.id("warehouses", "name", "WEB"))
                .json()
                .path(0);
    }

    private SageCaller.Answer despatch(int line, String quantity, String notes) {
        return despatch(order, line, quantity, notes);
    }

    private SageCaller.Answer despatch(JsonNode of, int line, String quantity, String notes) {
        return sage.post("/sop_confirm_despatch", body(of, line, quantity, notes));
    }

    private ObjectNode body(JsonNode of, int line, String quantity, String notes) {
        ObjectNode body =
                Json.object().put("sop_order_return_id", id(of)).put("despatch_receipt_date", "2026-11-23T00:00:00");
        body.putArray("items").addObject().put("id", lineId(of, line)).put("quantity", new BigDecimal(quantity));
        body.putArray("tracking_items")
                .addObject()
                .put("sop_order_return_id", id(of))
                .put("courier_id", sage.id("couriers", "name", "DPD"))
                .put("consignment_no", "T1")
                .put("notes", notes);
        return body;
    }

    private static long id(JsonNode of) {
        return of.path("id").asLong();
    }

    private static long lineId(JsonNode of, int line) {
        return of.path("lines").path(line).path("id").asLong();
    }
}
