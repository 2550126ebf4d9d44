package centrasage.container;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.container.Caller.Answer;
import jakarta.json.JsonObject;
import java.net.URI;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Starting, following and restarting jobs. */
abstract class JobChecks extends RefusalChecks {
    @Test
    @Order(20)
    @RunAsClient
    void a_job_is_started_and_its_run_followed() throws Exception {
        Answer started = operations().post("/api/jobs/retention/runs", "{}");
        assertThat(started.status()).isEqualTo(202);
        assertThat(started.json()).containsKeys("id", "job", "status", "exitStatus", "started", "ended", "counts");

        JsonObject ended = await(URI.create(started.header("Location")).getPath(), json -> !json.isNull("ended"));
        assertThat(ended.getString("status")).isEqualTo("COMPLETED");
        assertThat(ended.getJsonObject("counts").getInt("erased")).isZero();
        assertThat(viewer().get("/api/jobs/retention/runs").json().getJsonArray("items"))
                .contains(ended);
        assertProblem(
                operations().post("/api/runs/" + ended.getInt("id") + "/restart", ""), 409, "only a failed or stopped");
        assertProblem(operations().post("/api/runs/" + ended.getInt("id") + "/stop", ""), 409, "COMPLETED");
        assertProblem(operations().post("/api/runs/" + ended.getInt("id") + "/abandon", ""), 409, "COMPLETED");
        JsonObject node =
                viewer().get("/api/status").json().getJsonArray("nodes").getJsonObject(0);
        assertThat(node.getBoolean("alive")).isTrue();
        assertThat(ended.getString("node")).isEqualTo(node.getString("name"));
    }

    private void aRunThatAPersonGaveUp(int id) throws Exception {
        assertProblem(viewer().post("/api/runs/" + id + "/abandon", ""), 403, "may not do this");
        Answer abandoned = operations().post("/api/runs/" + id + "/abandon", "");
        assertThat(abandoned.status()).as(abandoned.text()).isEqualTo(200);
        assertThat(abandoned.json().getString("status")).isEqualTo("ABANDONED");
        assertProblem(
                operations().post("/api/runs/" + id + "/restart", ""), 409, "was abandoned and is never restarted");
        assertProblem(operations().post("/api/runs/" + id + "/abandon", ""), 409, "is ABANDONED");
        assertProblem(operations().post("/api/runs/" + id + "/stop", ""), 409, "is ABANDONED");
        assertProblem(operations().post("/api/runs/999999/abandon", ""), 404, "no run 999999");
    }

    @Test
    @Order(20)
    @RunAsClient
    void a_job_that_runs_elsewhere_or_does_not_exist_is_not_started() throws Exception {
        assertProblem(operations().post("/api/jobs/in-doubt/runs", ""), 409, "in-doubt is running already");
        Answer unknown = operations().post("/api/jobs/nightly/runs", "");
        assertProblem(unknown, 404, "nightly");
        assertThat(unknown.json().getString("remedy"))
                .contains(
                        "in-doubt, mapping-check, order-backfill, order-drift, order-import, payment-import, reconcile, refund-import, retention");
        assertProblem(viewer().get("/api/jobs/nightly/runs"), 404, "nightly");
    }

    @Test
    @Order(21)
    @RunAsClient
    void a_backfill_says_what_it_must_be_told() throws Exception {
        Answer unknown = operations().post("/api/jobs/order-backfill/runs", "{\"until\": 5}");
        assertProblem(unknown, 400, "no such parameter of order-backfill");
        Answer half = operations().post("/api/jobs/order-backfill/runs", "{\"from\": 5}");
        assertProblem(half, 400, "to is missing");
        assertThat(half.json().getString("remedy")).startsWith("Give an order number such as 10234");
        Answer many = operations().post("/api/jobs/order-backfill/runs", "{\"from\": 5, \"to\": 999999}");
        assertProblem(many, 400, "to = \"999999\": with from = 5 is for 999995 orders, and orders.backfill-max is");
        assertThat(viewer().get("/api/jobs/order-backfill/runs").json().getJsonArray("items"))
                .isEmpty();
    }

    @Test
    @Order(21)
    @RunAsClient
    void a_backfill_that_fails_is_failed_posts_nothing_and_can_be_restarted() throws Exception {
        Answer started = operations().post("/api/jobs/order-backfill/runs", "{\"from\": 5, \"to\": 6}");
        JsonObject failed = await(URI.create(started.header("Location")).getPath(), json -> !json.isNull("ended"));
        assertThat(failed.getString("exitStatus")).startsWith("FAILED: Centra at http://127.0.0.1:9 cannot be reached");
        assertThat(failed.getString("status")).isEqualTo("FAILED");
        Answer restarted = operations().post("/api/runs/" + failed.getInt("id") + "/restart", "");
        assertThat(restarted.status()).as(restarted.text()).isEqualTo(202);
        await(URI.create(restarted.header("Location")).getPath(), json -> !json.isNull("ended"));
    }

    @Test
    @Order(21)
    @RunAsClient
    void a_run_that_failed_is_restarted() throws Exception {
        Answer started = operations().post("/api/jobs/order-import/runs", "");
        JsonObject failed = await(URI.create(started.header("Location")).getPath(), json -> !json.isNull("ended"));
        assertThat(failed.getString("status")).isEqualTo("FAILED"); // nobody listens where Centra should be
        assertThat(failed.getString("exitStatus")).startsWith("FAILED: Centra at http://127.0.0.1:9 cannot be reached");

        Answer restarted = operations().post("/api/runs/" + failed.getInt("id") + "/restart", "");
        assertThat(restarted.status()).isEqualTo(202);
        assertThat(restarted.json().getInt("id")).isGreaterThan(failed.getInt("id"));
        await(URI.create(restarted.header("Location")).getPath(), json -> !json.isNull("ended"));
        assertProblem(
                operations().post("/api/runs/" + failed.getInt("id") + "/restart", ""), 409, "was restarted already");
        assertProblem(
                operations().post("/api/runs/" + failed.getInt("id") + "/abandon", ""), 409, "was restarted already");
        aRunThatAPersonGaveUp(restarted.json().getInt("id"));
    }
}
