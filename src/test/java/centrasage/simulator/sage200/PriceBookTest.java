package centrasage.simulator.sage200;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Price bands, prices, and the records of products. */
final class PriceBookTest extends SageTest {

    @Test
    void a_company_has_a_standard_band_and_one_for_the_web_in_euro() {
        JsonNode bands = sage.get("/price_bands").json();

        assertThat(texts(bands, "name")).containsExactly("Standard", "Web EUR");
        assertThat(bands.at("/0/is_standard_band").asBoolean()).isTrue();
        assertThat(bands.at("/0/currency_id").asLong()).isEqualTo(sage.id("currencies", "symbol", "GBP"));
        assertThat(bands.at("/1/currency_id").asLong()).isEqualTo(sage.id("currencies", "symbol", "EUR"));
        long web = bands.at("/1/id").asLong();
        assertThat(sage.get("/price_bands/" + web).json()).isEqualTo(bands.path(1));
        assertThat(sage.get("/price_bands/1").status()).isEqualTo(404);
    }

    @Test
    void every_product_has_a_standard_price_and_others_where_they_were_set() {
        change("{'prices': {'Standard': 19.99, 'Web EUR': 24.5}}");

        JsonNode prices = prices("product_code eq 'TEE-M'");
        assertThat(prices.toString())
                .contains("\"price_band_name\":\"Standard\"")
                .contains("\"product_price_price\":19.99")
                .contains("\"product_price_price\":24.50")
                .contains("\"currency_symbol\":\"EUR\"")
                .doesNotContain("use_standard\":null");
        assertThat(texts(prices, "price_band_name")).containsExactly("Standard", "Web EUR");
        assertThat(prices("product_code eq 'COAT-L'").toString()).contains("\"product_price_price\":0.00");
    }

    @Test
    void prices_are_filtered_paged_and_sorted_by_product() {
        change("{'prices': {'Web EUR': 24.5}}");
        long web = sage.id("price_bands", "name", "Web EUR");

        assertThat(texts(prices("price_band_id eq " + web), "product_code")).containsExactly("TEE-M");
        assertThat(texts(sage.get("/product_price_views").json(), "product_code"))
                .isSorted();
        JsonNode all =
                sage.list("product_price_views", "$orderby", "product_price_id").json();
        JsonNode second = sage.list("product_price_views", "$orderby", "product_price_id", "$skip", "1", "$top", "1")
                .json();
        assertThat(second).hasSize(1);
        assertThat(second.path(0)).isEqualTo(all.path(1));
    }

    @Test
    void a_price_that_follows_the_standard_one_moves_with_it() {
        long pounds = sage.id("currencies", "symbol", "GBP");
        sage.send("POST", "/control/tables/price_bands", "[{\"name\": \"Trade\", \"currency_id\": " + pounds + "}]");
        change("{'prices': {'Standard': 19.99, 'Trade': 'standard'}}");
        change("{'prices': {'Standard': 29.99}}");

        JsonNode trade =
                prices("product_code eq 'TEE-M' and price_band_name eq 'Trade'").path(0);
        assertThat(trade.path("product_price_use_standard").asBoolean()).isTrue();
        assertThat(SageCaller.amount(trade, "product_price_price")).isEqualByComparingTo("29.99");

        change("{'prices': {'Trade': 15}}");
        assertThat(SageCaller.amount(prices("price_band_name eq 'Trade'").path(0), "product_price_price"))
                .isEqualByComparingTo("15");
        change("{'prices': {'Trade': null}}");
        assertThat(prices("price_band_name eq 'Trade'")).isEmpty();
    }

    @Test
    void an_order_line_starts_with_the_standard_price() {
        change("{'prices': {'Standard': 19.99}}");
        var line = sage.standard("TEE-M", "1", "0", 1);
        line.remove("selling_unit_price");

        JsonNode order = taken(sage.order("CENTGBP1", "C1", line));

        assertThat(SageCaller.amount(order, "total_net_value")).isEqualByComparingTo("19.99");
    }

    @Test
    void a_record_is_changed_and_touched_and_left_alone_when_stock_comes_in() {
        sage.put("/control/clock", SageCaller.json("{'now': '2026-11-23T10:00:00Z'}"));

        change("{'name': 'Tee, M', 'barcode': '5012345678900', 'commodityCode': '6109100010', 'weight': 0.215,"
                + "'countryOfOrigin': 'PT', 'status': 'Inactive'}");
        sage.put("/control/clock", SageCaller.json("{'now': '2026-11-23T11:00:00Z'}"));
        sage.put("/control/stock", SageCaller.json("{'product': 'TEE-M', 'receive': 4}"));
        change("{'prices': {'Standard': 19.99}}");

        JsonNode product =
                sage.list("products", "$filter", "code eq 'TEE-M'").json().path(0);
        assertThat(product.path("name").asText()).isEqualTo("Tee, M");
        assertThat(product.path("barcode").asText()).isEqualTo("5012345678900");
        assertThat(product.path("commodity_code").asText()).isEqualTo("6109100010");
        assertThat(SageCaller.amount(product, "weight")).isEqualByComparingTo("0.215");
        assertThat(product.path("product_status_type").asText()).isEqualTo("Inactive");
        assertThat(product.path("country_of_origin_id").asLong()).isEqualTo(sage.id("country_codes", "code", "PT"));
        assertThat(product.path("date_time_updated").asText()).startsWith("2026-11-23T10:00:0");
        assertThat(prices("product_code eq 'TEE-M'").at("/0/date_time_updated").asText())
                .startsWith("2026-11-23T11:00:0");

        change("{'countryOfOrigin': ''}");
        assertThat(sage.list("products", "$filter", "code eq 'TEE-M'")
                        .json()
                        .at("/0/country_of_origin_id")
                        .isNull())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {'colour': 'red'}                        | 'colour' is nothing that is changed
            {'prices': {'Web USD': 1}}               | no price_bands with name 'Web USD'
            {'prices': {'Standard': 1.999}}          | two decimal places
            {'prices': {'Standard': -1}}             | not below zero
            {'prices': {'Standard': '12'}}           | must be an amount
            {'prices': {'Standard': null}}           | every product has a price
            {'prices': {'Standard': 'standard'}}     | cannot follow
            {'prices': {'Web EUR': 'standard'}}      | cannot follow
            {'prices': 12}                           | must be amounts
            {'countryOfOrigin': 'ZZ'}                | no country_codes with code 'ZZ'
            {'countryOfOrigin': null}                | must be the code of a country
            {'weight': 0.12345}                      | 'weight' has more than 4 decimal places
            {'weight': -0.1}                         | must not be below zero
            {'weight': '1'}                          | 'weight' must be a number
            {'commodityCode': '12345678901'}         | longer than 10
            {'status': 'Withdrawn'}                  | cannot be 'Withdrawn'
            """)
    void what_a_user_could_not_enter_is_refused_whole(String body, String words) {
        String before = sage.get("/control/tables/products").body();

        SageCaller.Answer answer =
                sage.put("/control/products/TEE-M", SageCaller.json("{'name': 'Another', " + body.substring(1)));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).contains(words);
        assertThat(sage.get("/control/tables/products").body()).isEqualTo(before);
    }

    @Test
    void a_product_that_is_not_there_is_not_changed() {
        SageCaller.Answer answer = sage.put("/control/products/NONE", SageCaller.json("{'name': 'x'}"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).contains("no products with code 'NONE'");
    }

    private void change(String body) {
        SageCaller.Answer answer = sage.put("/control/products/TEE-M", SageCaller.json(body));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private JsonNode prices(String filter) {
        return sage.list("product_price_views", "$filter", filter).json();
    }

    private static List<String> texts(JsonNode rows, String field) {
        List<String> texts = new ArrayList<>();
        rows.forEach(row -> texts.add(row.path(field).asText()));
        return texts;
    }
}
