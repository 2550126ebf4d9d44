package centrasage.simulator.sage200;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.simulator.http.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

/** What Sage refuses although every field is well: rights, credit, dates, locks. */
final class OrderRefusalTest extends SageTest {

    @Test
    void without_the_right_to_set_prices_the_answer_is_401_and_empty() {
        set("current_user_sop_user_permissions", "{'override_prices_discounts': false}");
        ObjectNode line = tee();

        assertThat(sage.post("/sop_orders", sage.order("CENTGBP1", "C1", line)))
                .isEqualTo(new SageCaller.Answer(401, ""));
        line.remove("selling_unit_price");
        taken(sage.order("CENTGBP1", "C1", line));
        assertThat(sage.get("/current_user_sop_user_permissions")
                        .json()
                        .at("/0/override_prices_discounts")
                        .asBoolean(true))
                .isFalse();
    }

    @Test
    void an_account_on_hold_is_refused_unless_overridden_with_the_right_to() {
        ObjectNode order = sage.order("CENTHOLD", "C1", tee());
        assertThat(sage.post("/sop_orders", order).message()).contains("CENTHOLD is on hold");

        taken(order.put("override_on_hold", true));
        set("current_user_sop_user_permissions", "{'override_credit_holds': false}");
        assertThat(sage.post("/sop_orders", order).message()).contains("on hold");
    }

    @Test
    void an_order_over_the_credit_limit_is_put_on_hold_or_refused() {
        ObjectNode order = sage.order("CENTLIM1", "C1", tee());

        JsonNode held = taken(order);
        assertThat(held.path("is_credit_limit_exceeded").asBoolean()).isTrue();
        assertThat(held.path("document_status").asText()).isEqualTo("EnumDocumentStatusOnHold");

        site("{'creditLimitAction': 'refuse'}");
        assertThat(sage.post("/sop_orders", order).message()).contains("over its credit limit");
        assertThat(taken(order.put("override_on_hold", true))
                        .path("document_status")
                        .asText())
                .isEqualTo("EnumDocumentStatusLive");
    }

    @Test
    void hidden_accounts_take_no_orders() {
        assertThat(sage.post("/sop_orders", sage.order("CENTHIDE", "C1", tee())).message())
                .contains("hidden");
    }

    @Test
    void mandatory_analysis_codes_are_asked_for_by_name() {
        sage.put(
                "/control/tables/analysis_code_mappings",
                SageCaller.json(
                        "{'where': {'friendly_property_name': 'Project code'}, 'set': {'is_mandatory': true}}"));
        ObjectNode order = sage.order("CENTGBP1", "C1", tee());

        assertThat(sage.post("/sop_orders", order).message()).contains("'analysis_code_2'", "Project code");
        taken(order.put("analysis_code_2", "WEB"));
    }

    @Test
    void a_closed_period_refuses_the_date_and_says_so_beforehand() {
        sage.put("/control/periods", SageCaller.json("{'date': '2026-10-01', 'open': false}"));
        ObjectNode order = sage.order("CENTGBP1", "C1", tee()).put("document_date", "2026-10-31T00:00:00");

        assertThat(sage.post("/sop_orders", order).message()).contains("2026-10-31 is closed");
        assertThat(classification("2026-10-31T00:00:00", "LedgerSOP")).isEqualTo("Unacceptable");
        assertThat(classification("2026-10-31T00:00:00", "LedgerNominal")).isNotEqualTo("Unacceptable");
        assertThat(classification("2050-01-01T00:00:00", "LedgerSOP")).isEqualTo("Unacceptable");
        assertThat(sage.list(
                                "financial_year_period_views",
                                "$filter",
                                "period_number eq 10 and period_end_date ge 2026-10-31")
                        .json())
                .isNotEmpty();
    }

    @Test
    void a_locked_order_names_who_has_it_open() {
        long id = taken(sage.order("CENTGBP1", "C1", tee())).path("id").asLong();
        sage.post("/control/locks", Json.object().put("order", id));
        ObjectNode change = Json.object().put("spare_text_1", "x");

        assertThat(sage.put("/sop_orders/" + id, change))
                .isEqualTo(new SageCaller.Answer(400, "{\"Message\":\"This record is locked by J. Smith on WS-14.\"}"));
        assertThat(sage.delete("/sop_orders/" + id).status()).isEqualTo(400);

        sage.put("/control/faults", SageCaller.json("{'lockStatus': 423, 'lockMessage': '{user} is in the record'}"));
        assertThat(sage.put("/sop_orders/" + id, change))
                .isEqualTo(new SageCaller.Answer(423, "{\"Message\":\"J. Smith is in the record\"}"));
        sage.delete("/control/locks");
        assertThat(sage.put("/sop_orders/" + id, change).status()).isEqualTo(200);
    }

    @Test
    void an_open_customer_blocks_new_orders_until_the_time_is_up() {
        sage.post("/control/locks", SageCaller.json("{'customer': 'CENTGBP1', 'user': 'A. Jones', 'seconds': 60}"));
        ObjectNode order = sage.order("CENTGBP1", "C1", tee());

        assertThat(sage.post("/sop_orders", order).message()).contains("A. Jones");
        sage.put("/control/clock", SageCaller.json("{'advance': 'PT61S'}"));
        taken(order);
    }

    @Test
    void a_lock_taken_by_the_api_stands_until_the_put_that_brings_it_back() {
        String path =
                "/sop_orders/" + taken(sage.order("CENTGBP1", "C1", tee())).path("id");
        long lock = sage.get(path + "?$expand=is_to_lock".replace("$", "%24"))
                .json()
                .path("lock_id")
                .asLong();
        ObjectNode change = Json.object().put("spare_text_1", "x");

        assertThat(sage.put(path, change).message()).contains("api.centra");
        assertThat(sage.put(path, change.put("lock_id", lock).put("is_editing", false))
                        .status())
                .isEqualTo(200);
        change.remove("lock_id");
        assertThat(sage.put(path, change).status()).isEqualTo(200);
    }

    @Test
    void settings_forbid_nominal_and_analysis_codes() {
        set("sop_settings", "{'amend_nominal_codes': false, 'amend_header_analysis_codes': false}");

        ObjectNode line = tee().put("nominal_reference", "4000");
        assertThat(sage.post("/sop_orders", sage.order("CENTGBP1", "C1", line)).message())
                .contains("nominal_reference");
        ObjectNode order = sage.order("CENTGBP1", "C1", tee()).put("analysis_code_1", "x");
        assertThat(sage.post("/sop_orders", order).message()).contains("analysis_code_1");
    }

    @Test
    void nominal_accounts_are_combinations() {
        ObjectNode line = tee().put("nominal_reference", "4000").put("nominal_cost_centre", "WEB");
        assertThat(sage.post("/sop_orders", sage.order("CENTGBP1", "C1", line)).message())
                .contains("4000/WEB/");
        taken(sage.order("CENTGBP1", "C1", line.put("nominal_department", "UK")));
    }

    private String classification(String date, String ledger) {
        return sage.post(
                        "/transaction_date_validation",
                        Json.object().put("date", date).put("ledger_type", ledger))
                .json()
                .path("classification")
                .asText();
    }

    private ObjectNode tee() {
        return sage.standard("TEE-M", "1", "10.00", 1);
    }
}
