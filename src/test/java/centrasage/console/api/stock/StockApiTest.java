package centrasage.console.api.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centrasage.centra.client.CentraStock;
import centrasage.centra.client.wire.CentraGraphQl;
import centrasage.centra.client.wire.CentraSettings;
import centrasage.console.api.json.Items;
import centrasage.console.api.problem.Refusal;
import centrasage.console.api.stock.StockApi.StockSummary;
import centrasage.sage200.StockLevel;
import centrasage.stock.level.LevelState;
import centrasage.stock.level.Levels;
import centrasage.stock.level.StockBook;
import centrasage.stock.level.StockBook.Freshness;
import centrasage.stock.level.StockBook.Summary;
import centrasage.stock.level.StockLevels;
import centrasage.stock.level.StockLevels.Reading;
import centrasage.stock.level.StockSizes;
import centrasage.stock.publish.Counterparts;
import centrasage.stock.publish.ShownNow;
import centrasage.stock.shelf.Shelf;
import centrasage.sync.posting.StoreContract;
import centrasage.sync.store.JpaWorld;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stock as people's scripts and spreadsheets get it. */
class StockApiTest {
    private static final Shelf SHELF = new Shelf("33", "Main", 1, "WEB", 7, 0);
    private static final Instant CHANGED = Instant.parse("2026-11-23T07:59:00Z");
    private static final String HEADER =
            "company,warehouse,sku,product,state,on_hand,unconfirmed,allocated,reserved,free,"
                    + "open_orders,in_flight,buffer,buffer_rule,stale_buffer,sellable,shown,shown_at,shown_now,published_at,changed_at,due_since,version,published,tries,"
                    + "difference";

    private final JpaWorld world = new JpaWorld(StoreContract.SETTLE);
    private final StockLevels levels = world.transactions().bean(StockLevels.class, world.entities(), world.time());
    private final CentraGraphQl centra = new CentraGraphQl(
            new CentraSettings(URI.create("http://127.0.0.1:1"), "none", Duration.ofMillis(1), Duration.ofMillis(1)),
            Clock.systemUTC(),
            length -> {});
    private final CentraStock centraStock = new CentraStock(centra);
    private final StockApi api = new StockApi(
            world.transactions().bean(StockBook.class, world.entities(), world.time(), world.audit()),
            new ShownNow(
                    centraStock,
                    new Counterparts(
                            centraStock, world.transactions().bean(StockSizes.class, world.entities(), world.time()))),
            centra);

    private void holds(long holding, String product, String sku, String free) {
        BigDecimal units = new BigDecimal(free);
        StockLevel level = new StockLevel(
                holding,
                holding,
                7,
                units,
                new BigDecimal("0.50000"),
                new BigDecimal("100.00000"),
                BigDecimal.ZERO,
                units,
                CHANGED);
        levels.read(SHELF, List.of(new Reading(level, product, sku)), levels.readingBegins());
    }

    private List<String> csv(String sku, String state) {
        return ((String) api.csv(sku, state, "false").getEntity()).lines().toList();
    }

    @Test
    void the_csv_has_one_line_for_each_sku_below_its_header() {
        holds(1, "SHIRT", "SHIRT", "12.00000");
        Response file = api.csv(null, null, "false");
        assertThat(file.getHeaderString(HttpHeaders.CONTENT_DISPOSITION))
                .isEqualTo("attachment; filename=\"stock.csv\"");
        assertThat(file.getEntity())
                .isEqualTo(
                        HEADER + "\r\n" + "33,Main,SHIRT,SHIRT,DUE,12,0.5,100,0,12,0,0,0,,0,,,,,,2026-11-23T07:59:00Z,"
                                + "2026-11-23T07:59:00Z,1,0,0,Centra is looked at and told with the next run\r\n");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "=SUM(A1)    | '=SUM(A1)",
                "+cmd        | '+cmd",
                "-1+1        | '-1+1",
                "@SUM(A1)    | '@SUM(A1)",
                "A,B         | \"A,B\"",
                "A\"B        | \"A\"\"B\"",
                "=A,\"B      | \"'=A,\"\"B\"",
                "A-B=C       | A-B=C",
            })
    void what_a_spreadsheet_would_take_for_a_formula_is_text(String code, String cell) {
        holds(1, code, code, "-3");
        assertThat(csv("", "").get(1))
                .startsWith("33,Main," + cell + "," + cell + ",DUE,")
                .contains(",-3,");
    }

    @Test
    void a_formula_that_goes_on_in_the_next_line_is_text_too() {
        holds(1, "=1+\n1", "SHIRT", "3");
        assertThat((String) api.csv(null, null, "false").getEntity()).contains("\"'=1+\n1\"");
    }

    @Test
    void the_csv_has_all_pages_and_can_be_of_one_sku_or_state() {
        for (int each = 1; each <= 1_203; each++) {
            holds(each, "P-" + each, "SKU-" + each, "1");
        }
        assertThat(csv("", "")).hasSize(1 + 1_203).doesNotHaveDuplicates();
        assertThat(csv("SKU-7", "")).hasSize(2);
        assertThat(csv("", "HELD")).containsExactly(HEADER);
        assertThatThrownBy(() -> csv("", "GONE")).isInstanceOf(Refusal.class);
    }

    @Test
    void the_json_has_quantities_without_zeros_behind_and_comes_page_by_page() {
        holds(1, "P-1", "SKU-1", "2.50000");
        holds(2, "P-2", "SKU-2", "100");
        holds(3, "P-3", "SKU-3", "-3.00000");
        Items<StockJson> first = api.stock(null, "DUE", null, "2", "false", uri());
        assertThat(first.items()).extracting(row -> row.free().toString()).containsExactly("2.5", "100");
        assertThat(first.next())
                .isEqualTo("/api/stock?state=DUE&after=" + first.items().get(1).id());
        Items<StockJson> last =
                api.stock(null, "DUE", Long.toString(first.items().get(1).id()), "2", "false", uri());
        assertThat(last.items()).extracting(row -> row.free().toString()).containsExactly("-3");
        assertThat(last.next()).isNull();
        assertThat(api.stock("SKU-2", null, null, "2", "false", uri()).items())
                .extracting(StockJson::sku)
                .containsExactly("SKU-2");
    }

    @Test
    void the_json_says_what_centra_shows_and_why_it_is_something_else() {
        StockJson row = StockJson.of(
                Levels.shown()
                        .held("12.00000", "0")
                        .taken("1.00000", 2, 3)
                        .shows(6)
                        .level(),
                5);
        assertThat(row.shownNow()).isEqualTo(5);
        assertThat(row.shown()).isEqualTo(6);
        assertThat(row.openOrders()).hasToString("1");
        assertThat(row.difference())
                .isEqualTo("1 ordered in Sage 200 and not allocated; 2 ordered in Centra and not in Sage 200 yet;"
                        + " 3 kept as a buffer");
        assertThat(StockJson.of(Levels.shown().neverTold().level(), null).shown())
                .isNull();
    }

    @Test
    void while_centra_cannot_be_asked_what_it_shows_now_the_answer_says_so() {
        holds(1, "P-1", "SKU-1", "1");
        assertThatThrownBy(() -> api.stock(null, null, null, "2", "true", uri()))
                .isInstanceOfSatisfying(Refusal.class, refused -> {
                    assertThat(refused.problem().status()).isEqualTo(503);
                    assertThat(refused.problem().detail()).startsWith("Centra cannot be asked what it shows now: ");
                });
        assertThatThrownBy(() -> api.csv(null, null, "yes")).isInstanceOf(Refusal.class);
    }

    @Test
    void centra_is_not_asked_for_each_of_thousands() {
        for (int each = 1; each <= 2_001; each++) {
            holds(each, "P-" + each, "SKU-" + each, "1");
        }
        assertThatThrownBy(() -> api.csv("", "DUE", "true"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refused -> assertThat(refused.problem().status()).isEqualTo(400));
    }

    private static UriInfo uri() {
        return (UriInfo) Proxy.newProxyInstance(
                UriInfo.class.getClassLoader(),
                new Class<?>[] {UriInfo.class},
                (proxy, method, arguments) -> UriBuilder.fromUri("http://localhost/api/stock?state=DUE"));
    }

    @Test
    void the_summary_counts_skus_by_state() {
        holds(1, "P-1", "SKU-1", "1");
        holds(2, "P-2", "SKU-2", "1");
        hold();
        holds(3, "P-3", "SKU-3", "1");
        StockSummary summary = api.summary();
        assertThat(summary.warehouses())
                .containsExactly(
                        new Summary("33", "Main", LevelState.DUE, 1), new Summary("33", "Main", LevelState.HELD, 2));
        assertThat(summary.freshness()).isEqualTo(new Freshness(0, 0, 0));
    }

    private void hold() {
        levels.stopped(levels.due(SHELF, false, 0, 10), LevelState.HELD, level -> "a jump");
    }

    @Test
    void a_release_says_how_many_were_held_and_where_none_are_it_is_a_conflict() {
        holds(1, "P-1", "SKU-1", "1");
        hold();
        assertThat(release().released()).isOne();
        assertThatThrownBy(this::release)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refused -> assertThat(refused.problem().status()).isEqualTo(409));
        assertThat(world.audit().of("33/Main"))
                .extracting(trail -> trail.actor() + " " + trail.detail())
                .containsExactly("ann 1 SKUs: stocktake");
    }

    private StockApi.Released release() {
        String body = "{\"company\": \"33\", \"warehouse\": \"Main\", \"why\": \"stocktake\"}";
        return api.release(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), ann());
    }

    private static SecurityContext ann() {
        return (SecurityContext) Proxy.newProxyInstance(
                SecurityContext.class.getClassLoader(),
                new Class<?>[] {SecurityContext.class},
                (proxy, method, none) -> {
                    Principal ann = () -> "ann";
                    return ann;
                });
    }
}
