package centrasage.simulator.sage200;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.simulator.http.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What people do in Sage while the integration looks elsewhere. */
final class ControlTest extends SageTest {

    @Test
    void the_policy_is_drawn_from_the_seed_and_shown() throws IOException {
        Set<String> drawn = new HashSet<>();
        for (long seed = 0; seed < 32; seed++) {
            try (SageSimulator other = SageSimulator.start(0, seed)) {
                JsonNode options = new SageCaller(other.baseUrl(), 33)
                        .get("/control/site")
                        .json()
                        .path("options");
                drawn.add(options.path("rounding").asText()
                        + options.path("roundingMode").asText()
                        + options.path("pricesTaxInclusive").asBoolean());
            }
        }
        assertThat(drawn).hasSize(8);
    }

    @Test
    void an_archived_order_leaves_the_list_but_not_the_dump() {
        JsonNode order = post("C1");
        act(order, "archive", "{}");

        assertThat(sage.get("/sop_orders").json()).isEmpty();
        assertThat(sage.get("/control/orders").json().at("/0/archived").asBoolean())
                .isTrue();
        assertThat(sage.get("/sop_settings")
                        .json()
                        .at("/0/orders_returns_last_archived_up_to")
                        .asText())
                .isEqualTo("2026-11-23T00:00:00");
    }

    @Test
    void a_person_edits_copies_and_deletes() {
        JsonNode order = post("C1");

        JsonNode edited = act(order, "edit", "{'line': 1, 'setLine': {'line_quantity': 2}}");
        assertThat(SageCaller.amount(edited, "total_gross_value")).isEqualByComparingTo("24.00");
        act(order, "copy", "{}");
        assertThat(sage.list("sop_orders", "$filter", "customer_document_no eq 'C1'")
                        .json())
                .hasSize(2);
        act(order, "delete", "{}");
        assertThat(sage.get("/sop_orders").json()).hasSize(1);
    }

    @Test
    void a_mutant_falsifies_a_total_or_posts_what_must_not_be_there() {
        JsonNode order = post("C1");

        assertThat(SageCaller.amount(act(order, "change-total", "{'pence': 3}"), "total_gross_value"))
                .isEqualByComparingTo("12.03");
        act(order, "post-ineligible", "{'customer_document_no': 'C999'}");
        assertThat(sage.list("lookup_sop_orders", "$filter", "customer_document_no eq 'C999'")
                        .json())
                .hasSize(1);
    }

    @Test
    void yesterdays_database_comes_back_with_its_counters() {
        post("C1");
        sage.post("/control/snapshot", Json.object());
        JsonNode lost = post("C2");
        sage.post("/control/restore", Json.object());

        assertThat(sage.get("/sop_orders").json()).hasSize(1);
        assertThat(post("C3").path("document_no")).isEqualTo(lost.path("document_no"));
    }

    @Test
    void stock_is_set_to_what_shall_be_free() {
        sage.put("/control/stock", SageCaller.json("{'product': 'TEE-M', 'freeStock': 3}"));

        assertThat(sage.list("products", "$filter", "code eq 'TEE-M'")
                        .json()
                        .at("/0/free_stock_quantity")
                        .decimalValue())
                .isEqualByComparingTo("3");
    }

    @Test
    void hidden_columns_never_leave_through_the_api() {
        assertThat(sage.get("/tax_codes").body()).doesNotContain("_on_vat_return");
        assertThat(sage.get("/control/tables/tax_codes").body()).contains("_on_vat_return");
    }

    private JsonNode post(String number) {
        return taken(sage.order("CENTGBP1", number, sage.standard("TEE-M", "1", "10.00", 1)));
    }

    private JsonNode act(JsonNode order, String action, String body) {
        ObjectNode sent = SageCaller.json(body);
        SageCaller.Answer answer = sage.post("/control/orders/" + order.path("id") + "/" + action, sent);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }
}
