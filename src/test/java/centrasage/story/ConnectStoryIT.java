package centrasage.story;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.story.Person.Page;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * An administrator connects this application to Sage 200 in the console: nothing is posted before, orders are posted after, the
 * sign-in is renewed by itself, ends on day 90 all the same, and is connected again.
 */
class ConnectStoryIT {
    private static final long SEED = 11;
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final String MARK = "centrasage-connect";

    /** Every run reads everything, and Sage's look-ups are never fresh: each run has to sign in. */
    private static final Map<String, String> SETTINGS = Map.of(
            "sage200.auth", "oauth2",
            "sage200.client-id", "centra-sage200",
            "sage200.client-secret", "simulator-secret",
            "sage200.lookups-refresh", "PT0.001S",
            "centra.overlap", "PT876000H",
            "schedule.order-import", "");

    @Test
    void orders_are_posted_by_the_consent_of_an_administrator_and_wait_without_it() throws InterruptedException {
        System.out.println("seed " + SEED);
        try (World world = World.begin(Path.of("target/stories/connect"), SEED, DAY, 6)) {
            Map<String, String> settings = world.settings();
            settings.putAll(SETTINGS);
            URI sage = world.simulators().sage().baseUrl();
            String callback = "http://127.0.0.1:" + settings.get("http.port") + "/connect/sage200";
            settings.put("sage200.authorize-url", sage.resolve("/authorize").toString());
            settings.put("sage200.token-url", sage.resolve("/oauth/token").toString());
            settings.put("sage200.redirect-uri", callback);
            settings.computeIfPresent("store.url", (key, url) -> url + ";AUTO_SERVER=TRUE");
            world.sage("PUT", "/control/auth", "{\"mode\": \"bearer\", \"redirectUri\": \"" + callback + "\"}");
            try (RunningApplication application =
                    RunningApplication.start(world.folder(), settings).awaitReady()) {
                System.out.println("ready after " + application.startTime().toMillis() + " ms");
                Scene scene = new Scene(world, application, new Person(application.address()).signIn("admin"));
                scene.nothing_is_posted_before_anybody_has_connected();
                scene.whoever_is_no_administrator_sees_who_can(settings);
                scene.an_attempt_that_fails_is_told_and_changes_nothing();
                scene.an_administrator_connects_and_what_waited_is_posted();
                scene.the_tokens_are_renewed_by_themselves();
                scene.sage_ends_the_sign_in_on_day_90_and_connecting_again_repairs_it();
                scene.no_secret_is_told_anywhere();
            }
        }
    }

    /** The acts of the story, one after the other. */
    private record Scene(World world, RunningApplication application, Person admin) {

        void nothing_is_posted_before_anybody_has_connected() throws InterruptedException {
            run();
            assertThat(posted()).isZero();
            assertThat(signIn().get("warning").asText()).startsWith("Nobody has signed in to Sage 200 yet");
            assertThat(signIn().get("daysLeft").asLong()).isZero();
            assertThat(admin.open("/index.xhtml").text())
                    .contains("id=\"disconnected\"")
                    .contains("Nobody has signed in to Sage 200 yet: an administrator must press Connect to Sage");
            assertThat(admin.open("/health/ready").text())
                    .contains("\"UP\"")
                    .contains("\"sage200SignInDaysLeft\":\"0\"");
            assertThat(application.api().text("/metrics")).contains("centrasage_sage200_sign_in_days_left");
        }

        void whoever_is_no_administrator_sees_who_can(Map<String, String> settings) {
            addViewer(settings.getOrDefault("store.url", ""));
            Person vera = new Person(application.address()).signIn("vera");
            Page page = vera.open("/connect.xhtml");
            assertThat(page.text()).contains("An administrator can: admin.").doesNotContain("id=\"begin\"");
            assertThat(vera.open("/index.xhtml").text()).contains("Who can");

            Page forged = vera.submit(page, "leave", "begin", Map.of("connect", "connect"));
            assertThat(forged.refresh()).isEmpty();
            assertThat(vera.cookieRules(MARK)).isEmpty();
        }

        /** There is no page for users yet; the password is the administrator's. */
        private static void addViewer(String store) {
            try (Connection connection = DriverManager.getConnection(store, "centrasage", "centrasage");
                    Statement statement = connection.createStatement()) {
                statement.executeUpdate("INSERT INTO console_user (name, password_hash, roles, changed_at)"
                        + " SELECT 'vera', password_hash, 'viewer', changed_at FROM console_user");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        void an_attempt_that_fails_is_told_and_changes_nothing() {
            URI denied = admin.decide(leave(), "deny");
            assertThat(back(denied))
                    .contains("at Sage ID, access was denied")
                    .contains("User did not authorize the request");
            assertThat(back(denied)).as("a state is good once").contains("was used already");

            URI allowed = admin.decide(leave(), "allow");
            URI forged = URI.create(allowed.toString().replaceFirst("state=[^&]+", "state=%3Cscript%3E"));
            assertThat(back(forged)).contains("was not begun here").doesNotContain("<script>");
            admin.forget(MARK);
            assertThat(back(allowed)).contains("another browser came back");

            URI unlucky = admin.decide(leave(), "allow");
            world.sage("POST", "/control/faults/next", "{\"kind\": \"500\", \"key\": \"POST /oauth/token\"}");
            assertThat(back(unlucky)).contains("could not be had").contains("Sage ID answered 500");
            assertThat(signIn().get("connected").isNull()).isTrue();
        }

        void an_administrator_connects_and_what_waited_is_posted() throws InterruptedException {
            assertThat(connect())
                    .contains("Sage ID has let this application in")
                    .contains("<dt>By</dt><dd>admin</dd>");
            assertThat(signIn().get("daysLeft").asLong()).isEqualTo(89);
            assertThat(signIn().get("warning").isNull()).isTrue();
            postEverything();
            assertThat(posted()).isPositive().isEqualTo(world.audit().eligible());
            assertThat(admin.open("/index.xhtml").text())
                    .doesNotContain("id=\"disconnected\"")
                    .contains("Connected to Sage 200");
        }

        void the_tokens_are_renewed_by_themselves() throws InterruptedException {
            long before = tokens();
            for (int times = 1; times <= 3; times++) {
                world.sage("POST", "/control/auth/revoke", "{}");
                more();
                assertThat(tokens()).as("each refresh token is good once").isEqualTo(before + times);
            }
        }

        void sage_ends_the_sign_in_on_day_90_and_connecting_again_repairs_it() throws InterruptedException {
            world.sage("PUT", "/control/clock", "{\"advance\": \"P90D\"}");
            world.simulators().trade(DAY, 6);
            long before = posted();
            run();
            assertThat(posted()).isEqualTo(before);
            assertThat(signIn().get("warning").asText()).startsWith("Sage takes the sign-in to Sage 200 no more");
            assertThat(admin.open("/index.xhtml").text()).contains("Sage takes the sign-in to Sage 200 no more");
            assertThat(admin.open("/health/ready").text()).contains("\"UP\"");

            connect();
            postEverything();
            assertThat(posted()).isGreaterThan(before).isEqualTo(world.audit().eligible());
        }

        void no_secret_is_told_anywhere() {
            assertThat(application.log())
                    .contains("admin has connected to Sage 200")
                    .doesNotContain("access-")
                    .doesNotContain("refresh-")
                    .doesNotContain("code-")
                    .doesNotContain("state=")
                    .doesNotContain("simulator-secret");
            assertThat(admin.open("/connect.xhtml").text())
                    .contains("Went to Sage ID")
                    .contains("Not connected")
                    .doesNotContain("refresh-")
                    .doesNotContain("code-");
        }

        /** Presses Connect to Sage; the address to which the browser is sent. */
        private String leave() {
            Page page = admin.submit(admin.open("/connect.xhtml"), "connect", "begin", Map.of());
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.header("Content-Security-Policy")).contains("form-action 'self'");
            assertThat(admin.cookieRules(MARK))
                    .contains("httponly", "samesite=lax", "path=/connect/sage200", "max-age=600");
            assertThat(page.refresh()).contains("code_challenge_method=S256").doesNotContain("secret");
            return page.refresh();
        }

        /** Comes back from Sage ID and reads the page on which it ends. */
        private String back(URI address) {
            Page page = admin.openFromElsewhere(address);
            assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'none'");
            assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(page.header("Cache-Control")).isEqualTo("no-store");
            assertThat(page.text()).contains("Back from Sage ID").doesNotContain("script");
            assertThat(page.refresh()).startsWith("/connect.xhtml?told=");
            return admin.open(page.refresh()).text();
        }

        private String connect() {
            return back(admin.decide(leave(), "allow"));
        }

        private JsonNode signIn() {
            return application.api().get("/api/status").get("signIn");
        }

        private long posted() {
            return application.api().count("POSTED");
        }

        /** More orders come, and are posted. */
        private void more() throws InterruptedException {
            long before = posted();
            world.simulators().trade(DAY, 6);
            postEverything();
            assertThat(posted()).isGreaterThan(before);
        }

        private void postEverything() throws InterruptedException {
            run();
            Await.until(
                    "everything to be posted", LIMIT, () -> application.api().unfinished() == 0);
        }

        private void run() throws InterruptedException {
            int before = ended();
            application.api().run("order-import");
            Await.until("the run to end", LIMIT, () -> ended() > before);
        }

        private int ended() {
            int ended = 0;
            for (JsonNode run : application
                    .api()
                    .get("/api/jobs/order-import/runs?limit=100")
                    .get("items")) {
                ended += run.get("status").asText().matches("COMPLETED|FAILED") ? 1 : 0;
            }
            return ended;
        }

        /** How often tokens were asked for. */
        private long tokens() {
            return world.simulators().sage().requests().of("POST /oauth/token");
        }
    }
}
