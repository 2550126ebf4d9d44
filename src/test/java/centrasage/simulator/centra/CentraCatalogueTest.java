package centrasage.simulator.centra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Products, variants, sizes and prices: who reads, who changes them, and what is told of it. */
final class CentraCatalogueTest {
    private static final String ERRORS = " userErrors {message path} userWarnings {message path}";

    private CentraSimulator centra;
    private CentraClient client;

    @BeforeEach
    void start() throws IOException {
        centra = CentraSimulator.start(CentraOptions.of(0, 7).withClock(new TestClock("2026-11-21T09:00:00.500Z")));
        client = new CentraClient(centra.baseUrl());
    }

    @AfterEach
    void stop() {
        centra.close();
    }

    @Test
    void a_page_of_sizes_tells_the_whole_record_of_their_items() {
        int id = product("AW1001");
        update(
                id,
                "weight: {value: 0.180, unit: KILOGRAMS}, countryOfOrigin: {code: 'PRT'}, harmonizedCommodityCode: '6109'");

        JsonNode sizes = client.data(
                        "{productSizes(limit: 7) {SKU sizeNumber isActive productVariant {variantNumber name"
                                + " product {productNumber name status weight {value unit} countryOfOrigin {code}"
                                + " harmonizedCommodityCode}}}}")
                .path("productSizes");

        assertThat(sizes).hasSize(7);
        assertThat(text(sizes.path(0)))
                .isEqualTo("{'SKU':'AW1001-WHT-XS','sizeNumber':'XS','isActive':true,'productVariant':{"
                        + "'variantNumber':'WHT','name':'Chalk white','product':{'productNumber':'AW1001',"
                        + "'name':'Crew neck T-shirt','status':'ACTIVE','weight':{'value':0.18,'unit':'KILOGRAMS'},"
                        + "'countryOfOrigin':{'code':'PT'},'harmonizedCommodityCode':'6109'}}}");
        assertThat(sizes.path(6).at("/productVariant/variantNumber").asText()).isEqualTo("BLK");
        assertThat(sizes.path(6).at("/productVariant/product/productNumber").asText())
                .isEqualTo("AW1001");
    }

    @Test
    void a_sku_of_another_form_has_a_product_of_its_own() {
        client.control("POST", "sizes", "{'skus': ['MUG', 'TEE-RED-S', 'TEE-RED-M', 'TEE-BLU-S']}");

        assertThat(text(client.data("{productVariants(where: {productId: [" + product("TEE")
                                + "]}) {name productSizes {SKU}}}")
                        .path("productVariants")))
                .isEqualTo("[{'name':'RED','productSizes':[{'SKU':'TEE-RED-S'},{'SKU':'TEE-RED-M'}]},"
                        + "{'name':'BLU','productSizes':[{'SKU':'TEE-BLU-S'}]}]");
        assertThat(text(client.data("{products(where: {productNumber: {equals: 'MUG'}}) {name variants {variantNumber"
                                + " productSizes {SKU}}}}")
                        .path("products")))
                .isEqualTo("[{'name':'MUG','variants':[{'variantNumber':null,'productSizes':[{'SKU':'MUG'}]}]}]");
    }

    @Test
    void an_update_touches_only_what_it_names() {
        client.control(
                "PUT",
                "products/AW1010",
                "{'description': 'Soft.', 'collection': 'Winter', 'weight': {'value': 0.4, 'unit': 'KILOGRAMS'}}");
        int id = product("AW1010");

        JsonNode done = update(id, "harmonizedCommodityCode: '6110', countryOfOrigin: {id: 7}");

        assertThat(text(done.path("product")))
                .isEqualTo("{'name':'Merino jumper','status':'ACTIVE','harmonizedCommodityCode':'6110',"
                        + "'weight':{'value':0.4,'unit':'KILOGRAMS'},'collection':{'name':'Winter'},"
                        + "'countryOfOrigin':{'code':'IT'},'displays':[{'description':'Soft.'}],"
                        + "'updatedAt':'2026-11-21T10:00:00+01:00'}");
        assertThat(text(update(id, "weight: {value: 0, unit: GRAMS}, countryOfOrigin: {}, collection: {id: null}")
                        .path("product")))
                .contains("'weight':null", "'collection':null", "'countryOfOrigin':null", "'6110'");
    }

    @Test
    void what_cannot_be_changed_changes_nothing() {
        int id = product("AW1010");

        assertThat(errors(update(9999, "name: 'X'"))).containsExactly("Could not find product with ID 9999");
        assertThat(errors(update(id, "name: 'X', collection: {id: 5}")))
                .containsExactly("Could not find collection with ID 5");
        assertThat(errors(update(id, "harmonizedCommodityCode: '1', countryOfOrigin: {code: 'XX'}")))
                .containsExactly("Could not find country XX");
        assertThat(errors(update(id, "name: ''"))).containsExactly("name must not be empty");
        assertThat(history()).isEmpty();
    }

    @Test
    void an_empty_barcode_unsets_it() {
        int id = size("AW1001-WHT-XS");
        updateSize(id, "EAN: '5012345678900', UPC: '012345678905', isActive: false");
        assertThat(text(client.data("{productSizes(where: {UPC: {equals: '012345678905'}}) {SKU EAN isActive}}")
                        .path("productSizes")))
                .isEqualTo("[{'SKU':'AW1001-WHT-XS','EAN':'5012345678900','isActive':false}]");
        assertThat(client.data("mutation {setStock(input: {warehouse: {id: 1}, description: '', stockQuantityType:"
                                + " PHYSICAL, productSizes: [{productSize: {UPC: '012345678905'}, quantity: 3}]})"
                                + " {stockChanges {id}}}")
                        .findPath("stockChanges"))
                .hasSize(1);

        updateSize(id, "EAN: ''");
        client.control("POST", "trade", "{'day': '2026-11-20', 'orders': 60}");

        assertThat(text(client.data("{productSizes(where: {id: " + id + "}) {EAN UPC}}")
                        .path("productSizes")))
                .isEqualTo("[{'EAN':null,'UPC':'012345678905'}]");
    }

    @Test
    void good_rows_of_prices_are_set_and_bad_ones_are_passed_over() {
        int shirt = product("AW1001");
        int jumper = product("AW1010");
        int white = client.data("{productVariants(where: {productId: [" + shirt + "]}) {id}}")
                .at("/productVariants/0/id")
                .asInt();

        JsonNode done = setPrices(
                1,
                row(
                        shirt,
                        "9.90",
                        "GBP",
                        "individualVariantPrices: [{productVariant: {id: " + white
                                + "}, price: {value: 8.50, currencyIsoCode: 'GBP'}}]"),
                row(99999, "1", "GBP", ""),
                row(jumper, "85", "SEK", ""),
                row(shirt, "10", "GBP", ""),
                row(
                        product("AW1002"),
                        "14",
                        "GBP",
                        "individualVariantPrices: [{productVariant: {id: " + white
                                + "}, price: {value: 8, currencyIsoCode: 'GBP'}}]"));

        assertThat(done.path("userErrors")).isEmpty();
        assertThat(done.path("userWarnings").findValuesAsText("message"))
                .containsExactly(
                        "Could not find product with ID 99999",
                        "Currency SEK is not that of the pricelist, GBP",
                        "Duplicate product ID " + shirt + " skipped",
                        "Product variant with id " + white + " not assigned to product " + product("AW1002"));
        assertThat(text(client.data("{pricelists {name status currency {code} pricesIncludeTax prices {product"
                                + " {productNumber} productVariant {variantNumber} price {value currency {code}}}}}")
                        .at("/pricelists/0")))
                .isEqualTo("{'name':'Consumer GBP','status':'ACTIVE','currency':{'code':'GBP'},'pricesIncludeTax':true,"
                        + "'prices':[{'product':{'productNumber':'AW1001'},'productVariant':null,'price':{'value':9.9,"
                        + "'currency':{'code':'GBP'}}},{'product':{'productNumber':'AW1001'},'productVariant':"
                        + "{'variantNumber':'WHT'},'price':{'value':8.5,'currency':{'code':'GBP'}}},"
                        + "{'product':{'productNumber':'AW1002'},'productVariant':null,'price':{'value':14,"
                        + "'currency':{'code':'GBP'}}}]}");
        assertThat(setPrices(9, row(shirt, "1", "GBP", "")).path("userErrors").findValuesAsText("message"))
                .containsExactly("Could not find pricelist with ID 9");
    }

    @Test
    void a_price_of_the_product_may_take_the_place_of_those_of_its_variants() {
        int shirt = product("AW1001");
        int white = client.data("{productVariants(where: {productId: [" + shirt + "]}) {id}}")
                .at("/productVariants/0/id")
                .asInt();
        setPrices(
                1,
                row(
                        shirt,
                        "9.90",
                        "GBP",
                        "individualVariantPrices: [{productVariant: {id: " + white
                                + "}, price: {value: 8.50, currencyIsoCode: 'GBP'}}]"));

        setPrices(1, row(shirt, "9", "GBP", ""));
        assertThat(client.data("{products(where: {id: " + shirt + "}) {prices {price {value}}}}")
                        .findValuesAsText("value"))
                .containsExactly("9", "8.5");

        setPrices(1, row(shirt, "9", "GBP", "").replace("Prices: false", "Prices: true"));
        assertThat(client.data("{products(where: {id: " + shirt + "}) {prices {price {value}}}}")
                        .findValuesAsText("value"))
                .containsExactly("9");
        assertThat(text(history().path(3)))
                .isEqualTo("{'at':'2026-11-21T09:00:00Z','mutation':'setPrices','object':'ProductVariant','id':" + white
                        + ",'fields':{'pricelist 1':[8.5,null]}}");
    }

    @Test
    void a_new_product_is_found_by_its_sku() {
        int product = client.data(
                        "mutation {createProduct(input: {name: 'Scarf', status: ACTIVE, productNumber: 'SCARF',"
                                + " weight: {value: 90, unit: GRAMS}}) {product {id}" + ERRORS + "}}")
                .at("/createProduct/product/id")
                .asInt();
        String variant =
                "mutation {createProductVariant(input: {product: {id: " + product + "}, name: 'Grey', status: ACTIVE,"
                        + " variantNumber: 'GRY', sizeChart: {id: 1}, unitCost: {value: 4.2, currencyIsoCode: 'GBP'}, productSizes:"
                        + " [{size: {name: 'One size'}, sizeNumber: 'OS', EAN: '2000', isActive: true}]}) {productVariant {id}"
                        + ERRORS + "}}";
        int grey = client.data(variant)
                .at("/createProductVariant/productVariant/id")
                .asInt();
        JsonNode size = client.data("mutation {createProductSize(input: {productVariant: {id: " + grey
                + "}, size: {name: 'L'}, sizeNumber: 'L', isActive: false}) {productSize {SKU isActive}" + ERRORS
                + "}}");

        assertThat(text(size.at("/createProductSize/productSize"))).isEqualTo("{'SKU':'SCARF-GRY-L','isActive':false}");
        assertThat(text(client.data(
                                "{productSizes(where: {SKU: {equals: 'SCARF-GRY-OS'}}) {EAN description productVariant"
                                        + " {name unitCost {value} product {name weight {value}}}}}")
                        .path("productSizes")))
                .isEqualTo(
                        "[{'EAN':'2000','description':'One size','productVariant':{'name':'Grey','unitCost':{'value':4.2},"
                                + "'product':{'name':'Scarf','weight':{'value':90}}}}]");
        assertThat(errors(client.data(variant).path("createProductVariant")))
                .containsExactly("SKU SCARF-GRY-OS already exists");
        assertThat(history().findValuesAsText("mutation"))
                .containsExactly("createProduct", "createProductVariant", "createProductVariant", "createProductSize");
    }

    @Test
    void the_history_lists_only_what_changed_until_the_reset() {
        int id = product("AW1001");
        String before =
                client.control("GET", "products/AW1001", "").path("updatedAt").asText();
        update(id, "name: 'Crew neck T-shirt', status: ACTIVE");
        assertThat(history()).isEmpty();
        assertThat(client.control("GET", "products/AW1001", "")
                        .path("updatedAt")
                        .asText())
                .isEqualTo(before);

        update(id, "name: 'T-shirt', status: ACTIVE, weight: {value: 0.2, unit: KILOGRAMS}");
        update(id, "weight: {value: 0.20, unit: KILOGRAMS}");
        client.control("PUT", "products/AW1001", "{'name': 'Tee'}");
        int variant = client.control("GET", "products/AW1001", "")
                .at("/variants/0/id")
                .asInt();
        client.data("mutation {updateProductVariant(id: " + variant
                + ", input: {internalName: 'white'}) {productVariant" + " {internalName}" + ERRORS + "}}");

        assertThat(text(history()))
                .isEqualTo("[{'at':'2026-11-21T09:00:00Z','mutation':'updateProduct','object':'Product','id':" + id
                        + ",'fields':{'name':['Crew neck T-shirt','T-shirt'],"
                        + "'weight':[null,{'value':0.2,'unit':'KILOGRAMS'}]}},"
                        + "{'at':'2026-11-21T09:00:00Z','mutation':'updateProductVariant','object':'ProductVariant','id':"
                        + variant + ",'fields':{'internalName':[null,'white']}}]");
        setPrices(1, row(id, "9", "GBP", ""));
        JsonNode seen = client.control("GET", "products", "").path(0);
        assertThat(seen.path("name").asText()).isEqualTo("Tee");
        assertThat(text(seen.path("prices"))).isEqualTo("{'1':9}");
        assertThat(seen.at("/variants/0/sizes/0/SKU").asText()).isEqualTo("AW1001-WHT-XS");

        client.control("POST", "reset", "");
        assertThat(history()).isEmpty();
        assertThat(client.control("GET", "products/AW1001", "").path("name").asText())
                .isEqualTo("Crew neck T-shirt");
    }

    @Test
    void products_come_in_pages_and_by_when_they_were_changed() {
        client.control("POST", "sizes", "{'count': 450, 'prefix': 'B-'}");
        List<Integer> ids = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = client.data("{productConnection(where: {updatedAt: {from: '2026-11-21'}}, first: 200"
                            + after + ") {totalCount pageInfo {hasNextPage endCursor} edges {node {id}}}}")
                    .path("productConnection");
            assertThat(page.path("totalCount").asInt()).isEqualTo(450);
            page.path("edges").forEach(edge -> ids.add(edge.at("/node/id").asInt()));
            after = page.at("/pageInfo/hasNextPage").asBoolean()
                    ? ", after: '" + page.at("/pageInfo/endCursor").asText() + "'"
                    : "";
        } while (!after.isEmpty());

        assertThat(ids).hasSize(450).isSorted().doesNotHaveDuplicates();
        assertThat(client.data("{products(where: {updatedAt: {from: '2026-11-21'}}, limit: 200, page: 3) {id}}")
                        .path("products"))
                .hasSize(50);
        assertThat(client.data("{products(sort: [updatedAt_DESC], limit: 1) {productNumber}}")
                        .at("/products/0/productNumber")
                        .asText())
                .startsWith("B-");
    }

    @Test
    void without_the_permission_nobody_reads_or_writes_them() {
        client.control(
                "PUT",
                "tokens/poor",
                "{'permissions': ['ProductSize:read', 'ProductVariant:read', 'Pricelist:read', 'Product:read']}");
        CentraClient poor = new CentraClient(centra.baseUrl()).as("poor");

        assertThat(refusal(poor, "mutation {updateProduct(id: 1, input: {name: 'X'}) {product {id}}}"))
                .isEqualTo("You need Product:write permission to access updateProduct.");
        assertThat(refusal(poor, "mutation {updateProductSize(id: 1, input: {EAN: ''}) {productSize {id}}}"))
                .isEqualTo("You need ProductVariant:write permission to access updateProductSize.");
        assertThat(refusal(
                        poor, "mutation {setPrices(input: {pricelist: {id: 1}, productPrices: []}) {pricelist {id}}}"))
                .isEqualTo("You need Price:write permission to access setPrices.");
        assertThat(refusal(poor, "{productSizes {productVariant {product {countryOfOrigin {code}}}}}"))
                .isEqualTo("You need Product.countryOfOrigin:read permission to access countryOfOrigin.");
        assertThat(refusal(poor, "{pricelists {prices {id}}}"))
                .isEqualTo("You need Price:read permission to access prices.");
        assertThat(history()).isEmpty();
    }

    @Test
    void every_field_of_a_mutation_counts_as_one() {
        client.data("mutation {a: updateProduct(id: 1, input: {name: 'A'}) {product {id}}"
                + " b: updateProduct(id: 2, input: {name: 'B'}) {product {id}}}");

        client.data("{rateLimits {type usedQuota}}").path("rateLimits").forEach(limit -> {
            if (limit.path("type").asText().equals("MUTATION_COUNT")) {
                assertThat(limit.path("usedQuota").asInt()).isEqualTo(2);
            }
        });
    }

    @Test
    void a_pricelist_may_be_net_and_out_of_use() {
        client.control("PUT", "pricelists/2", "{'pricesIncludeTax': false, 'status': 'INACTIVE'}");

        assertThat(text(client.data("{pricelists {id status pricesIncludeTax}}").path("pricelists")))
                .isEqualTo("[{'id':1,'status':'ACTIVE','pricesIncludeTax':true},"
                        + "{'id':2,'status':'INACTIVE','pricesIncludeTax':false},"
                        + "{'id':3,'status':'ACTIVE','pricesIncludeTax':true}]");
    }

    @Test
    void a_line_of_an_order_is_of_the_product_as_it_is_now() {
        client.control("POST", "trade", "{'day': '2026-11-20', 'orders': 1}");
        JsonNode line = line();
        client.control("PUT", "products/" + line.at("/product/productNumber").asText(), "{'name': 'Renamed'}");

        assertThat(line().at("/product/name").asText()).isEqualTo("Renamed");
        assertThat(line().path("productName")).isEqualTo(line.path("productName"));
        assertThat(line().at("/productSize/productVariant/id")).isEqualTo(line.at("/productVariant/id"));
    }

    private JsonNode line() {
        return client.data("{orders {lines {productName product {productNumber name} productVariant {id}"
                        + " productSize {productVariant {id}}}}}")
                .at("/orders/0/lines/0");
    }

    private int product(String number) {
        return client.control("GET", "products/" + number, "").path("id").asInt();
    }

    private int size(String sku) {
        return client.data("{productSizes(where: {SKU: {equals: '" + sku + "'}}) {id}}")
                .at("/productSizes/0/id")
                .asInt();
    }

    private JsonNode update(int id, String input) {
        return client.data("mutation {updateProduct(id: " + id + ", input: {" + input
                        + "}) {product {name status harmonizedCommodityCode weight {value unit} collection {name}"
                        + " countryOfOrigin {code} displays {description} updatedAt}" + ERRORS + "}}")
                .path("updateProduct");
    }

    private void updateSize(int id, String input) {
        assertThat(client.data("mutation {updateProductSize(id: " + id + ", input: {" + input + "}) {productSize {id}"
                                + ERRORS + "}}")
                        .findPath("userErrors"))
                .isEmpty();
    }

    private JsonNode setPrices(int pricelist, String... rows) {
        return client.data("mutation {setPrices(input: {pricelist: {id: " + pricelist + "}, productPrices: ["
                        + String.join(", ", rows) + "]}) {products {id}" + ERRORS + "}}")
                .path("setPrices");
    }

    private static String row(int product, String value, String currency, String more) {
        return "{product: {id: " + product + "}, price: {value: " + value + ", currencyIsoCode: '" + currency
                + "'}, overrideIndividualVariantPrices: false " + more + "}";
    }

    private JsonNode history() {
        return client.control("GET", "products/history", "");
    }

    private static List<String> errors(JsonNode done) {
        return done.path("userErrors").findValuesAsText("message");
    }

    private static String refusal(CentraClient as, String query) {
        return as.query(query).at("/errors/0/message").asText();
    }

    private static String text(JsonNode json) {
        return json.toString().replace('"', '\'');
    }
}
