package centrasage.container;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.container.Caller.Answer;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What Centra's web hooks are answered, from outside and without signing in. */
abstract class WebhookChecks extends MappingChecks {
    private static final String PATH = "/webhooks/centra";
    private static final String SECRET = "container-webhook-secret";
    private static final String BODY = "payload=%7B%22events%22%3A%5B%5D%7D";

    private Answer hook(String body, String signature) throws Exception {
        return Caller.nobody(base()).postForm(PATH, body, "X-Centra-Signature", signature);
    }

    private static String signed(String body, String secret, Instant at) throws GeneralSecurityException {
        long time = at.getEpochSecond();
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        byte[] proof = mac.doFinal((time + "." + body).getBytes(StandardCharsets.UTF_8));
        return "t=" + time + ",v1=" + HexFormat.of().formatHex(proof);
    }

    private static Instant now() {
        return Clock.systemUTC().instant();
    }

    @Test
    @Order(40)
    @RunAsClient
    void a_web_hook_that_cannot_be_centras_is_refused_counted_and_wakes_nobody() throws Exception {
        int before = viewer().get("/api/jobs/order-import/runs")
                .json()
                .getJsonArray("items")
                .size();

        assertProblem(hook(BODY, "none"), 401, "There is no signature");
        assertProblem(hook(BODY, signed(BODY, "another", now())), 401, "does not fit the body");
        assertProblem(hook(BODY + "&", signed(BODY, SECRET, now())), 401, "does not fit the body");
        Answer old = hook(BODY, signed(BODY, SECRET, now().minus(Duration.ofMinutes(6))));
        assertProblem(old, 401, "too far from ours");
        assertThat(old.header("WWW-Authenticate")).isEqualTo("X-Centra-Signature");
        assertThat(old.json().getString("remedy")).contains("centra.webhook-secret");
        assertThat(old.text()).doesNotContain(SECRET);

        assertThat(viewer().get("/metrics").text())
                .containsPattern("centrasage_webhooks_total\\{mp_scope=\"application\",outcome=\"rejected\"\\} 4")
                .containsPattern("centrasage_webhooks_total\\{mp_scope=\"application\",outcome=\"accepted\"\\} 0");
        assertThat(viewer().get("/api/status").json().getJsonArray("wokenBy")).isEmpty();
        assertThat(viewer().get("/api/jobs/order-import/runs").json().getJsonArray("items"))
                .hasSize(before);
    }

    @Test
    @Order(41)
    @RunAsClient
    void web_hooks_are_posted_and_not_without_end() throws Exception {
        Answer get = Caller.nobody(base()).get(PATH);
        assertProblem(get, 405, "posted");
        assertThat(get.header("Allow")).isEqualTo("POST");
        assertThat(get.header("Cache-Control")).isEqualTo("no-store");
        String endless = "payload=" + "x".repeat(256 * 1024);
        assertProblem(hook(endless, signed(endless, SECRET, now())), 413, "longer than");
    }

    @Test
    @Order(42)
    @RunAsClient
    void a_web_hook_of_centras_begins_a_run_within_seconds() throws Exception {
        JsonObject last = viewer().get("/api/jobs/order-import/runs?limit=1")
                .json()
                .getJsonArray("items")
                .getJsonObject(0);

        Answer answer = hook(BODY, signed(BODY, SECRET, now().minusSeconds(60)));
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.text()).isEmpty();

        await(
                "/api/jobs/order-import/runs?limit=1",
                json -> json.getJsonArray("items").getJsonObject(0).getInt("id") > last.getInt("id"));
        JsonObject status = viewer().get("/api/status").json();
        assertThat(status.getJsonArray("wokenBy").getJsonObject(0).getString("name"))
                .isEqualTo("web hook");
        assertThat(viewer().get("/metrics").text())
                .containsPattern("centrasage_webhooks_total\\{mp_scope=\"application\",outcome=\"accepted\"\\} 1");
    }
}
