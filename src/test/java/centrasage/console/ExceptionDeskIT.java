package centrasage.console;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.simulator.trade.Mix;
import centrasage.simulator.trade.OrderKind;
import centrasage.simulator.trade.TradeGenerator;
import centrasage.simulator.trade.TradeOrder;
import centrasage.story.Api;
import centrasage.story.Await;
import centrasage.story.RunningApplication;
import centrasage.story.World;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The desk as people work at it: an order mended, many at once, two people at the same exception. */
class ExceptionDeskIT {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Pattern PRODUCT = Pattern.compile("no product (\\S+)");
    private static final int OF_EACH = 4;

    private static World world;
    private static RunningApplication application;
    private static Api api;
    private static Browser browser;

    @BeforeAll
    static void after_orders_that_cannot_be_posted() throws InterruptedException {
        Browser.isHere();
        world = World.begin(Path.of("target/stories/desk"), 11, DAY, 0);
        world.simulators().centra().state().place(orders());
        Map<String, String> settings = world.settings();
        settings.put("schedule.order-import", "");
        settings.put("schedule.in-doubt", "");
        settings.put("sage200.lookups-refresh", "PT0.001S");
        settings.put("desk.owners", "HELD:NOT_PAID = finance");
        application = RunningApplication.start(world.folder(), settings).awaitReady();
        api = application.api();
        api.runToEnd("order-import", LIMIT);
        Await.until(
                "the orders to be planned",
                LIMIT,
                () -> api.unfinished() == 0 && !open("NOT_PAID").isEmpty());
        browser = Browser.open(application.address());
    }

    private static List<TradeOrder> orders() {
        TradeGenerator generator = new TradeGenerator(11);
        List<TradeOrder> orders = new ArrayList<>();
        for (OrderKind kind : List.of(
                OrderKind.PLAIN,
                OrderKind.UNKNOWN_SKU,
                OrderKind.UNPAID,
                OrderKind.UNMAPPED_COUNTRY,
                OrderKind.MISSING_ADDRESS)) {
            orders.addAll(generator.day(DAY, OF_EACH, Mix.only(kind), TradeGenerator.FIRST_NUMBER + orders.size()));
        }
        return orders;
    }

    private static List<JsonNode> open(String code) {
        return api.all("/api/exceptions?state=OPEN&code=" + code);
    }

    @AfterAll
    static void end() throws Exception {
        for (AutoCloseable each : new AutoCloseable[] {browser, application, world}) {
            if (each != null) {
                each.close();
            }
        }
    }

    @BeforeEach
    void signed_in() throws InterruptedException {
        browser.go("/sign-in.xhtml");
        browser.forgetWhoIsSignedIn();
        browser.go("/exceptions.xhtml");
        browser.awaitPath("/sign-in.xhtml");
        browser.type("#name", "admin");
        browser.type("#password", RunningApplication.ADMIN_PASSWORD);
        browser.press(Keys.ENTER);
        browser.awaitPath("/exceptions.xhtml");
    }

    @AfterEach
    void nothing_is_refused_by_the_content_security_policy_and_no_script_fails() {
        browser.hasNothingToComplain();
    }

    @Test
    void a_held_order_is_mended_in_sage_planned_again_and_posted() throws InterruptedException {
        JsonNode held = open("UNKNOWN_SKU").get(0);
        String number = held.get("source").asText();
        browser.go("/exceptions.xhtml?id=" + held.get("id").asLong());
        browser.picture("desk-held");
        assertThat(browser.text("#happened")).startsWith("Order " + number + " cannot be posted");
        assertThat(browser.find("#mend").getDomAttribute("href"))
                .isEqualTo(
                        "mappings.xhtml?sheet=skus&exception=" + held.get("id").asLong());
        assertThat(browser.find("#runbook").getDomAttribute("href")).isEqualTo("runbook.xhtml?name=order-held");
        assertThat(browser.text("#due")).startsWith("to be seen to by");
        for (JsonNode reason : held.get("reasons")) {
            Matcher product = PRODUCT.matcher(reason.get("what").asText());
            if (product.find()) {
                world.sage(
                        "POST", "/control/products", "[{\"code\": \"" + product.group(1) + "\", \"freeStock\": 100}]");
            }
        }
        browser.click("#plan-again");
        browser.await("the preview", () -> browser.has(".ask"));
        browser.click("#go");
        browser.await("the answer", () -> browser.text("#told").startsWith("It is being planned again"));
        Await.until(
                "the order to be posted",
                LIMIT,
                () -> api.get("/api/orders/" + number)
                        .at("/postings/0/posting/state")
                        .asText()
                        .equals("POSTED"));
        browser.go("/exceptions.xhtml?state=ALL&id=" + held.get("id").asLong());
        assertThat(browser.text(".detail")).contains("Resolved").contains("Asked to plan it again");
        assertThat(world.inSage(number)).isPresent();
    }

    @Test
    void many_are_planned_again_after_it_was_said_how_many_and_each_has_its_result() throws InterruptedException {
        List<JsonNode> before = open("NOT_PAID");
        assertThat(before)
                .hasSizeGreaterThan(1)
                .allSatisfy(each -> assertThat(each.get("owner").asText()).isEqualTo("FINANCE"));
        browser.go("/exceptions.xhtml?code=NOT_PAID");
        browser.picture("desk-causes");
        assertThat(browser.all("[data-row]")).as("one cause is one line").hasSize(1);
        assertThat(browser.text(".many")).isEqualTo(Integer.toString(before.size()));
        browser.click("#many-more summary");
        browser.click("#prepare");
        browser.awaitPath("/bulk.xhtml?id=");
        browser.picture("desk-bulk-preview");
        assertThat(browser.text("#sentence"))
                .startsWith(before.size() + " exceptions, ")
                .contains("will be planned again with mapping version 1");
        assertThat(open("NOT_PAID")).as("nothing is done yet").isEqualTo(before);
        browser.click("#act");
        browser.await("the end of it", () -> browser.text("#bulk h2").equals("Done"));
        browser.picture("desk-bulk-done");
        assertThat(browser.text("#fates")).contains("Done " + before.size());
        assertThat(browser.all("#items tbody tr"))
                .hasSize(before.size())
                .allSatisfy(row -> assertThat(row.getText()).contains("Done"));
        assertThat(open("NOT_PAID"))
                .allSatisfy(each -> assertThat(each.get("revision").asInt()).isPositive());
        browser.click("#back");
        browser.awaitPath("/exceptions.xhtml");
        browser.click("#deeds");
        browser.await("the latest", () -> browser.has("#latest"));
        assertThat(browser.text("#latest")).contains("Plan again").contains("Done");
    }

    @Test
    void those_that_are_ticked_are_given_to_a_person_and_no_others() throws InterruptedException {
        List<JsonNode> before = open("NO_ADDRESS");
        browser.go("/exceptions.xhtml?cause=" + before.get(0).get("cause").asText() + "&severity="
                + before.get(0).get("severity").asText());
        List<WebElement> boxes = browser.all("input[name=pick]");
        assertThat(boxes).hasSize(before.size());
        boxes.get(0).click();
        browser.click("#many-more summary");
        browser.click("input[name=deed][value=ASSIGN]");
        browser.type("#whom", "bob");
        browser.picture("desk-many-form");
        browser.click("#prepare");
        browser.awaitPath("/bulk.xhtml?id=");
        assertThat(browser.text("#sentence")).startsWith("1 exception, ").endsWith("will be given to bob.");
        browser.click("#act");
        browser.await("the end of it", () -> browser.text("#bulk h2").equals("Done"));
        assertThat(api.all("/api/exceptions?state=OPEN&assignedTo=bob&code=NO_ADDRESS"))
                .hasSize(1);
    }

    @Test
    void of_two_people_the_second_is_told_what_the_first_did_and_nothing_is_done() throws InterruptedException {
        JsonNode shown = open("VAT_NOT_MAPPED").get(0);
        long id = shown.get("id").asLong();
        browser.go("/exceptions.xhtml?id=" + id);
        assertThat(api.post(
                                "/api/exceptions/" + id + "/assign",
                                "{\"to\": \"bob\", \"revision\": "
                                        + shown.get("revision").asInt() + "}")
                        .statusCode())
                .isEqualTo(200);
        browser.type("#words", "Entered by hand");
        browser.click("#resolve");
        browser.await("the answer", () -> browser.has("#meanwhile"));
        browser.picture("desk-two-people");
        assertThat(browser.text("#told")).startsWith("Nothing was done, because it has changed");
        assertThat(browser.text("#meanwhile")).isEqualTo("Meanwhile admin gave it to bob.");
        assertThat(api.get("/api/exceptions/" + id).get("state").asText()).isEqualTo("OPEN");
        HttpResponse<String> late = api.post(
                "/api/exceptions/" + id + "/retry",
                "{\"revision\": " + shown.get("revision").asInt() + "}");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("admin gave it to bob").contains("Read it again");
        browser.type("#words", "Entered by hand");
        browser.click("#resolve");
        browser.await("the resolution", () -> browser.text("#told").startsWith("Resolved"));
    }

    @Test
    void a_note_is_kept_and_what_is_ignored_is_counted_no_more_until_it_is_seen_to_again() throws InterruptedException {
        JsonNode shown = open("NO_ADDRESS").get(1);
        long id = shown.get("id").asLong();
        browser.go("/exceptions.xhtml?id=" + id);
        browser.type("#note-words", "The customer calls back on Monday");
        browser.click("#write");
        browser.await("the note", () -> browser.text("#told").startsWith("Your note"));
        assertThat(browser.text(".life")).contains("Wrote a note").contains("“The customer calls back on Monday”");
        int open = Integer.parseInt(browser.text(".badge"));
        browser.run("document.getElementById('until').value = '"
                + LocalDate.now(ZoneOffset.UTC).plusDays(5) + "'");
        browser.type("#ignore-why", "We wait for the address");
        browser.click("#ignore");
        browser.await("the word of it", () -> browser.has("#ignored"));
        browser.picture("desk-ignored");
        assertThat(browser.text("#ignored")).contains("“We wait for the address”");
        assertThat(browser.text(".badge")).isEqualTo(Integer.toString(open - 1));
        assertThat(api.all("/api/exceptions?state=IGNORED"))
                .extracting(each -> each.get("id").asLong())
                .contains(id);
        browser.click("#unignore");
        browser.await("it to be open", () -> !browser.has("#ignored"));
        assertThat(browser.text(".badge")).isEqualTo(Integer.toString(open));
    }

    @Test
    void filters_stand_in_the_address_and_words_are_found() throws InterruptedException {
        browser.type("#words-in", "address");
        browser.press(Keys.ENTER);
        browser.awaitPath("/exceptions.xhtml?q=address");
        assertThat(browser.all("[data-row]")).isNotEmpty();
        browser.go("/exceptions.xhtml?overdue=true");
        assertThat(browser.text(".empty")).contains("Nothing matches this filter");
        browser.go("/exceptions.xhtml?owner=FINANCE&company=33&sort=OLDEST");
        assertThat(browser.all(".chip.on")).extracting(WebElement::getText).contains("Open", "Finance", "oldest");
        browser.narrow(800);
        try {
            browser.picture("desk-narrow");
            assertThat(browser.run(
                            "return document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                    .isEqualTo("true");
        } finally {
            browser.narrow(1440);
        }
    }
}
