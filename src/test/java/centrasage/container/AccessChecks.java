package centrasage.container;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.container.Caller.Answer;
import jakarta.json.JsonObject;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who gets in, what they may do, and what is open to everybody. */
abstract class AccessChecks extends Callers {
    @ParameterizedTest
    @Order(10)
    @RunAsClient
    @CsvSource({
        "GET, /api/status",
        "GET, /api/jobs",
        "GET, /api/nothing",
        "POST, /api/jobs/retention/runs",
        "POST, /api/orders/7001/erase",
        "GET, /api/cut-off/2026-11-28",
        "GET, /metrics",
        "GET, /openapi",
        "DELETE, /api/status"
    })
    void a_machine_that_has_not_signed_in_gets_a_problem_and_nothing_else(String method, String path) throws Exception {
        Answer answer = Caller.nobody(base()).send(method, path, "");

        assertProblem(answer, 401, "Nobody is signed in");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Basic ");
    }

    @Test
    @Order(10)
    @RunAsClient
    void a_wrong_password_is_told_as_one() throws Exception {
        assertProblem(
                Caller.as(base(), "viewer", "wrong").get("/api/status"), 401, "The name or the password is wrong");
        assertProblem(
                Caller.as(base(), "nobody", PASSWORD).get("/api/status"), 401, "The name or the password is wrong");
    }

    @ParameterizedTest
    @Order(10)
    @RunAsClient
    @CsvSource({
        "/",
        "/index.xhtml",
        "/connect.xhtml",
        "/connect/anything",
        "/webhooks",
        "/webhooks/centra/more",
        "/anything"
    })
    void a_person_who_has_not_signed_in_is_sent_to_the_sign_in(String path) throws Exception {
        Answer answer = Caller.nobody(base()).get(path);

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).contains("/sign-in.xhtml");
    }

    @ParameterizedTest
    @Order(10)
    @RunAsClient
    @CsvSource({
        "/connect/sage200",
        "/connect/sage200?state=&code=",
        "/connect/sage200?state=%3Cscript%3E&code=1",
        "/connect/sage200?error=%3Cscript%3E&error_description=%3Cscript%3E&state=1"
    })
    void the_way_back_from_sage_id_is_open_and_takes_nothing_from_a_stranger(String path) throws Exception {
        Answer answer = Caller.nobody(base()).get(path);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("Back from Sage ID").doesNotContain("script");
        assertThat(answer.header("Refresh")).isEqualTo("0; url=/connect.xhtml?told=not-ours");
        assertThat(answer.header("Set-Cookie")).isEmpty();
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(Caller.nobody(base()).send("HEAD", path, "").status()).isEqualTo(405);
        assertThat(Caller.nobody(base()).send("POST", path, "").status()).isEqualTo(405);
    }

    @ParameterizedTest
    @Order(10)
    @RunAsClient
    @CsvSource({"/health", "/health/live", "/health/ready", "/health/started"})
    void health_is_open_to_everybody_and_up(String path) throws Exception {
        Answer answer = Caller.nobody(base()).get(path);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().getString("status")).isEqualTo("UP");
    }

    @ParameterizedTest
    @Order(10)
    @RunAsClient
    @CsvSource({"/health/nope", "/health/live/", "/health/Ready"})
    void a_misspelt_health_check_is_not_green(String path) throws Exception {
        assertProblem(Caller.nobody(base()).get(path), 404, "There is nothing at " + path);
    }

    @Test
    @Order(11)
    @RunAsClient
    void an_outage_of_sage_is_shown_and_the_application_stays_ready() throws Exception {
        JsonObject status = await("/api/status", json -> !json.isNull("outage"));

        assertThat(status.getJsonObject("outage").getString("why")).isNotBlank();
        Answer ready = Caller.nobody(base()).get("/health/ready");
        assertThat(ready.json().getString("status")).isEqualTo("UP");
        assertThat(ready.text()).contains("does not answer").doesNotContain("127.0.0.1:9");
    }

    @Test
    @Order(11)
    @RunAsClient
    void the_status_tells_how_everything_stands_and_no_secrets() throws Exception {
        Answer answer = viewer().get("/api/status");
        JsonObject status = answer.json();

        assertThat(status.getJsonObject("application").getString("version")).matches("\\d.*");
        assertThat(status.getJsonArray("postings")
                        .getJsonObject(0)
                        .getJsonObject("sum")
                        .toString())
                .isEqualTo("{\"amount\":\"9.99\",\"currency\":\"GBP\"}");
        assertThat(status.getJsonObject("exceptions").getInt("open")).isEqualTo(1);
        assertThat(status.getJsonArray("jobs")).hasSizeGreaterThanOrEqualTo(4);
        assertThat(status.getJsonObject("signIn").getString("way")).isEqualTo("none");
        assertThat(status.getJsonObject("signIn").isNull("warning")).isTrue();
        assertThat(answer.text())
                .doesNotContain("container-store-password")
                .doesNotContain("container-admin-password")
                .doesNotContain("container-webhook-secret");
    }

    @Test
    @Order(11)
    @RunAsClient
    void answers_tell_a_browser_to_run_nothing() throws Exception {
        for (String path : List.of("/api/status", "/api/nothing")) {
            Answer answer = viewer().get(path);
            assertThat(answer.header("Content-Security-Policy"))
                    .isEqualTo("default-src 'none'; frame-ancestors 'none'");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        }
    }

    @Test
    @Order(12)
    @RunAsClient
    void another_web_site_gets_nothing_done_through_a_browser() throws Exception {
        String run = "/api/jobs/retention/runs";
        assertProblem(operations().postWith("Sec-Fetch-Site", "cross-site", run), 403, "Another web site");
        // Over plain http from another machine browsers say no more than this.
        assertProblem(operations().postWith("Origin", "http://evil.example", run), 403, "Another web site");
        assertProblem(operations().postWith("Referer", "http://evil.example/page", run), 403, "Another web site");
    }

    @Test
    @Order(12)
    @RunAsClient
    void each_role_signs_in_as_what_it_is() throws Exception {
        for (String role : List.of("viewer", "cx", "operations", "finance")) {
            assertThat(Caller.as(base(), role, PASSWORD).get("/api/status").status())
                    .as(role)
                    .isEqualTo(200);
        }
        // What operations may not do, it is told as somebody who is signed in.
        assertProblem(operations().post("/api/orders/7001/erase", ""), 403, "operations may not do this");
    }

    @Test
    @Order(13)
    @RunAsClient
    void whoever_guesses_passwords_is_told_to_wait() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertProblem(
                    Caller.as(base(), "guessed", "guess " + i).get("/api/status"),
                    401,
                    "The name or the password is wrong");
        }
        Answer answer = Caller.as(base(), "guessed", PASSWORD).get("/api/status");
        assertProblem(answer, 429, "Too many passwords were wrong");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 301);
        assertThat(viewer().get("/api/status").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @Order(12)
    @RunAsClient
    @CsvSource({
        "viewer,     /api/jobs/retention/runs",
        "cx,         /api/jobs/retention/runs",
        "finance,    /api/runs/1/stop",
        "viewer,     /api/exceptions/1/retry",
        "operations, /api/journals",
        "viewer,     /api/journals/1/withdraw",
        "operations, /api/orders/7001/erase",
        "finance,    /api/orders/7001/erase"
    })
    void a_role_that_may_not_is_told_who_may(String role, String path) throws Exception {
        Answer answer = Caller.as(base(), role, PASSWORD).post(path, "");

        assertProblem(answer, 403, role + " may not do this");
        assertThat(answer.json().getString("remedy")).contains("administrator");
    }
}
