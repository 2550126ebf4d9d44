package centrasage.console;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.story.Api;
import centrasage.story.Await;
import centrasage.story.RunningApplication;
import centrasage.story.World;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Stock, the audit trail and the reconciliation as people see them, on figures that the API has as well. */
class StockIT {
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final LocalDate TRADED = LocalDate.of(2026, 11, 20);

    private static final Map<String, String> QUIET =
            Map.of("schedule.order-import", "", "schedule.in-doubt", "", "schedule.stock-to-centra", "");

    private static World world;
    private static RunningApplication application;
    private static Api api;
    private static Browser browser;

    @BeforeAll
    static void after_a_day_of_trade() throws InterruptedException {
        Browser.isHere();
        world = World.begin(Path.of("target/stories/stock-console"), 7, TRADED, 12);
        world.fillTheShelves();
        Map<String, String> settings = world.settings();
        settings.putAll(QUIET);
        application = RunningApplication.start(world.folder(), settings).awaitReady();
        api = application.api();
        api.runToEnd("order-import", LIMIT);
        Await.until("the orders to be posted", LIMIT, () -> api.count("POSTED") > 0 && api.unfinished() == 0);
        api.runToEnd("stock-to-centra", LIMIT);
        browser = Browser.open(application.address());
    }

    @AfterAll
    static void end() throws Exception {
        for (AutoCloseable open : new AutoCloseable[] {browser, application, world}) {
            if (open != null) {
                open.close();
            }
        }
    }

    @BeforeEach
    void signed_in() throws InterruptedException {
        browser.narrow(1440);
        browser.forgetWhoIsSignedIn();
        browser.go("/sign-in.xhtml");
        browser.type("#name", "admin");
        browser.type("#password", RunningApplication.ADMIN_PASSWORD);
        browser.press(Keys.ENTER);
        browser.await("the page behind the sign-in", () -> browser.has("main#content"));
    }

    @AfterEach
    void nothing_is_refused_by_the_content_security_policy() {
        browser.hasNothingToComplain();
    }

    private static List<JsonNode> levels() {
        return api.all("/api/stock?limit=200");
    }

    /** The words of each cell of the first table of the page. */
    private static List<List<String>> rows() {
        return browser.all("table.listing tbody tr").stream()
                .map(row -> row.findElements(By.tagName("td")).stream()
                        .map(WebElement::getText)
                        .toList())
                .toList();
    }

    private static String figure(JsonNode value) {
        return value.isNull() || value.isMissingNode() ? "" : value.asText();
    }

    @Test
    void held_stock_is_looked_at_and_released_with_a_reason_and_the_rows_are_those_of_the_api()
            throws InterruptedException {
        assertThat(api.get("/api/stock?state=HELD").get("items"))
                .as("held at first")
                .isNotEmpty();
        browser.go("/stock.xhtml?state=HELD");
        browser.picture("stock-held");
        Map<String, JsonNode> held = new TreeMap<>();
        levels().stream()
                .filter(level -> level.get("state").asText().equals("HELD"))
                .forEach(level -> held.put(level.get("sku").asText(), level));
        assertThat(rows()).hasSize(Math.min(50, held.size())).allSatisfy(row -> {
            JsonNode level = Objects.requireNonNull(held.get(row.get(0)));
            assertThat(row.subList(1, 11).stream()
                            .map(cell -> cell.replace(",", "").replace('\u2212', '-')))
                    .containsExactly(
                            level.get("company").asText() + "/"
                                    + level.get("warehouse").asText(),
                            "Held",
                            figure(level.get("onHand")),
                            level.get("allocated")
                                    .decimalValue()
                                    .add(level.get("reserved").decimalValue())
                                    .toPlainString(),
                            figure(level.get("free")),
                            level.get("openOrders")
                                    .decimalValue()
                                    .add(level.get("inFlight").decimalValue())
                                    .toPlainString(),
                            Long.toString(level.get("buffer").asLong()
                                    + level.get("staleBuffer").asLong()),
                            figure(level.get("sellable")),
                            figure(level.get("shown")),
                            level.get("shown").isNull()
                                    ? ""
                                    : level.get("shown")
                                            .decimalValue()
                                            .subtract(level.get("free").decimalValue())
                                            .toPlainString());
        });
        browser.click(".message.locked a");
        browser.await("what it would do", () -> browser.has("#ask"));
        assertThat(browser.text(".ask"))
                .contains(
                        held.size() + (held.size() == 1 ? " SKU goes" : " SKUs go"),
                        "units",
                        "Nothing is written to Sage 200");
        browser.picture("stock-release");
        browser.type("#words", "counted by hand");
        browser.click("#go");
        browser.await("what became of it", () -> browser.has("#told"));
        assertThat(browser.text("#told")).contains("released");
        assertThat(api.get("/api/stock?state=HELD").get("items")).isEmpty();

        browser.go("/audit.xhtml?kind=DEED&person=admin&action=STOCK_RELEASED");
        assertThat(rows()).first().satisfies(row -> {
            assertThat(row.get(1)).isEqualTo("admin");
            assertThat(row.get(2)).isEqualTo("Held stock released");
            assertThat(row.get(4)).contains("counted by hand");
        });

        api.runToEnd("stock-to-centra", LIMIT);
        JsonNode shown = levels().stream()
                .filter(level -> level.get("state").asText().equals("SHOWN"))
                .findFirst()
                .orElseThrow();
        browser.go("/stock.xhtml?sku=" + shown.get("sku").asText());
        assertThat(browser.text("table.arithmetic tfoot"))
                .contains("= " + shown.get("sellable").asText());
        browser.click("#check-now");
        browser.await("what Centra says", () -> browser.has("dd.now"));
        assertThat(browser.text("dd.now")).startsWith(shown.get("sellable").asText());
        browser.picture("stock-sku");
    }

    @Test
    void the_file_of_the_stock_has_the_rows_of_the_list() {
        HttpResponse<String> file = page("/stock.xhtml?state=UNMATCHED,SHOWN,DUE,HELD&as=csv");
        List<String> lines = file.body().lines().toList();
        List<JsonNode> levels = levels();
        assertThat(lines.get(0)).startsWith("SKU,");
        assertThat(lines.subList(1, lines.size()).stream().map(line -> line.split(",", 2)[0]))
                .containsExactlyElementsOf(
                        levels.stream().map(level -> level.get("sku").asText()).toList());
    }

    /** As a person's browser asks for it, with the session. */
    private static HttpResponse<String> page(String path) {
        try {
            HttpRequest request = HttpRequest.newBuilder(application.address().resolve(path))
                    .header("Cookie", browser.cookies())
                    .build();
            return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatever_was_just_done_is_found_in_the_trail_by_person_subject_and_day_and_the_seal_holds()
            throws InterruptedException {
        api.runToEnd("audit-check", LIMIT);
        browser.go("/audit.xhtml?kind=DEED&person=admin&q=audit-check");
        assertThat(rows()).first().satisfies(row -> {
            assertThat(row.get(1)).isEqualTo("admin");
            assertThat(row.get(2)).isEqualTo("Job started");
            assertThat(row.get(3)).isEqualTo("Job audit-check");
        });
        assertThat(browser.text("#verified")).contains("nothing wrong");
        assertThat(browser.text("#head-number").replace(",", "")).matches("[1-9]\\d*");
        browser.picture("audit");
        browser.go("/audit.xhtml?person=nobody");
        assertThat(rows()).isEmpty();
        browser.go("/audit.xhtml?to=2020-01-01");
        assertThat(rows()).as("nothing was done then").isEmpty();
        String posted = api.get("/api/postings?kind=ORDER&state=POSTED")
                .at("/items/0/source")
                .asText();
        browser.go("/audit.xhtml?kind=PROGRAM&q=" + posted);
        assertThat(rows()).isNotEmpty().allSatisfy(row -> assertThat(row.get(3)).contains(posted));
        browser.click("#verify");
        browser.await("the job", () -> browser.has("#told"));
        List<String> first = new ArrayList<>();
        browser.go("/audit.xhtml");
        rows().forEach(row -> first.add(String.join("|", row)));
        if (browser.has("a[rel=next]")) {
            browser.click("a[rel=next]");
            browser.awaitPath("/audit.xhtml?below=");
            assertThat(rows().stream().map(row -> String.join("|", row))).isNotEmpty();
        }
    }

    @Test
    void a_day_is_green_and_is_red_once_an_order_was_changed_in_sage() throws InterruptedException {
        String order = api.get("/api/postings?kind=ORDER&state=POSTED")
                .at("/items/0/source")
                .asText();
        compare();
        List<String> before = numbers();
        assertThat(before).as("what does not agree").doesNotContain(order);
        browser.picture("reconciliation-before");
        String path = "/control/orders/" + world.inSage(order).orElseThrow() + "/edit";
        world.sage("POST", path, "{\"line\": 1, \"setLine\": {\"selling_unit_price\": 1.23}}");
        compare();
        assertThat(browser.has("#red")).isTrue();
        assertThat(numbers()).contains(order).containsAll(before);
        assertThat(browser.all("#facing tr.unequal")).isNotEmpty();
        browser.picture("reconciliation-red");
        for (String page :
                List.of("stock.xhtml", "catalogue.xhtml", "audit.xhtml", "reconciliation.xhtml", "worklist.xhtml")) {
            browser.narrow(800);
            browser.go("/" + page);
            assertThat(browser.run("return document.documentElement.scrollWidth <= window.innerWidth"))
                    .as(page + " at 800 pixels")
                    .isEqualTo("true");
        }
    }

    private static List<String> numbers() {
        return rows().stream().map(row -> row.get(1)).toList();
    }

    /** Through the page: the question, the deed, and what is kept then. */
    private static void compare() throws InterruptedException {
        String day = "/reconciliation.xhtml?day=" + TRADED;
        browser.go(day);
        String compared = browser.all("section h2#sides ~ .quiet time").stream()
                .map(time -> String.valueOf(time.getDomAttribute("title")))
                .findFirst()
                .orElse("");
        browser.click("#compare-now");
        browser.await("the question", () -> browser.has("#go"));
        browser.click("#go");
        browser.await("the run", () -> browser.has("#told"));
        browser.await("the day to be compared", () -> {
            browser.go(day);
            return browser.all("section h2#sides ~ .quiet time").stream()
                    .anyMatch(time -> !compared.equals(String.valueOf(time.getDomAttribute("title"))));
        });
    }

    @Test
    void each_worklist_is_there_with_its_file() {
        for (String list : Stream.of(
                        "despatched-not-invoiced",
                        "pending-not-posted",
                        "open-items",
                        "other-days",
                        "returns-awaiting-booking-in")
                .toList()) {
            browser.go("/worklist.xhtml?list=" + list);
            assertThat(browser.has(".chip.on")).as(list).isTrue();
            assertThat(page("/worklist.xhtml?as=csv&list=" + list).body()).startsWith("Centra number,");
        }
        browser.go("/worklist.xhtml?list=invoiced-not-captured&now=yes&day=" + TRADED);
        assertThat(browser.has("#unanswered")).isFalse();
    }
}
