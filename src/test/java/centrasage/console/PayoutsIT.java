package centrasage.console;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.simulator.psp.PspSimulator;
import centrasage.story.Api;
import centrasage.story.Await;
import centrasage.story.RunningApplication;
import centrasage.story.World;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/**
 * Payouts and clearing banks as finance sees them: a payout explained from the sign-in to the last order, one that nobody can explain, and what a
 * person says of it.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PayoutsIT {
    private static final long SEED = 61;
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final String BANK = "ADYGBP";
    private static final String OLD = "25.00";

    private static final Map<String, String> SETTINGS = Map.of(
            "gift-card.vat", "multi-purpose",
            "refunds.without-return-vat", "proportional",
            "settlements.inbox-quiet", "PT0S",
            "settlements.stripe.order-columns", "payment_metadata[order]");

    private static World world;
    private static RunningApplication application;
    private static Api api;
    private static Browser browser;

    @BeforeAll
    static void providers_have_paid_out() throws Exception {
        Browser.isHere();
        world = World.begin(Path.of("target/stories/console-payouts"), SEED, LocalDate.of(2026, 11, 20), 80);
        Path inbox = world.folder().resolve("inbox");
        Map<String, String> settings = world.settings();
        settings.putAll(SETTINGS);
        settings.put("settlements.inbox", inbox.toString());
        settings.put("settlements.opening-items", fromBeforeTheCutOver().toString());
        application = RunningApplication.start(world.folder(), settings).awaitReady();
        api = application.api();
        Await.until("all orders to be posted", LIMIT, () -> api.count("POSTED") > 0 && api.unfinished() == 0);
        world.centra("POST", "/control/shipments/all", "{\"seed\": 1, \"share\": 100}");
        world.centra("POST", "/control/captures/settle", "{\"share\": 100, \"seed\": 4}");
        api.runToEnd("payment-import", LIMIT);
        Await.until("all money to be posted", LIMIT, () -> api.receiving() == 0);
        new PspSimulator(SEED, 40).settle(world.centra("GET", "/control/payments", ""), inbox);
        anotherShopsPaymentIsAmongThem(inbox);
        JsonNode run = api.runToEnd("settlement-post", LIMIT);
        assertThat(run.path("status").asText()).as(run.toString()).isEqualTo("COMPLETED");
        browser = Browser.open(application.address());
    }

    /** A receipt from before the cut-over, which no provider pays out. */
    private static Path fromBeforeTheCutOver() throws Exception {
        world.sage("PUT", "/control/tables/banks", bankHolds(balance().add(new BigDecimal(OLD))));
        return Files.write(
                world.folder().resolve("opening-items.csv"),
                List.of(
                        "order,reference,date,amount,currency,clearing_bank",
                        "9871,OLDPSP1,2026-11-19," + OLD + ",GBP," + BANK));
    }

    /** What the providers say of one sale is changed to an order that nobody knows, in the file of the first provider that has one. */
    private static void anotherShopsPaymentIsAmongThem(Path inbox) throws Exception {
        Path file = inbox.resolve("settlement_detail_report_batch_1.csv");
        List<String> lines = Files.readAllLines(file);
        String sale = lines.stream()
                .filter(line -> line.contains(",Settled,"))
                .filter(line -> line.contains(",GBP,"))
                .findFirst()
                .orElseThrow();
        List<String> head = List.of(lines.get(0).split(",", -1));
        String[] cells = sale.split(",", -1);
        for (String column : List.of("Psp Reference", "Modification Reference", "Merchant Reference")) {
            int at = head.indexOf(column);
            assertThat(at).as(column + " in " + head).isNotNegative();
            cells[at] = column.startsWith("Merchant") ? "777777" : "TERMINAL" + at;
        }
        Files.write(
                file,
                lines.stream()
                        .map(line -> line.equals(sale) ? String.join(",", cells) : line)
                        .toList());
    }

    private static String bankHolds(BigDecimal balance) {
        return "{\"where\": {\"code\": \"%s\"}, \"set\": {\"balance\": %s}}".formatted(BANK, balance.toPlainString());
    }

    private static BigDecimal balance() {
        for (JsonNode bank : world.sage("/control/tables/banks")) {
            if (bank.path("code").asText().equals(BANK)) {
                return bank.path("balance").decimalValue();
            }
        }
        throw new AssertionError("there is no bank " + BANK);
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
    void signed_out() {
        browser.narrow(1440);
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
        browser.type("#name", "admin");
        browser.type("#password", RunningApplication.ADMIN_PASSWORD);
        browser.press(Keys.ENTER);
        browser.await("the page behind the sign-in", () -> browser.has("main#content"));
    }

    private static BigDecimal figure(String text) {
        return new BigDecimal(text.replace('\u2212', '-').replaceAll("[^0-9.-]", ""));
    }

    private static List<JsonNode> differing() {
        return api.all("/api/settlements?limit=50").stream()
                .filter(each -> waiting(each) > 0)
                .toList();
    }

    private static long waiting(JsonNode settlement) {
        long lines = 0;
        for (JsonNode group :
                api.get("/api/settlements/" + settlement.path("id").asLong()).path("groups")) {
            boolean waits =
                    Set.of("OPEN", "PERSON").contains(group.path("state").asText());
            lines += waits ? group.path("lines").asLong() : 0;
        }
        return lines;
    }

    @Test
    @Order(1)
    void a_payout_is_explained_from_the_sign_in_over_the_list_down_to_an_order() throws InterruptedException {
        signIn("/payouts.xhtml?state=SETTLED&currency=GBP&sort=LARGEST");
        browser.picture("payouts");
        assertThat(browser.all("tr[data-row]")).isNotEmpty();
        browser.click("tr[data-row] .number a");
        browser.awaitPath("/payout.xhtml?id=");
        browser.picture("payout");
        List<WebElement> steps = browser.all("#arithmetic > tbody:first-of-type td");
        BigDecimal sum = steps.stream().map(step -> figure(step.getText())).reduce(BigDecimal.ZERO, BigDecimal::add);
        List<WebElement> totals = browser.all("#arithmetic .totals td");
        assertThat(sum)
                .as("the steps come to what is paid out")
                .isPositive()
                .isEqualByComparingTo(figure(totals.get(0).getText()))
                .isEqualByComparingTo(figure(totals.get(1).getText()));
        assertThat(browser.text("#verdict")).startsWith("It closes");
        assertThat(browser.text(".hash")).matches("(?s)[0-9a-f]{64}.*");
        String order = browser.find("table.listing a[href*='order.xhtml']").getText();
        browser.find("table.listing a[href*='order.xhtml']").click();
        browser.awaitPath("/order.xhtml?number=" + order);
        assertThat(browser.text("main")).contains("Paid out on");
    }

    @Test
    @Order(2)
    void a_payout_with_a_difference_is_found_by_itself_and_says_where_it_comes_from() throws InterruptedException {
        List<JsonNode> differing = differing();
        assertThat(differing).as("the fault").isNotEmpty();
        signIn("/payouts.xhtml?differing=yes");
        assertThat(browser.all("tr[data-row]")).hasSameSizeAs(differing);
        assertThat(browser.all("tr[data-row] .wrong")).isNotEmpty();
        JsonNode settlement = differing.stream()
                .filter(each -> each.path("psp").asText().equals("adyen")
                        && each.path("currency").asText().equals("GBP"))
                .findFirst()
                .orElseThrow();
        browser.go("/payout.xhtml?id=" + settlement.path("id").asLong());
        browser.picture("payout-differs");
        assertThat(browser.text("#verdict")).contains("not every line is explained");
        assertThat(browser.text(".causes")).contains("nothing of its payment or order is open in the clearing bank");
        browser.click(".causes a");
        browser.await("the line alone", () -> browser.path().contains("state=OPEN"));
        assertThat(browser.all("tr[data-row]")).hasSize(1);
        browser.click("tr[data-row] .number a");
        browser.await("the line", () -> browser.has("#the-line"));
        browser.click("#ask-suspend");
        browser.await("what it would do", () -> browser.has("#ask"));
        assertThat(browser.text("#ask")).contains("suspense account, nominal");
        browser.go(browser.path().replace("ask=suspend", "ask=explain"));
        browser.type("#note", "a sale at the terminal, entered by hand");
        browser.picture("payout-line");
        browser.click("#go-explain");
        browser.await("what became of it", () -> browser.has("#told"));
        assertThat(browser.text("#told")).startsWith("Noted");
        assertThat(browser.text(".trail")).contains("a sale at the terminal, entered by hand");
        assertThat(waiting(settlement)).isZero();
        browser.click("#ask-take-back");
        browser.type("#note", "it was not");
        browser.click("#go-take-back");
        browser.await("what became of that", () -> browser.text("#told").startsWith("Taken back"));
        assertThat(waiting(settlement)).isOne();
    }

    @Test
    @Order(3)
    void a_clearing_bank_shows_what_the_job_has_proven_and_leads_to_a_line_and_an_order() throws InterruptedException {
        signIn("/clearing.xhtml");
        browser.picture("clearing");
        Map<String, BigDecimal> expected = new TreeMap<>();
        for (JsonNode bank : api.get("/api/clearing").path("items")) {
            expected.put(
                    bank.path("bank").asText(),
                    new BigDecimal(bank.at("/open/amount").asText()));
        }
        Map<String, BigDecimal> shown = browser.all("tr[data-row]").stream()
                .collect(Collectors.toMap(
                        row -> row.findElement(By.cssSelector(".number a")).getText(),
                        row -> figure(row.findElements(By.cssSelector("td.right"))
                                .get(1)
                                .getText())));
        assertThat(shown.keySet()).isEqualTo(expected.keySet());
        expected.forEach((bank, open) -> assertThat(shown.get(bank)).as(bank).isEqualByComparingTo(open));
        browser.go("/clearing-account.xhtml?company=33&bank=" + BANK);
        browser.picture("clearing-account");
        BigDecimal sum = browser.all("#arithmetic > tbody:first-of-type td").stream()
                .map(part -> figure(part.getText()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum).isEqualByComparingTo(expected.get(BANK));
        assertThat(browser.text("#arithmetic tfoot td")).startsWith("0.00");
        browser.click("a[href*='show=LINES']");
        browser.await("the lines", () -> browser.has("table.listing a[href*='payout.xhtml'][href*='line=']"));
        browser.click("table.listing a[href*='payout.xhtml'][href*='line=']");
        browser.await("the line", () -> browser.has("#the-line"));
        assertThat(browser.text("#the-line")).contains("Settled");
        browser.go("/clearing-account.xhtml?company=33&bank=" + BANK);
        assertThat(browser.text("table.listing")).contains("9871");
        browser.go("/clearing-account.xhtml?company=33&bank=" + BANK + "&day=2000-01-01");
        assertThat(browser.text("main")).contains("not proven on that day or before");
    }

    @Test
    @Order(4)
    void what_no_line_will_settle_is_explained_and_taken_back_and_the_bank_is_asked_now() throws InterruptedException {
        world.sage("PUT", "/control/tables/banks", bankHolds(balance().subtract(new BigDecimal(OLD))));
        signIn("/clearing-account.xhtml?company=33&bank=" + BANK);
        browser.click("#check-now");
        browser.await("the answer", () -> browser.has("#told"));
        assertThat(browser.text("#arithmetic tfoot .wrong")).startsWith("\u221225.00");
        browser.go("/index.xhtml");
        browser.picture("today-clearing");
        assertThat(browser.text("section[aria-labelledby='today-clearing'] .wrong"))
                .startsWith("\u221225.00");
        browser.go("/clearing-account.xhtml?company=33&bank=" + BANK);
        entry().findElement(By.linkText("Explain…")).click();
        browser.await("the question", () -> browser.has("#ask"));
        browser.type("#note", "paid by cheque");
        browser.click("#go-explain");
        browser.await("what became of it", () -> browser.text("#told").startsWith("Noted"));
        assertThat(api.get("/api/clearing/entries?order=9871").path("items")).isEmpty();
        browser.click("#check-now");
        browser.await("the answer", () -> browser.text("#told").startsWith("Sage 200 was asked"));
        assertThat(browser.text("#arithmetic tfoot td")).startsWith("0.00");
        browser.go("/clearing-account.xhtml?company=33&bank=" + BANK + "&show=EXPLAINED");
        entry().findElement(By.linkText("Take back…")).click();
        browser.type("#note", "it was another");
        browser.click("#go-take-back");
        browser.await("what became of that", () -> browser.text("#told").startsWith("Taken back"));
        assertThat(api.get("/api/clearing/entries?order=9871").path("items")).hasSize(1);
        world.sage("PUT", "/control/tables/banks", bankHolds(balance().add(new BigDecimal(OLD))));
    }

    private static WebElement entry() {
        return browser.all("tr[data-row]").stream()
                .filter(row -> row.getText().contains("9871"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Order(5)
    void a_file_has_just_the_rows_of_the_list() throws Exception {
        signIn("/payouts.xhtml?currency=GBP");
        List<String> shown = browser.all("tr[data-row] .number a").stream()
                .map(WebElement::getText)
                .toList();
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(application.address() + "payouts.xhtml?currency=GBP&as=csv"))
                .header("Cookie", browser.cookies())
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        List<String> rows = answer.body().lines().toList();
        int at = List.of(rows.get(0).split(",", -1)).indexOf("Payout");
        assertThat(rows.stream().skip(1).map(row -> row.split(",", -1)[at]).toList())
                .isEqualTo(shown)
                .isNotEmpty();
    }

    @Test
    @Order(6)
    void pages_are_usable_on_a_tablet() throws InterruptedException {
        signIn("/payouts.xhtml");
        browser.narrow(800);
        long id = api.all("/api/settlements?limit=50").get(0).path("id").asLong();
        List<String> pages = List.of(
                "/payouts.xhtml",
                "/payout.xhtml?id=" + id,
                "/clearing.xhtml",
                "/clearing-account.xhtml?company=33&bank=" + BANK,
                "/journals.xhtml",
                "/index.xhtml");
        for (String page : pages) {
            browser.go(page);
            browser.picture("narrow" + page.replaceAll("[^a-z]+", "-"));
            assertThat(Long.parseLong(browser.run("return document.documentElement.scrollWidth - window.innerWidth")
                            .toString()))
                    .as(page + " goes beyond the window")
                    .isNotPositive();
        }
    }

    @Test
    @Order(7)
    void a_journal_is_listed_and_withdrawn_with_words() throws InterruptedException {
        assertThat(api.post(
                                "/api/journals",
                                "{\"date\": \"2026-11-20\", \"about\": \"adyen batch 1\", \"narrative\": \"fee of October\","
                                        + " \"lines\": [{\"nominal\": \"7900\", \"debit\": \"10.00\"},"
                                        + " {\"nominal\": \"7901\", \"credit\": \"10.00\"}]}")
                        .statusCode())
                .isEqualTo(201);
        signIn("/journals.xhtml?state=OPEN");
        browser.click("tr[data-row] .number a");
        browser.awaitPath("/journal.xhtml?id=");
        browser.picture("journal");
        assertThat(browser.find("#file").getDomAttribute("href")).contains("/api/journals/");
        browser.click("#ask-withdraw");
        browser.type("#note", "booked by the accountant");
        browser.click("#go-withdraw");
        browser.await("what became of it", () -> browser.has("#told"));
        assertThat(browser.text("#told")).startsWith("Withdrawn");
        assertThat(browser.text("main")).contains("booked by the accountant");
    }
}
