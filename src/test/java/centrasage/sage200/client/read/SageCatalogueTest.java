package centrasage.sage200.client.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centrasage.flow.TargetUnavailable;
import centrasage.sage200.BandPrice;
import centrasage.sage200.ItemRecord;
import centrasage.sage200.PriceBand;
import centrasage.sage200.client.RawServer;
import centrasage.sage200.client.SageClients;
import centrasage.simulator.http.Json;
import centrasage.simulator.sage200.SageSimulator;
import centrasage.simulator.sage200.data.Site;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Sage records of its stock items, and what they cost. */
class SageCatalogueTest {
    private static final String COMPANY = Integer.toString(Site.LIVE_COMPANY);

    private SageSimulator sage;
    private SageCatalogue catalogue;

    @BeforeEach
    void begin() throws IOException, InterruptedException {
        sage = SageSimulator.start(0, 7, (ObjectNode) Json.parse("{}"));
        call("POST", "/control/products", "[{'code': 'SHIRT', 'name': 'Shirt, blue', 'freeStock': 1, 'price': 19.99}]");
        catalogue = new SageClients(sage.baseUrl().toString()).catalogue();
    }

    @AfterEach
    void end() {
        sage.close();
    }

    @Test
    void an_item_is_told_with_the_code_of_its_country() throws Exception {
        change("{'barcode': '5012345678900', 'commodityCode': '6205200000', 'weight': 0.215, 'countryOfOrigin': 'PT'}");

        assertThat(item("SHIRT"))
                .isEqualTo(new ItemRecord(
                        id("SHIRT"),
                        "SHIRT",
                        "Shirt, blue",
                        "5012345678900",
                        new BigDecimal("0.2150"),
                        "6205200000",
                        "PT",
                        group(),
                        true));
    }

    @Test
    void what_sage_does_not_have_is_empty_and_a_weight_of_zero_is_none() throws Exception {
        ItemRecord bare = new ItemRecord(id("SHIRT"), "SHIRT", "Shirt, blue", "", null, "", "", group(), true);

        assertThat(item("SHIRT")).isEqualTo(bare);
        change("{'weight': 0, 'barcode': ' '}");
        assertThat(item("SHIRT")).isEqualTo(bare);
    }

    @Test
    void countries_are_told_by_their_iso_codes_where_sage_uses_those_of_vat_numbers() throws Exception {
        change("{'countryOfOrigin': 'EL'}");
        assertThat(item("SHIRT").countryOfOrigin()).isEqualTo("GR");
        change("{'countryOfOrigin': 'XI'}");
        assertThat(item("SHIRT").countryOfOrigin()).isEqualTo("GB");
    }

    @Test
    void inactive_items_are_told_as_well() throws Exception {
        assertThat(item("DEMO-OLD").isActive()).isFalse();
        assertThat(item("DEMO-INTERNAL").isActive()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {'code': null}                    | code
            {'code': ''}                      | code
            {'weight': '1 kg'}                | weight
            {'weight': -1}                    | weight
            {'weight': 0.12345}               | weight
            {'barcode': 5012345678900}        | barcode
            {'country_of_origin_id': 4711}    | country 4711 is none of Sage's country codes
            {'country_of_origin_id': 'PT'}    | country_of_origin_id
            """)
    void a_row_that_makes_no_sense_is_told_and_spoils_no_other(String set, String why) throws Exception {
        long id = id("SHIRT");
        call("PUT", "/control/tables/products", "{'where': {'id': " + id + "}, 'set': " + set + "}");

        SageCatalogue.Items page = catalogue.items(COMPANY);

        assertThat(page.unreadable()).containsOnlyKeys(id);
        assertThat(page.unreadable().get(id)).contains(why);
        assertThat(page.items())
                .extracting(ItemRecord::code)
                .contains("DEMO-TEE")
                .doesNotContain("SHIRT");
    }

    @Test
    void items_of_all_pages_are_told() throws Exception {
        int before = catalogue.items(COMPANY).items().size();
        call(
                "POST",
                "/control/tables/products",
                IntStream.range(0, 1000)
                        .mapToObj(i -> "{'code': 'P" + i + "'}")
                        .collect(Collectors.joining(",", "[", "]")));

        assertThat(catalogue.items(COMPANY).items())
                .hasSize(before + 1000)
                .extracting(ItemRecord::code)
                .contains("P999");
    }

    @Test
    void a_page_that_comes_again_and_again_ends_with_what_it_is() throws Exception {
        String page = IntStream.range(1, 1001)
                .mapToObj(i -> "{\"id\":" + i + ",\"code\":\"P" + i + "\"}")
                .collect(Collectors.joining(",", "[", "]"));
        try (RawServer raw =
                new RawServer(request -> RawServer.json(200, request.path().endsWith("/products") ? page : "[]"))) {
            SageCatalogue stuck = new SageClients(raw.url().toString()).catalogue();

            assertThatThrownBy(() -> stuck.items(COMPANY))
                    .isInstanceOf(TargetUnavailable.class)
                    .hasMessageContaining("products answers the same rows again after 1000 rows");
        }
    }

    @Test
    void price_bands_are_told_with_their_currencies() throws Exception {
        assertThat(catalogue.priceBands(COMPANY))
                .containsExactly(
                        new PriceBand(band("Standard"), "Standard", "GBP"),
                        new PriceBand(band("Web EUR"), "Web EUR", "EUR"));
    }

    @Test
    void a_band_without_a_currency_is_in_the_base_currency_and_one_of_an_unknown_currency_in_none() throws Exception {
        call("POST", "/control/tables/price_bands", "[{'name': 'Trade'}, {'name': 'Odd', 'currency_id': 4711}]");

        assertThat(catalogue.priceBands(COMPANY))
                .contains(new PriceBand(band("Trade"), "Trade", "GBP"), new PriceBand(band("Odd"), "Odd", ""));
    }

    @Test
    void prices_are_those_of_the_band_and_a_product_without_one_has_none() throws Exception {
        change("{'prices': {'Standard': 20.5, 'Web EUR': 24.50}}");

        SageCatalogue.Prices web = catalogue.prices(COMPANY, band("Web EUR"));

        assertThat(web).isEqualTo(new SageCatalogue.Prices(List.of(price("Web EUR", "24.50")), Map.of()));
        assertThat(catalogue.prices(COMPANY, band("Standard")).prices()).contains(price("Standard", "20.50"));
    }

    @Test
    void a_price_that_follows_the_standard_one_is_the_standard_one() throws Exception {
        JsonNode gbp =
                call("GET", "/currencies?$filter=symbol%20eq%20'GBP'", "").path(0);
        call(
                "POST",
                "/control/tables/price_bands",
                "[{'name': 'Trade', 'currency_id': " + gbp.get("id").asLong() + "}]");
        change("{'prices': {'Trade': 'standard'}}");

        assertThat(catalogue.prices(COMPANY, band("Trade")).prices()).containsExactly(price("Trade", "19.99"));
    }

    @Test
    void a_standard_price_that_nobody_has_set_is_zero() throws Exception {
        call("POST", "/control/products", "[{'code': 'NEW', 'freeStock': 1}]");

        assertThat(catalogue.prices(COMPANY, band("Standard")).prices())
                .contains(new BandPrice("NEW", "Standard", new BigDecimal("0.00")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            'product_code':null,'price_band_name':'Web','product_price_price':1.00    | product_code
            'product_code':'A','price_band_name':'Web','product_price_price':null     | product_price_price
            'product_code':'A','price_band_name':'Web','product_price_price':'1.00'   | product_price_price
            'product_code':'A','price_band_name':'Web','product_price_price':1.005    | product_price_price
            'product_code':'A','price_band_name':'Web','product_price_price':-1       | product_price_price
            'product_code':'A','product_price_price':1.00                             | price_band_name
            """)
    void a_price_that_makes_no_sense_is_told_and_spoils_no_other(String fields, String why) throws Exception {
        String rows = ("[{'product_price_id':8," + fields + "},{'product_price_id':9,'product_code':'B',"
                        + "'price_band_name':'Web','product_price_price':2.5}]")
                .replace('\'', '"');
        try (RawServer raw = new RawServer(request -> RawServer.json(200, rows))) {
            SageCatalogue.Prices page =
                    new SageClients(raw.url().toString()).catalogue().prices(COMPANY, 3);

            assertThat(page.prices()).containsExactly(new BandPrice("B", "Web", new BigDecimal("2.50")));
            assertThat(page.unreadable()).containsOnlyKeys(8L);
            assertThat(page.unreadable().get(8L)).contains(why);
        }
    }

    @Test
    void rows_without_ids_and_refusals_are_no_answer() throws Exception {
        try (RawServer raw = new RawServer(request -> RawServer.json(200, "[{\"code\":\"A\"}]"))) {
            SageCatalogue odd = new SageClients(raw.url().toString()).catalogue();

            assertThatThrownBy(() -> odd.items(COMPANY))
                    .isInstanceOf(TargetUnavailable.class)
                    .hasMessageContaining("stock items cannot be read");
            assertThatThrownBy(() -> odd.prices(COMPANY, 1)).isInstanceOf(TargetUnavailable.class);
            assertThatThrownBy(() -> odd.priceBands(COMPANY)).isInstanceOf(TargetUnavailable.class);
        }
        assertThatThrownBy(() -> catalogue.items("99")).isInstanceOf(TargetUnavailable.class);
    }

    private static BandPrice price(String band, String price) {
        return new BandPrice("SHIRT", band, new BigDecimal(price));
    }

    private ItemRecord item(String code) throws TargetUnavailable {
        return catalogue.items(COMPANY).items().stream()
                .filter(item -> item.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private long band(String name) throws IOException, InterruptedException {
        return id("price_bands", "name", name);
    }

    private long group() throws IOException, InterruptedException {
        return id("product_groups", "code", "STOCK");
    }

    private long id(String code) throws IOException, InterruptedException {
        return id("products", "code", code);
    }

    private long id(String table, String column, String code) throws IOException, InterruptedException {
        for (JsonNode row : call("GET", "/control/tables/" + table, "")) {
            if (row.path(column).asText().equals(code)) {
                return row.get("id").asLong();
            }
        }
        throw new AssertionError(table + " has no " + code);
    }

    private void change(String body) throws IOException, InterruptedException {
        call("PUT", "/control/products/SHIRT", body);
    }

    /** JSON written with single quotes. */
    private JsonNode call(String method, String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(sage.baseUrl().resolve(path))
                                .header("Content-Type", "application/json")
                                .header("X-Site", Site.ID)
                                .header("X-Company", COMPANY)
                                .method(method, HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')))
                                .build(),
                        BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.parse(answer.body());
    }
}
