package centrasage.console;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.story.Api;
import centrasage.story.Await;
import centrasage.story.RunningApplication;
import centrasage.story.World;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The mappings as people change them in a browser, where a second person must approve. */
class MappingsIT {
    private static final Map<String, String> SETTINGS =
            Map.of("schedule.order-import", "", "schedule.in-doubt", "", "mapping.four-eyes", "true");
    private static final String PASSWORD = "clearing-balances-every-night";
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Pattern NO_PRODUCT = Pattern.compile("Sage 200 has no product (\\S+)");

    private static World world;
    private static RunningApplication application;
    private static Api api;
    private static Browser browser;

    /** Sage 200 was read by the check of the mappings, and two people may change them. */
    @BeforeAll
    static void after_a_day_of_trade() throws InterruptedException {
        Browser.isHere();
        world = World.begin(Path.of("target/stories/mappings"), 7, LocalDate.of(2026, 11, 20), 120);
        Map<String, String> settings = world.settings();
        settings.putAll(SETTINGS);
        application = RunningApplication.start(world.folder(), settings).awaitReady();
        api = application.api();
        api.runToEnd("order-import", PATIENCE);
        Await.until("the orders to be posted", PATIENCE, () -> api.count("POSTED") > 0 && api.unfinished() == 0);
        api.runToEnd("mapping-check", PATIENCE);
        api.account("anna", "finance", PASSWORD);
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
    void signed_out() {
        browser.go("/sign-in.xhtml");
        browser.forgetWhoIsSignedIn();
    }

    @AfterEach
    void nothing_is_refused_by_the_content_security_policy_and_no_script_fails() {
        browser.hasNothingToComplain();
    }

    private static void signIn(String name, String password, String to) throws InterruptedException {
        browser.forgetWhoIsSignedIn();
        browser.go(to);
        browser.awaitPath("/sign-in.xhtml");
        browser.type("#name", name);
        browser.type("#password", password);
        browser.press(Keys.ENTER);
        browser.await("the page behind the sign-in", () -> browser.has("main#content"));
    }

    private static void asAnna(String to) throws InterruptedException {
        signIn("anna", PASSWORD, to);
    }

    private static void asAdmin(String to) throws InterruptedException {
        signIn("admin", RunningApplication.ADMIN_PASSWORD, to);
    }

    /** An order that is held for a product alone, and that product. */
    private record Held(String order, String sku) {}

    private static Held held() {
        return api.all("/api/exceptions?state=open").stream()
                .flatMap(exception -> held(exception).stream())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no order is held for a product that Sage does not have"));
    }

    private static Optional<Held> held(JsonNode exception) {
        JsonNode reasons = exception.get("reasons");
        if (reasons.size() != 1 || !reasons.get(0).get("code").asText().equals("UNKNOWN_SKU")) {
            return Optional.empty();
        }
        Matcher sku = NO_PRODUCT.matcher(reasons.get(0).get("what").asText());
        return sku.find() ? Optional.of(new Held(exception.get("source").asText(), sku.group(1))) : Optional.empty();
    }

    private static int inForce() {
        return api.get("/api/mappings?limit=1")
                .get("items")
                .get(0)
                .get("version")
                .asInt();
    }

    private static void type(WebElement row, String column, String words) {
        WebElement cell = row.findElement(By.name("cell-" + column));
        cell.clear();
        cell.sendKeys(words);
    }

    private static void awaitImpact() throws InterruptedException {
        browser.click("#show-impact");
        browser.await("the impact", () -> browser.has("#found"));
    }

    @Test
    void a_held_orders_mapping_is_added_its_impact_seen_approved_by_a_second_person_and_the_order_posted()
            throws InterruptedException {
        Held held = held();
        int before = inForce();
        asAnna("/mappings.xhtml?sheet=skus&q=" + held.sku() + "&new=sku:" + held.sku());
        WebElement row = browser.find("tr[data-blank]");
        assertThat(row.findElement(By.name("cell-sku")).getDomProperty("value")).isEqualTo(held.sku());
        String product = String.valueOf(
                browser.run(
                        "return [...document.querySelectorAll('#codes-product option')].map(o => o.value).find(v => /^[A-Z]{2}\\d{4}/.test(v))"));
        type(row, "product", product);
        browser.picture("mappings-sheet");
        browser.click("#review");
        browser.awaitPath("/mapping-change.xhtml");
        assertThat(browser.text("#content")).contains("1 row differs").contains(held.sku());
        awaitImpact();
        assertThat(browser.text("#found")).contains("Would be posted").contains(held.order());
        browser.picture("mappings-impact");
        browser.narrow(800);
        browser.picture("mappings-impact-800");
        browser.narrow(1440);
        browser.type("#words", "The new shirt is sold under another code");
        browser.click("#save-it");
        browser.awaitPath("/mapping-change.xhtml?proposal=");
        assertThat(browser.text("#told")).contains("Proposed");
        assertThat(browser.has("#approve")).isFalse();
        assertThat(inForce()).isEqualTo(before);
        String proposal = browser.path().replaceAll("&.*", "");

        asAdmin(proposal);
        assertThat(browser.find("#approve").isEnabled()).isTrue();
        assertThat(browser.text("#found")).contains("Would be posted");
        browser.type("#words", "Looked at the order and the product");
        browser.click("#approve");
        browser.await("the approval", () -> browser.has("#told"));
        assertThat(browser.text("#told")).contains("Approved");
        assertThat(inForce()).isEqualTo(before + 1);

        browser.go("/mapping-version.xhtml?number=" + (before + 1));
        assertThat(browser.text("#content")).contains("anna").contains("admin").contains(held.sku());
        browser.picture("mappings-version");
        browser.click("#plan-now");
        browser.await("the job to start", () -> browser.has("#told"));
        Await.until(
                "the order to be posted",
                PATIENCE,
                () -> StreamSupport.stream(
                                api.get("/api/orders/" + held.order())
                                        .get("postings")
                                        .spliterator(),
                                false)
                        .anyMatch(
                                posting -> posting.at("/posting/state").asText().equals("POSTED")));
    }

    @Test
    void a_block_of_a_spreadsheet_is_pasted_and_leaving_the_page_loses_nothing() throws InterruptedException {
        asAnna("/mappings.xhtml?sheet=carriers");
        browser.run(
                "const cell = document.querySelector('tr[data-blank] input[name=cell-company]');"
                        + "const data = new DataTransfer(); data.setData('text/plain', '33\\tDHL\\t\\tDHL Express\\n33\\tUPS\\t\\tUPS Standard');"
                        + "cell.focus(); cell.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}));");
        assertThat(browser.all("tr[data-blank]")).hasSizeGreaterThanOrEqualTo(2);
        browser.click("#keep");
        browser.await("the draft", () -> browser.has("#draft"));
        browser.go("/index.xhtml");
        browser.go("/mappings.xhtml?sheet=carriers");
        assertThat(values("courier")).contains("DHL Express", "UPS Standard");
        assertThat(browser.all("tr.new")).hasSize(2);
        browser.click("#discard");
        browser.await("the draft to be gone", () -> !browser.has("#draft"));
    }

    private static List<String> values(String column) {
        return browser.all("input[name='cell-" + column + "']").stream()
                .map(cell -> String.valueOf(cell.getDomProperty("value")))
                .toList();
    }

    @Test
    void a_wrong_file_keeps_everything_and_names_row_and_column() throws IOException, InterruptedException {
        Path file = Files.writeString(
                Files.createTempDirectory("centrasage").resolve("shipping.csv"),
                "company,shipping_option,charge\n33,*,CARRIAGE\nabc,next day,EXPRESS\n");
        asAnna("/mappings.xhtml?sheet=shipping");
        browser.find("#file").sendKeys(file.toAbsolutePath().toString());
        browser.click("#send");
        browser.await("the draft", () -> browser.has("#draft"));

        assertThat(browser.text(".faults"))
                .contains("shipping.csv, line 3, company = \"abc\"")
                .contains("expected");
        assertThat(values("shipping_option")).contains("next day");
        assertThat(browser.find("input[aria-invalid='true']").getDomProperty("value"))
                .isEqualTo("abc");
        browser.picture("mappings-wrong");
        browser.go("/mapping-change.xhtml");
        assertThat(browser.text(".faults")).contains("line 3");
        assertThat(browser.has("#save-it")).isFalse();
        browser.go("/mappings.xhtml?sheet=shipping");
        browser.click("#discard");
        browser.await("the draft to be gone", () -> !browser.has("#draft"));
    }

    @Test
    void files_that_are_sent_to_the_rest_api_wait_for_a_second_person_as_well() throws InterruptedException {
        int before = inForce();
        HttpResponse<String> answer = api.post(
                "/api/mappings?base=" + before + "&note=couriers",
                "{\"files\": {\"carriers.csv\": \"company,carrier,service,courier\\n33,DHL,,DHL Express\\n\"}}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        assertThat(answer.body()).contains("waiting").contains("mapping-change.xhtml?proposal=");
        assertThat(inForce()).isEqualTo(before);

        asAdmin("/mappings.xhtml");
        browser.click("a.proposal");
        browser.awaitPath("/mapping-change.xhtml?proposal=");
        assertThat(browser.has("#approve")).isFalse();
        browser.click("#withdraw");
        browser.await("the draft", () -> browser.has("#discard-all"));
        browser.click("#discard-all");
        browser.await("the draft to be gone", () -> browser.path().startsWith("/mappings.xhtml"));
        assertThat(browser.has("#mine")).isFalse();
    }

    @Test
    void all_sheets_are_seen_at_a_glance_with_what_orders_lack() throws InterruptedException {
        asAdmin("/mappings.xhtml");

        assertThat(browser.text("#content"))
                .contains("VAT codes")
                .contains("Customer accounts")
                .contains("Versions");
        assertThat(browser.text("[aria-labelledby='lacking']")).contains("Add the row");
        browser.picture("mappings");
        browser.narrow(800);
        browser.picture("mappings-800");
        browser.narrow(1440);
    }
}
