package centrasage.container;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.container.Caller.Answer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders, postings and exceptions, and what people do about them. */
abstract class LifeChecks extends UserChecks {
    @Test
    @Order(22)
    @RunAsClient
    void an_orders_life_is_told_and_its_person_only_to_those_who_may_know() throws Exception {
        Answer seen = viewer().get("/api/orders/7001");
        assertThat(seen.text()).doesNotContain("Ada");
        assertThat(seen.json().getJsonArray("versions")).hasSize(1);
        assertThat(seen.json().getJsonArray("exceptions")).hasSize(1);
        assertThat(seen.json().getJsonArray("audit")).isNotEmpty();
        assertThat(seen.json().getJsonArray("postings").getJsonObject(0).getJsonObject("posting"))
                .containsEntry("state", Json.createValue("HELD"));

        assertThat(Caller.as(base(), "cx", PASSWORD).get("/api/orders/7001").text())
                .contains("Ada Müller");
        assertThat(Caller.as(base(), "finance", PASSWORD)
                        .get("/api/orders/7001")
                        .text())
                .doesNotContain("Ada");
    }

    @Test
    @Order(22)
    @RunAsClient
    void postings_are_found_and_paged() throws Exception {
        JsonObject first = viewer().get("/api/postings?limit=1").json();
        assertThat(first.getJsonArray("items")).hasSize(1);
        JsonObject second = viewer().get(first.getString("next")).json();
        assertThat(second.getJsonArray("items")).hasSize(1).isNotEqualTo(first.getJsonArray("items"));
        assertThat(second.isNull("next")).isTrue();

        JsonObject held = viewer().get("/api/postings?state=held&q=7001").json();
        assertThat(held.getJsonArray("items")).hasSize(1);
        assertThat(viewer().get("/api/postings?state=HELD&q=7002").json().getJsonArray("items"))
                .isEmpty();
    }

    @Test
    @Order(23)
    @RunAsClient
    void an_exception_is_assigned_retried_and_resolved_once() throws Exception {
        Caller finance = Caller.as(base(), "finance", PASSWORD);
        String path = "/api/exceptions/"
                + viewer().get("/api/exceptions?state=open&q=7001")
                        .json()
                        .getJsonArray("items")
                        .getJsonObject(0)
                        .getInt("id");

        assertProblem(finance.post(path + "/assign", "{}"), 400, "to is missing");
        assertThat(finance.post(path + "/assign", "{\"to\": \"Ada\"}").json().getString("assignedTo"))
                .isEqualTo("Ada");
        Answer retried = finance.post(path + "/retry", "");
        assertThat(retried.status()).isEqualTo(200);
        assertThat(retried.json().getJsonObject("run").getString("job")).isEqualTo("order-import");
        assertProblem(finance.post(path + "/resolve", "{\"notes\": \"x\"}"), 400, "notes = ");
        assertThat(finance.post(path + "/resolve", "{\"note\": \"entered by hand\"}")
                        .json()
                        .getString("state"))
                .isEqualTo("RESOLVED");
        assertProblem(finance.post(path + "/resolve", "{\"note\": \"again\"}"), 409, "entered by hand");
        assertThat(viewer().get("/api/postings?state=ABANDONED&q=7001").json().getJsonArray("items"))
                .hasSize(1);
        assertThat(finance.post(path + "/retry", "").json().getJsonObject("exception"))
                .containsEntry("state", Json.createValue("OPEN"));
        assertThat(viewer().get("/api/postings?state=HELD&q=7001").json().getJsonArray("items"))
                .hasSize(1);
    }

    @Test
    @Order(30)
    @RunAsClient
    void the_administrator_erases_a_person_for_ever() throws Exception {
        Caller administrator = Caller.as(base(), "admin", "container-admin-password");

        assertThat(administrator.post("/api/orders/7001/erase", "").json().getBoolean("now"))
                .isTrue();
        assertThat(administrator.post("/api/orders/7001/erase", "").json().getBoolean("now"))
                .isFalse();
        Answer life = administrator.get("/api/orders/7001");
        assertThat(life.text()).doesNotContain("Ada Müller").contains("ERASED");
        assertThat(administrator
                        .get("/api/postings?state=PLANNED&q=7002")
                        .json()
                        .getJsonArray("items"))
                .hasSize(1);
        assertThat(administrator.post("/api/orders/7002/erase", "").json().getBoolean("now"))
                .isTrue();
        assertThat(administrator.get("/api/exceptions?state=OPEN&q=7002").text())
                .contains("Order 7002 cannot be posted: the personal data of order 7002 was erased");
        assertProblem(administrator.post("/api/orders/999999/erase", ""), 404, "No order 999999");
    }

    @Test
    @Order(31)
    @RunAsClient
    void metrics_and_the_description_are_for_those_who_signed_in() throws Exception {
        assertThat(viewer().get("/metrics").text())
                .contains("centrasage_postings{mp_scope=\"application\",state=\"held\"} 2")
                .contains("centrasage_exceptions_open")
                .contains("centrasage_stock_freshness_seconds")
                .contains("centrasage_centra_mutations_last_hour")
                .contains("centrasage_postings_in_doubt{mp_scope=\"application\"} 0");
        assertThat(viewer().get("/openapi").text().split("\\n- name: ", -1))
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(4);
        assertThat(viewer().get("/openapi").text())
                .contains(
                        "/api/jobs/{job}/runs",
                        "/api/orders/{centraNumber}",
                        "/api/exceptions/{id}/retry",
                        "/api/worklists/{list}",
                        "/api/cut-off/{date}",
                        "/api/returns/awaiting-booking-in",
                        "/api/open-items",
                        "/api/status")
                .doesNotContain("/sales_orders");
    }

    /** Of Sage's own lists nothing is known where no company can be read; that is told, and no page is missing. */
    @ParameterizedTest
    @Order(31)
    @RunAsClient
    @ValueSource(
            strings = {
                "/api/returns/awaiting-booking-in",
                "/api/worklists/despatched-not-invoiced",
                "/api/worklists/pending-not-posted",
                "/api/cut-off/2026-11-20"
            })
    void lists_are_there_as_json_and_as_csv(String path) throws Exception {
        Answer json = viewer().get(path);
        assertThat(json.status()).as(json.text()).isIn(200, 503);
        assertThat(json.type()).isIn("application/json", "application/problem+json");
        Answer csv = viewer().getAs("text/csv", path);
        assertThat(csv.status()).as(csv.text()).isIn(200, 503);
        assertThat(csv.type()).isEqualTo(csv.status() == 200 ? "text/csv" : "application/problem+json");
        assertThat(viewer().getAs("text/html, text/csv;q=0.5, */*;q=0.8", path).type())
                .as("a browser")
                .isNotEqualTo("text/csv");
    }
}
