package centrasage.console;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.simulator.openid.OpenIdProvider;
import centrasage.story.RunningApplication;
import centrasage.story.World;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Signing in at the company's provider in a real browser, which has rules of its own for forms, redirects and cookies. The
 * provider is 127.0.0.1 here and the console localhost: to the browser these are two sites, as in life.
 */
class OpenIdIT {
    private static OpenIdProvider provider;
    private static World world;
    private static RunningApplication application;
    private static Browser browser;
    private static URI console;

    @BeforeAll
    static void a_company_with_three_people() throws IOException, InterruptedException {
        Browser.isHere();
        world = World.begin(Path.of("target/stories/openid"), 7, LocalDate.of(2026, 11, 20), 1);
        Map<String, String> settings = world.settings();
        console = URI.create("http://localhost:" + settings.get("http.port"));
        String callback = console + "/connect/openid";
        provider = OpenIdProvider.start(0)
                .registered(callback)
                .person("ann", "ann@acme.example", "Acme.Finance")
                .person("bob", "bob@acme.example", "Something.Else")
                .person("eve", "admin", "Acme.Finance");
        settings.putAll(Map.of(
                "signin.oidc.issuer",
                provider.address().toString(),
                "signin.oidc.title",
                "Acme",
                "signin.oidc.client-id",
                OpenIdProvider.CLIENT,
                "signin.oidc.client-secret",
                OpenIdProvider.SECRET,
                "signin.oidc.redirect-uri",
                callback,
                "signin.oidc.role.finance",
                "Acme.Finance",
                "signin.contact",
                "Ida of IT",
                "schedule.order-import",
                ""));
        application = RunningApplication.start(world.folder(), settings).awaitReady();
        browser = Browser.open(console);
    }

    @AfterAll
    static void end() {
        for (AutoCloseable open : new AutoCloseable[] {browser, application, world, provider}) {
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

    /** From the page that was wanted to the provider, and in as this person. */
    private static void signIn(String person) throws InterruptedException {
        browser.forgetWhoIsSignedIn();
        browser.go("/exceptions.xhtml?state=ALL");
        browser.awaitPath("/sign-in.xhtml");
        browser.click("#go-company");
        browser.awaitPath("/authorize");
        browser.click("button[value='" + person + "']");
    }

    @Test
    void the_company_says_who_it_is_and_the_mapping_says_what_they_may() throws InterruptedException {
        signIn("ann");
        browser.await("the page that was wanted", () -> browser.path().equals("/exceptions.xhtml?state=ALL"));
        assertThat(browser.text("#go-password")).isEqualTo("ann@acme.example finance");
        assertThat(browser.has("#go-users")).isFalse();
        browser.go("/password.xhtml");
        assertThat(browser.text("#elsewhere")).contains("at your company's sign-in");

        browser.click("[id='leave:out']");
        browser.awaitPath("/sign-in.xhtml");
        assertThat(browser.find("#end-there").getDomAttribute("href")).startsWith(provider.address() + "/logout");
        browser.go("/index.xhtml");
        browser.awaitPath("/sign-in.xhtml");

        signIn("bob");
        told("have no role in centra-sage200. Ask Ida of IT");
        signIn("eve");
        told("belongs to another account");
        signIn("");
        told("You were not signed in there");

        provider.signByAStrangersKey();
        signIn("ann");
        told("does not prove who you are");
        provider.rotateKeys(); // without a restart
        signIn("ann");
        browser.await("the page that was wanted", () -> browser.path().startsWith("/exceptions.xhtml"));

        provider.failOnce("POST /token");
        signIn("ann");
        told("Acme does not answer now");
        provider.close();
        browser.type("#name", "admin");
        browser.type("#password", RunningApplication.ADMIN_PASSWORD);
        browser.click("#enter");
        browser.await("local sign-in works on", () -> browser.has("#go-password"));
        assertThat(browser.text("#go-password")).isEqualTo("admin administrator");

        assertThat(application.log())
                .contains("the provider's token does not hold")
                .doesNotContain(OpenIdProvider.SECRET)
                .doesNotContain("code-")
                .doesNotContain("access-")
                .doesNotContain("eyJ");
    }

    private static void told(String words) throws InterruptedException {
        browser.await("what became of it", () -> browser.has("#told"));
        assertThat(browser.text("#told")).contains(words);
        assertThat(browser.has("#enter")).as("local sign-in is offered").isTrue();
    }
}
