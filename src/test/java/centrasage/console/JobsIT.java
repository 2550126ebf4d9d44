package centrasage.console;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.story.Await;
import centrasage.story.RunningApplication;
import centrasage.story.World;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.openqa.selenium.Keys;

/** Jobs as people run them: started with a preview, watched, stopped, restarted after a kill; and the settings without a secret. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@SuppressWarnings("NullAway.Init")
class JobsIT {
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final String STORE_PASSWORD = "store-secret-81723";
    private static final String WEBHOOK_SECRET = "d2ViaG9vay1zZWNyZXQtNTU3Mw==";
    private static final String CENTRA_TOKEN = "centra-demo-token";
    private static final Map<String, String> SETTINGS = Map.of(
            "schedule.order-import", "every PT12H",
            "schedule.in-doubt", "every PT1S",
            "sage200.read-timeout", "PT2S",
            "sage200.in-doubt-settle", "PT3S",
            "store.password", STORE_PASSWORD,
            "centra.webhook-secret", WEBHOOK_SECRET);

    private static World world;
    private static Map<String, String> settings;
    private static RunningApplication application;
    private static Browser browser;

    @BeforeAll
    static void with_much_to_do_and_a_slow_sage() throws InterruptedException {
        Browser.isHere();
        world = World.begin(Path.of("target/stories/jobs"), 11, LocalDate.of(2026, 11, 20), 300);
        world.sage("PUT", "/control/faults", """
            {"write": {"latency": 1000}, "latencyMillisMin": 150, "latencyMillisMax": 200, "seed": 9}
            """);
        settings = world.settings();
        settings.putAll(SETTINGS);
        start();
    }

    private static void start() throws InterruptedException {
        application = RunningApplication.start(world.folder(), settings).awaitReady();
        browser = Browser.open(application.address());
    }

    @AfterAll
    static void end() throws Exception {
        for (AutoCloseable each : new AutoCloseable[] {browser, application, world}) {
            if (each != null) {
                each.close();
            }
        }
    }

    @AfterEach
    void nothing_is_refused_by_the_content_security_policy_and_no_script_fails() {
        browser.hasNothingToComplain();
    }

    private static void signIn(String to, String name, String password) throws InterruptedException {
        browser.go("/sign-in.xhtml");
        browser.forgetWhoIsSignedIn();
        browser.go(to);
        browser.awaitPath("/sign-in.xhtml");
        browser.type("#name", name);
        browser.type("#password", password);
        browser.press(Keys.ENTER);
        browser.await("the page behind the sign-in", () -> browser.has("main#content"));
    }

    private static void signIn(String to) throws InterruptedException {
        signIn(to, "admin", RunningApplication.ADMIN_PASSWORD);
    }

    private static JsonNode latest() {
        return application.api().get("/api/jobs/order-import/runs").get("items").get(0);
    }

    @Test
    @Order(1)
    void a_run_that_is_under_way_shows_how_far_it_is_cannot_be_started_again_and_goes_on_after_a_kill()
            throws InterruptedException {
        Await.until("Sage to hold 30 orders", LIMIT, () -> world.audit().posted() >= 30);
        long killed = latest().get("id").asLong();
        signIn("/job.xhtml?job=order-import");
        assertThat(browser.find("#run-now").isEnabled()).as("the button").isFalse();
        assertThat(browser.text("#obstacle"))
                .startsWith("It runs already, since ")
                .contains("as run " + killed);
        browser.go("/run.xhtml?id=" + killed);
        browser.await("the progress", () -> browser.has(".progress progress"));
        browser.picture("run-running");
        assertThat(browser.text(".progress")).contains("Post (step 3 of 3)").contains("to do");
        String before = browser.text(".progress");
        browser.await(
                "the page to renew itself", () -> !browser.text(".progress").equals(before));
        browser.hasNothingToComplain();

        world.sage("PUT", "/control/faults", """
            {"write": {"latency": 1000}, "latencyMillisMin": 1500, "latencyMillisMax": 1700, "seed": 9}
            """);
        application.kill();
        browser.close();
        start();
        Await.until("the run to be restarted", LIMIT, () -> latest().get("id").asLong() > killed);
        long next = latest().get("id").asLong();
        signIn("/run.xhtml?id=" + killed);
        browser.picture("run-killed");
        assertThat(browser.text("#fate"))
                .startsWith("Its process ended without notice")
                .contains("restarted it by itself");
        assertThat(browser.text("#went-on-as")).isEqualTo("It went on as run " + next + ".");
        assertThat(browser.text("[aria-labelledby='trail']"))
                .contains("Found dead and marked as failed by recovery")
                .contains("goes on as run " + next);
        assertThat(browser.find("#deed-restart").isEnabled()).isFalse();
        assertThat(browser.text("#why-restart")).startsWith("It was restarted already");
        browser.click("#went-on-as a");
        browser.awaitPath("/run.xhtml?id=" + next);
        assertThat(browser.text("#goes-on-from")).isEqualTo("It goes on from run " + killed + ".");
        assertThat(browser.text(".facts")).contains("recovery");
    }

    @Test
    @Order(2)
    void a_run_is_stopped_between_two_documents_and_restarted_from_where_it_was() throws InterruptedException {
        long stopped = latest().get("id").asLong();
        assertThat(latest().get("status").asText()).isEqualTo("STARTED");
        signIn("/run.xhtml?id=" + stopped);
        browser.click("#deed-stop");
        browser.await("the question", () -> browser.has("[data-confirm]"));
        browser.picture("run-stop");
        assertThat(browser.text(".ask")).contains("nothing is left half done");
        browser.click("[data-confirm]");
        browser.awaitPath("/run.xhtml?done=stopping");
        assertThat(browser.text("#told")).startsWith("It was asked to stop");
        browser.await("its end", () -> browser.text("#state").equals("Stopped") && browser.has("#deed-restart"));
        assertThat(world.audit().duplicates()).isZero();

        browser.go("/run.xhtml?id=" + stopped);
        assertThat(browser.text("[aria-labelledby='trail']")).contains("Asked to stop by admin");
        assertThat(browser.text("#fate")).startsWith("A person asked it to stop");
        browser.click("#deed-restart");
        browser.await("the question", () -> browser.has("[data-confirm]"));
        browser.picture("run-restart");
        assertThat(browser.text(".ask")).contains("It goes on at the step Post").contains("Nothing is repeated");
        browser.click("[data-confirm]");
        browser.awaitPath("/run.xhtml?done=restarted");
        assertThat(browser.text("#told")).startsWith("It goes on as this run");
        world.sage("PUT", "/control/faults", "{}");
        Await.until(
                "the rest to be posted",
                LIMIT,
                () -> latest().get("status").asText().equals("COMPLETED")
                        && application.api().unfinished() == 0);
        assertThat(world.audit().violations()).isEmpty();
        assertThat(world.audit().duplicates()).isZero();
    }

    @Test
    @Order(3)
    void a_job_is_run_now_after_its_preview_and_two_clicks_start_one_run() throws InterruptedException {
        signIn("/jobs.xhtml");
        browser.picture("jobs");
        browser.click("a[href='job.xhtml?job=order-import&ask=run']");
        browser.awaitPath("/job.xhtml?job=order-import&ask=run");
        assertThat(browser.text("#would"))
                .contains("No received document (order) waits for a plan.")
                .contains("Nothing planned is due to be sent.");
        browser.picture("job-run-now");
        long before = latest().get("id").asLong();
        browser.run("const b = document.querySelector('[data-confirm]'); b.click(); b.click();");
        browser.await("the run", () -> browser.path().contains("done="));
        Await.until("its end", LIMIT, () -> latest().get("status").asText().equals("COMPLETED"));
        long begun = application.api().all("/api/jobs/order-import/runs").stream()
                .filter(run -> run.get("id").asLong() > before)
                .count();
        assertThat(begun).as("runs that were begun").isEqualTo(1);
        browser.go("/job.xhtml?job=order-import");
        browser.picture("job");
        browser.narrow(800);
        browser.picture("job-narrow");
        browser.go("/run.xhtml?id=" + latest().get("id").asLong());
        browser.picture("run-narrow");
        browser.go("/jobs.xhtml");
        browser.picture("jobs-narrow");
        browser.narrow(1440);
        browser.go("/job.xhtml?job=order-import");
        assertThat(browser.all("tr[data-row]")).hasSizeGreaterThan(3);
        browser.go("/job.xhtml?job=order-import&state=FAILED");
        assertThat(browser.all("tr[data-row]")).as("the one that was killed").hasSize(1);
        assertThat(browser.has(".plot rect.held")).as("red in the plot").isTrue();
    }

    @Test
    @Order(4)
    void what_is_given_is_checked_counted_first_and_then_done_for_good() throws InterruptedException {
        signIn("/job.xhtml?job=order-backfill&ask=run");
        browser.type("#run-from", "2026-13-01");
        browser.type("#run-to", "2026-11-20");
        browser.click("#look");
        browser.await("what is wrong", () -> browser.has("#refused"));
        assertThat(browser.has("#preview")).as("nothing to press").isFalse();
        browser.type("#run-from", "2026-11-20");
        browser.click("#look");
        browser.await("the button", () -> browser.has("#preview"));
        browser.picture("job-backfill");
        browser.click("#preview");
        browser.awaitPath("/run.xhtml?done=started");
        browser.await("the end of the preview", () -> browser.has("#for-good"));
        browser.picture("run-preview");
        assertThat(browser.text("#content")).contains("Preview: ").contains("nothing was written");
        browser.click("#for-good");
        browser.awaitPath(
                "/job.xhtml?ask=run&job=order-backfill&run-from=2026-11-20&run-preview=false&run-to=2026-11-20");
        assertThat(browser.find("#do-it").getDomAttribute("value")).isEqualTo("Do it for good");
    }

    @Test
    @Order(5)
    void a_viewer_may_look_and_a_disabled_button_says_why() throws InterruptedException {
        application.api().account("looker", "viewer", "sees-everything-does-nothing");
        signIn("/job.xhtml?job=order-import&ask=run", "looker", "sees-everything-does-nothing");
        browser.picture("job-viewer");
        assertThat(browser.has("[data-confirm]")).isFalse();
        assertThat(browser.find("#run-now").isEnabled()).isFalse();
        assertThat(browser.text("#obstacle")).startsWith("Your role (viewer) may look only");
        browser.go("/settings.xhtml");
        assertThat(browser.text("h1")).isEqualTo("Settings and health");
    }

    @Test
    @Order(6)
    void settings_and_health_show_no_secret() throws InterruptedException {
        signIn("/settings.xhtml");
        browser.picture("settings");
        browser.run("document.querySelector('.set').scrollIntoView()");
        browser.picture("settings-below");
        String source = String.valueOf(browser.run("return document.documentElement.outerHTML"));
        assertThat(source).contains("*** (set)").contains("posting.lanes");
        for (String secret : List.of(CENTRA_TOKEN, STORE_PASSWORD, WEBHOOK_SECRET, RunningApplication.ADMIN_PASSWORD)) {
            assertThat(settings.values()).contains(secret);
            assertThat(source).doesNotContain(secret);
        }
        assertThat(browser.text("#health"))
                .contains("Database")
                .contains("Sage 200")
                .contains("Audit trail");
        assertThat(browser.text("section[aria-label='Sage 200']")).contains("Good");
        browser.go("/settings.xhtml?words=in-doubt-settle");
        assertThat(browser.text("table.set")).contains("PT3S").contains("file");
    }

    @Test
    @Order(7)
    void runbooks_are_found_by_words_and_lead_to_each_other() throws InterruptedException {
        signIn("/runbook.xhtml");
        browser.picture("runbooks");
        browser.type("#words", "user login status");
        browser.press(Keys.ENTER);
        browser.awaitPath("/runbook.xhtml?words=");
        browser.click("a[href='runbook.xhtml?name=record-locked']");
        browser.awaitPath("/runbook.xhtml?name=record-locked");
        browser.picture("runbook");
        assertThat(browser.text("#book h1")).isEqualTo("A record is locked");
        browser.click("#book a[href^='runbook.xhtml?name=docs/configuration']");
        browser.awaitPath("/runbook.xhtml?name=docs/configuration");
        browser.go("/runbook.xhtml?name=../../WEB-INF/web");
        assertThat(browser.text("#unknown")).startsWith("There is no runbook of this name");
    }
}
