package centrasage.console;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.story.Api;
import centrasage.story.Await;
import centrasage.story.RunningApplication;
import centrasage.story.World;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The console as people see it: in a browser, after a small day's trade, with the figures that the store has. */
class ConsoleIT {
    private static final Map<String, String> QUIET = Map.of("schedule.order-import", "", "schedule.in-doubt", "");

    private static World world;
    private static RunningApplication application;
    private static Api api;
    private static Browser browser;

    @BeforeAll
    static void after_a_day_of_trade() throws InterruptedException {
        Browser.isHere();
        world = World.begin(Path.of("target/stories/console"), 7, LocalDate.of(2026, 11, 20), 120);
        Map<String, String> settings = world.settings();
        settings.putAll(QUIET);
        application = RunningApplication.start(world.folder(), settings).awaitReady();
        api = application.api();
        api.run("order-import");
        Await.until(
                "the orders to be posted",
                Duration.ofMinutes(3),
                () -> api.count("POSTED") > 0 && api.unfinished() == 0 && !isRunning());
        browser = Browser.open(application.address());
    }

    private static boolean isRunning() {
        JsonNode runs = api.get("/api/jobs/order-import/runs").get("items");
        return !runs.get(0).get("status").asText().equals("COMPLETED");
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
        browser.run("sessionStorage.clear()");
        browser.forgetWhoIsSignedIn();
    }

    @AfterEach
    void nothing_is_refused_by_the_content_security_policy_and_no_script_fails() {
        browser.hasNothingToComplain();
    }

    private static void signIn(String to) throws InterruptedException {
        browser.go(to);
        browser.awaitPath("/sign-in.xhtml");
        sign(RunningApplication.ADMIN_PASSWORD);
        browser.await("the page behind the sign-in", () -> browser.has("main#content"));
    }

    private static void sign(String password) {
        browser.type("#name", "admin");
        browser.type("#password", password);
        browser.press(Keys.ENTER);
    }

    @Test
    void a_wrong_password_is_told_and_the_right_one_leads_to_where_one_wanted_to_go() throws InterruptedException {
        browser.go("/exceptions.xhtml?state=OPEN");
        browser.awaitPath("/sign-in.xhtml");
        sign("not the password");
        browser.await("the message", () -> browser.has("#wrong"));
        assertThat(browser.text("#wrong"))
                .startsWith("The name or the password is not right.")
                .contains("administrator");
        sign(RunningApplication.ADMIN_PASSWORD);
        browser.awaitPath("/exceptions.xhtml?state=OPEN");
        browser.click("[id='leave:out']");
        browser.awaitPath("/sign-in.xhtml?out=true");
        browser.go("/index.xhtml");
        browser.awaitPath("/sign-in.xhtml");
    }

    @Test
    void signing_in_never_leads_away_from_the_console() throws InterruptedException {
        browser.go("/sign-in.xhtml?to=" + "//evil.example/");
        sign(RunningApplication.ADMIN_PASSWORD);
        browser.awaitPath("/index.xhtml");
    }

    @Test
    void today_shows_the_figures_of_the_store() throws InterruptedException {
        signIn("/index.xhtml");
        browser.picture("today");
        JsonNode status = api.get("/api/status");
        Map<String, String> expected = new TreeMap<>();
        Map<String, Long> counts = new TreeMap<>();
        for (JsonNode row : status.get("postings")) {
            String state = row.get("state").asText();
            counts.merge(state, row.get("count").asLong(), Long::sum);
            expected.put(
                    state + "&currency=" + row.get("sum").get("currency").asText(),
                    row.get("sum").get("amount").asText());
        }
        assertThat(counts).containsKeys("POSTED", "HELD");
        counts.forEach((state, count) -> assertThat(figure("#today .figures a[href$='state=" + state + "']"))
                .isEqualByComparingTo(BigDecimal.valueOf(count)));
        expected.forEach((link, sum) -> assertThat(figure("#today .figures a[href$='state=" + link + "']"))
                .isEqualByComparingTo(sum));
        assertThat(browser.text("[id$='open']"))
                .isEqualTo(status.get("exceptions").get("open").asText() + " exceptions");
        for (JsonNode risk : status.get("exceptions").get("atRisk")) {
            String link = "#today a[href*='exceptions'][href$='currency="
                    + risk.get("currency").asText() + "']";
            assertThat(figure(link)).isEqualByComparingTo(risk.get("amount").asText());
        }
        assertThat(browser.text("#answer"))
                .isEqualTo("All but " + counts.get("HELD") + " orders posted up to "
                        + browser.text("#answer").replaceAll(".* ", ""));
    }

    /** The digits of a figure, without its currency. */
    private static BigDecimal figure(String css) {
        return new BigDecimal(browser.text(css).replaceAll("[^0-9.]", ""));
    }

    @Test
    void every_figure_leads_to_the_rows_that_make_it_up_and_from_there_to_the_life_of_an_order()
            throws InterruptedException {
        signIn("/index.xhtml");
        WebElement link = browser.find("#today .figures a[href*='state=HELD&currency=']");
        BigDecimal sum = new BigDecimal(link.getText().replace(",", ""));
        link.click();
        browser.awaitPath("/postings.xhtml?state=HELD&currency=");
        assertThat(browser.all("tr[data-row]").stream()
                        .map(row -> row.findElement(By.cssSelector(".amount")).getText())
                        .map(amount -> new BigDecimal(amount.replaceAll("[^0-9.]", "")))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(sum)
                .isEqualByComparingTo(figure("#summary .amount"));

        String number = browser.text("tbody tr .number a");
        browser.click("tbody tr .number a");
        browser.awaitPath("/order.xhtml?number=" + number);
        assertThat(browser.text("h1")).isEqualTo("Order " + number);
        assertThat(browser.all(".life > li strong"))
                .extracting(WebElement::getText)
                .startsWith("Received from Centra")
                .endsWith("Held: cannot be posted");
        assertThat(browser.text(".side")).contains("Waits for a person").contains("cannot be posted");
        assertThat(browser.text(".next a")).isEqualTo("Held");
    }

    @Test
    void a_despatch_that_is_locked_is_seen_on_today_in_the_list_and_on_its_orders_page() throws InterruptedException {
        String order = world.unshipped(api);
        world.sage(
                "POST",
                "/control/locks",
                "{\"order\": " + world.inSage(order).orElseThrow() + ", \"user\": \"A. Jones\"}");
        world.centra(
                "POST",
                "/control/shipments",
                "{\"order\": " + order + ", \"tracking\": \"JD0001\", \"carrier\": \"DHL\"}");
        api.run("dispatch-to-sage");
        Await.until("the lock", Duration.ofMinutes(1), () -> api.despatches("LOCKED") == 1);
        signIn("/index.xhtml");
        browser.picture("today-locked");
        assertThat(browser.text("#locked")).startsWith("1 despatch locked").contains("A. Jones");
        assertThat(browser.text("#not-done")).isEqualTo("Not done yet: 1 despatch");
        browser.click("#locked a");
        browser.awaitPath("/postings.xhtml?state=LOCKED&what=DESPATCHES");
        browser.picture("despatches");
        assertThat(browser.text("#summary strong")).isEqualTo("1 despatch");
        assertThat(browser.text("tr[data-row] td")).isEqualTo("Shipment " + order + "-1");
        browser.click("tr[data-row] .number a");
        browser.awaitPath("/order.xhtml?number=" + order);
        browser.picture("order-locked");
        assertThat(browser.text(".title")).contains("Shipment " + order + "-1").contains("Locked");
        assertThat(browser.text(".next"))
                .startsWith("Next: Shipment " + order + "-1: Locked in Sage 200 by A. Jones")
                .doesNotContain("Nothing more");
        assertThat(browser.text(".cards")).contains("DHL").contains("JD0001");

        world.sage("DELETE", "/control/locks", "");
        Await.until("the despatch", Duration.ofMinutes(1), () -> api.despatches("POSTED") == 1);
        browser.go("/order.xhtml?number=" + order + "-1");
        assertThat(browser.text(".cards")).contains("Sage 200 despatch");
        assertThat(browser.text(".next")).contains("the invoice follows in Sage 200");

        world.sage("POST", "/control/invoices/all", "{\"share\": 100, \"post\": true}");
        assertThat(api.runToEnd("payment-import", Duration.ofMinutes(2))
                        .path("status")
                        .asText())
                .isEqualTo("COMPLETED");
        browser.go("/order.xhtml?number=" + order);
        browser.run("document.querySelector('.account').scrollIntoView()");
        browser.picture("order-account");
        assertThat(browser.text(".account tbody")).contains("Invoice");
        assertThat(browser.text(".account tfoot")).matches("(?s)(Nothing is open|Open, owed by the customer).*");
        assertThat(browser.text(".next")).startsWith("Next: Nothing more of the parcel that has left: it is invoiced");
    }

    @Test
    void a_sage_number_is_searched_by_keyboard_alone() throws InterruptedException {
        JsonNode posted = api.get("/api/postings?state=POSTED").get("items").get(0);
        String order = posted.get("source").asText();
        signIn("/index.xhtml");
        browser.tabTo("q");
        browser.press(posted.get("targetNumber").asText().replaceAll("^0+", ""), Keys.ENTER);
        browser.awaitPath("/order.xhtml?number=" + order);
        assertThat(browser.all(".life > li strong"))
                .extracting(WebElement::getText)
                .containsSubsequence(
                        "Received from Centra", "Planned: may be posted", "Sent to Sage 200, attempt 1", "Posted");
        assertThat(browser.text("tfoot .zero")).startsWith("0.00");
        browser.press("/");
        assertThat(browser.focused()).isEqualTo("q");
        browser.press("no such number", Keys.ENTER);
        browser.awaitPath("/search.xhtml");
        assertThat(browser.text("#nothing")).isEqualTo("Nothing here carries “no such number”");
    }

    @Test
    void keys_lead_everywhere_and_are_listed_and_r_never_does_more_than_ask() throws InterruptedException {
        signIn("/index.xhtml");
        browser.press("?");
        browser.await("the list of keys", () -> browser.has("dialog[open]"));
        assertThat(browser.text("#keys")).contains("Go to Exceptions").contains("Plan again");
        browser.picture("today-keys");
        browser.press(Keys.ESCAPE);
        browser.await("the list to close", () -> !browser.has("dialog[open]"));
        browser.press("go");
        browser.awaitPath("/postings.xhtml");
        browser.press("ge");
        browser.awaitPath("/exceptions.xhtml");
        int runs = api.get("/api/jobs/order-import/runs").get("items").size();
        browser.press("r");
        browser.await("what planning again does", () -> browser.has(".ask"));
        browser.picture("exception-plan-again");
        browser.press("r");
        assertThat(browser.focused()).isEqualTo("go");
        assertThat(api.get("/api/jobs/order-import/runs").get("items")).hasSize(runs);
        browser.press("gt");
        browser.awaitPath("/index.xhtml");
    }

    @Test
    void reasons_are_readable_on_a_narrow_screen() throws InterruptedException {
        signIn("/postings.xhtml?state=HELD");
        browser.narrow(768);
        try {
            browser.picture("orders-narrow");
            assertThat(browser.find("tr.below td").isDisplayed()).isTrue();
            assertThat(browser.text("tr.below td")).isNotBlank();
            assertThat(browser.run("const wide = document.querySelector('.wide');"
                            + " return wide.scrollWidth <= wide.clientWidth"))
                    .isEqualTo("true");
        } finally {
            browser.narrow(1440);
        }
    }

    @Test
    void an_exception_is_resolved_with_words_and_given_to_a_person() throws InterruptedException {
        signIn("/exceptions.xhtml");
        browser.picture("exception");
        long open = api.get("/api/status").get("exceptions").get("open").asLong();
        browser.click("#mine");
        browser.await("the note", () -> browser.has("#told"));
        assertThat(browser.text(".detail")).contains("with admin");
        browser.type("#words", "Entered by hand in Sage 200 as 4711");
        browser.click("#resolve");
        browser.await("the resolution", () -> browser.text("#told").startsWith("Resolved"));
        assertThat(browser.text(".detail"))
                .contains("admin: Entered by hand in Sage 200 as 4711")
                .contains("Resolved its exception");
        assertThat(browser.has("#resolve")).isFalse();
        assertThat(browser.text("#given-up")).contains("is given up: it is not sent to Sage 200");
        assertThat(browser.has("#plan-again")).as("taking it up again").isTrue();
        assertThat(browser.text(".badge")).isEqualTo(Long.toString(open - 1));
        assertThat(api.get("/api/status").get("exceptions").get("open").asLong())
                .isEqualTo(open - 1);
    }

    @Test
    void what_somebody_else_resolved_meanwhile_is_shown_as_it_is() throws InterruptedException {
        signIn("/exceptions.xhtml?severity=MEDIUM");
        String id = browser.find("input[name=id]").getDomAttribute("value");
        assertThat(api.post("/api/exceptions/" + id + "/resolve", "{\"note\": \"done by phone\"}")
                        .statusCode())
                .isEqualTo(200);
        browser.type("#words", "too late");
        browser.click("#resolve");
        browser.await("the page as it is now", () -> browser.text(".detail").contains("done by phone"));
        assertThat(browser.text(".detail")).doesNotContain("too late");
    }

    @Test
    void planning_again_says_what_it_does_before_it_does_it() throws InterruptedException {
        signIn("/exceptions.xhtml");
        int runs = api.get("/api/jobs/order-import/runs").get("items").size();
        browser.click("#plan-again");
        browser.await("the preview", () -> browser.has(".ask"));
        assertThat(browser.text(".ask")).contains("one sales order of").contains("company 33");
        assertThat(api.get("/api/jobs/order-import/runs").get("items")).hasSize(runs);
        browser.click("#go");
        browser.await("the answer", () -> browser.text("#told").startsWith("It is being planned again"));
        Await.until(
                "the run",
                Duration.ofSeconds(60),
                () -> api.get("/api/jobs/order-import/runs").get("items").size() > runs && !isRunning());
        assertThat(browser.text(".detail")).contains("Asked to plan it again");
    }

    @Test
    void today_renews_itself_and_leaves_the_focus_where_it_was() throws InterruptedException {
        signIn("/index.xhtml");
        browser.run(
                "document.getElementById('answer').dataset.old = 'true'; document.getElementById('missing').focus()");
        browser.await("the page to renew itself", () -> !browser.has("#answer[data-old]"));
        browser.await("the focus", () -> browser.focused().equals("missing"));
        browser.click("#pause");
        assertThat(browser.text("#pause")).isEqualTo("Go on");
        assertThat(browser.run("return PrimeFaces.widgets.refresh.active")).isEqualTo("false");
    }

    @Test
    void pages_tell_the_browser_what_they_never_do_and_take_no_form_from_elsewhere() throws Exception {
        URI page = application.address().resolve("/sign-in.xhtml");
        HttpClient http = HttpClient.newHttpClient();
        HttpHeaders headers = http.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.discarding())
                .headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'self'; style-src 'self'; object-src 'none'; base-uri 'self';"
                        + " form-action 'self'; frame-ancestors 'none'; script-src 'self' 'nonce-")
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(headers.firstValue("Cache-Control")).contains("no-store");
        assertThat(status(http, form(page).header("Sec-Fetch-Site", "cross-site")))
                .isEqualTo(403);
        assertThat(status(http, form(page).header("Origin", "http://evil.example")))
                .isEqualTo(403);
        assertThat(status(http, form(page))).as("a form from nowhere").isEqualTo(403);
        assertThat(status(http, form(page).header("Origin", "http://" + page.getAuthority())))
                .isEqualTo(200);
    }

    private static HttpRequest.Builder form(URI page) {
        return HttpRequest.newBuilder(page).POST(HttpRequest.BodyPublishers.ofString("sign=sign"));
    }

    private static int status(HttpClient http, HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void a_page_that_does_not_exist_is_told_in_plain_words() throws InterruptedException {
        signIn("/index.xhtml");
        browser.hasNothingToComplain();
        browser.go("/nowhere.xhtml");
        assertThat(browser.text("h1")).isEqualTo("There is no such page");
        browser.go("/order.xhtml?number=987654321");
        assertThat(browser.text("h1")).isEqualTo("Order 987654321 is not known here");
        browser.forgetComplaints();
    }
}
