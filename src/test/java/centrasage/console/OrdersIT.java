package centrasage.console;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.story.Api;
import centrasage.story.Await;
import centrasage.story.RunningApplication;
import centrasage.story.World;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Orders as people look for them, and what they see of one: by whatever they know of it, and no more than their role may see. */
class OrdersIT {
    private static final Map<String, String> QUIET = Map.of("schedule.order-import", "", "schedule.in-doubt", "");
    private static final String FINANCE_PASSWORD = "clearing-balances-every-night";

    private static World world;
    private static RunningApplication application;
    private static Api api;
    private static Browser browser;
    private static JsonNode posted;
    private static JsonNode centra;

    @BeforeAll
    static void after_a_day_of_trade() throws InterruptedException {
        Browser.isHere();
        world = World.begin(Path.of("target/stories/orders"), 11, LocalDate.of(2026, 11, 20), 80);
        Map<String, String> settings = world.settings();
        settings.putAll(QUIET);
        application = RunningApplication.start(world.folder(), settings).awaitReady();
        api = application.api();
        api.runToEnd("order-import", Duration.ofMinutes(3));
        Await.until(
                "the orders to be posted",
                Duration.ofMinutes(3),
                () -> api.count("POSTED") > 0 && api.unfinished() == 0);
        posted = api.get("/api/postings?state=POSTED&kind=ORDER").get("items").get(0);
        centra = payload(posted.get("source").asText());
        api.account("fiona", "finance", FINANCE_PASSWORD);
        browser = Browser.open(application.address());
    }

    private static JsonNode payload(String order) {
        try {
            return new ObjectMapper().readTree(api.text("/api/orders/" + order + "/payloads/received-1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    static void end() {
        close(browser);
        close(application);
        close(world);
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

    @BeforeEach
    void signed_out() {
        browser.go("/sign-in.xhtml");
        browser.forgetWhoIsSignedIn();
    }

    @AfterEach
    void nothing_is_refused_by_the_content_security_policy_and_no_script_fails() {
        browser.hasNothingToComplain();
    }

    private static void signIn(String name, String password, String to) throws InterruptedException {
        browser.go(to);
        browser.awaitPath("/sign-in.xhtml");
        browser.type("#name", name);
        browser.type("#password", password);
        browser.press(Keys.ENTER);
        browser.await("the page behind the sign-in", () -> browser.has("main#content"));
    }

    private static void admin(String to) throws InterruptedException {
        signIn("admin", RunningApplication.ADMIN_PASSWORD, to);
    }

    private static void finance(String to) throws InterruptedException {
        signIn("fiona", FINANCE_PASSWORD, to);
    }

    private static String order() {
        return posted.get("source").asText();
    }

    /** Whether it leads there, at once or by a list. */
    private static void finds(String words) throws InterruptedException {
        browser.type("#q", words);
        browser.press(Keys.ENTER);
        browser.await(
                "an answer to " + words,
                () -> browser.path().startsWith("/order.xhtml") || browser.has("#found") || browser.has("#nothing"));
        boolean isThere = browser.path().startsWith("/order.xhtml?number=" + order());
        boolean isListed = browser.has("#found") && browser.text("table tbody").contains(order());
        assertThat(isThere || isListed).as(words + " at " + browser.path()).isTrue();
        assertThat(browser.path()).doesNotContain("@");
        browser.go("/index.xhtml");
    }

    @Test
    void an_order_is_found_by_each_thing_that_somebody_may_know_of_it() throws InterruptedException {
        JsonNode address = centra.get("shippingAddress");
        admin("/index.xhtml");
        finds(order());
        finds(posted.get("targetNumber").asText().replaceAll("^0+", ""));
        finds(centra.get("paymentHistory").get(0).get("externalReference").asText());
        finds(centra.get("customer").get("email").asText());
        finds(centra.get("customer").get("lastName").asText() + " "
                + centra.get("customer").get("firstName").asText());
        finds("postcode: " + address.get("zipCode").asText());
    }

    @Test
    void who_may_not_see_customers_is_told_that_it_was_not_looked_for() throws InterruptedException {
        finance("/index.xhtml");
        browser.type("#q", centra.get("customer").get("email").asText());
        browser.press(Keys.ENTER);
        browser.await("the answer", () -> browser.has("#withheld"));
        browser.picture("search-withheld");
        assertThat(browser.text("#withheld")).contains("e-mail", "CX");
        assertThat(browser.has("#found")).isFalse();
    }

    @Test
    void what_centra_sent_is_shown_on_request_and_masked_by_role() throws InterruptedException {
        String path = "/order.xhtml?number=" + order() + "&show=received-1";
        String email = centra.get("customer").get("email").asText();
        finance(path);
        browser.picture("order-payload-masked");
        assertThat(browser.text(".payload pre")).contains("grandTotal").doesNotContain(email);
        signed_out();
        admin(path);
        browser.picture("order-payload");
        assertThat(browser.text(".payload pre")).contains(email);
        browser.go("/order.xhtml?number=" + order());
        assertThat(browser.has(".payload")).as("only on request").isFalse();
    }

    @Test
    void what_was_sent_to_sage_is_shown_with_its_answers() throws InterruptedException {
        admin("/order.xhtml?number=" + order() + "&show=sent-"
                + posted.get("id").asText());
        browser.run("document.querySelector('.payload details').open = true");
        browser.picture("order-sent");
        assertThat(browser.text(".payload pre")).contains("customerDocumentNo");
        assertThat(browser.text(".payload details")).contains("Posted");
    }

    @Test
    void a_held_order_says_what_would_be_posted_or_why_not_and_nothing_is_written() throws InterruptedException {
        JsonNode held =
                api.get("/api/postings?state=HELD&kind=ORDER").get("items").get(0);
        long count = api.count("HELD");
        admin("/order.xhtml?number=" + held.get("source").asText());
        browser.click("#preview");
        browser.await("what would be posted", () -> browser.has("#would"));
        browser.picture("order-preview");
        assertThat(browser.text("#reasons")).isNotBlank();
        assertThat(api.count("HELD")).isEqualTo(count);
        browser.go("/order.xhtml?number=" + order() + "&show=preview");
        assertThat(browser.text("#planned-totals")).contains("Centra total");
        browser.picture("order-preview-posted");
    }

    @Test
    void a_held_order_is_planned_again_after_its_preview_with_words_for_the_audit() throws InterruptedException {
        JsonNode held =
                api.get("/api/postings?state=HELD&kind=ORDER").get("items").get(0);
        admin("/order.xhtml?number=" + held.get("source").asText());
        browser.click("[data-retry]");
        browser.await("the question", () -> browser.has("#go"));
        browser.picture("order-plan-again");
        browser.type("#words", "The mapping was mended this morning");
        browser.click("#go");
        browser.await("what became of it", () -> browser.has("#told"));
        assertThat(browser.text("#told")).contains("planned again");
        assertThat(browser.path()).contains("done=");
    }
}
