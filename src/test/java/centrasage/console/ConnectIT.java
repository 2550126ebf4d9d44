package centrasage.console;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.story.RunningApplication;
import centrasage.story.World;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/**
 * Connecting to Sage in a real browser, which has rules of its own for forms, redirects and cookies. Sage ID is called
 * localhost here and the console 127.0.0.1: to the browser these are two sites, as in life.
 */
class ConnectIT {
    private static World world;
    private static RunningApplication application;
    private static Browser browser;

    @BeforeAll
    static void before_anybody_has_connected() throws InterruptedException {
        Browser.isHere();
        world = World.begin(Path.of("target/stories/connect-browser"), 7, LocalDate.of(2026, 11, 20), 1);
        Map<String, String> settings = world.settings();
        URI sageId = URI.create(
                "http://localhost:" + world.simulators().sage().baseUrl().getPort());
        settings.putAll(Map.of(
                "sage200.auth", "oauth2",
                "sage200.client-id", "centra-sage200",
                "sage200.client-secret", "simulator-secret",
                "sage200.authorize-url", sageId.resolve("/authorize").toString(),
                "sage200.token-url", sageId.resolve("/oauth/token").toString(),
                "sage200.redirect-uri", "http://127.0.0.1:" + settings.get("http.port") + "/connect/sage200",
                "schedule.order-import", ""));
        world.sage("PUT", "/control/auth", "{\"mode\": \"bearer\"}");
        application = RunningApplication.start(world.folder(), settings).awaitReady();
        browser = Browser.open(application.address());
    }

    @AfterAll
    static void end() {
        for (AutoCloseable open : new AutoCloseable[] {browser, application, world}) {
            close(open);
        }
    }

    private static void close(AutoCloseable open) {
        try {
            if (open != null) {
                open.close();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void the_way_leads_from_today_over_sage_id_and_back_and_the_session_is_still_there() throws InterruptedException {
        browser.go("/index.xhtml");
        browser.awaitPath("/sign-in.xhtml");
        browser.type("#name", "admin");
        browser.type("#password", RunningApplication.ADMIN_PASSWORD);
        browser.press(Keys.ENTER);
        browser.await("the banner", () -> browser.has("#go-connect"));
        assertThat(browser.text("#disconnected")).contains("Nobody has signed in to Sage 200 yet", "Nothing is lost");
        browser.click("#go-connect");

        decide("deny");
        assertThat(browser.text("#told")).contains("at Sage ID, access was denied");
        assertThat(browser.text(".trail")).contains("User did not authorize the request");
        decide("allow");
        assertThat(browser.text("#told")).startsWith("Sage ID has let this application in");
        assertThat(browser.text("#days")).isEqualTo("89");
        browser.forgetComplaints(); // of the status on the way back when denied, and of Sage ID's missing icon
        browser.go("/index.xhtml");
        assertThat(browser.has("#disconnected")).isFalse();
        assertThat(browser.text("#connection")).isEqualTo("Connected to Sage 200");
        browser.hasNothingToComplain();
    }

    /** Presses Connect to Sage, then a button of Sage ID's. */
    private static void decide(String decision) throws InterruptedException {
        browser.await("the button", () -> browser.has("#begin"));
        browser.click("#begin");
        browser.awaitPath("/authorize");
        browser.click("button[value='" + decision + "']");
        browser.await("the end", () -> browser.path().startsWith("/connect.xhtml?told=") && browser.has("#told"));
    }
}
