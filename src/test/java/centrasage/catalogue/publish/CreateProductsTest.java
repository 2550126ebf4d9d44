package centrasage.catalogue.publish;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.catalogue.NewProducts;
import centrasage.catalogue.creation.Creation;
import centrasage.catalogue.creation.CreationState;
import centrasage.catalogue.value.Value;
import centrasage.catalogue.value.ValueState;
import centrasage.flow.TargetUnavailable;
import centrasage.mapping.InForce.Pricelist;
import centrasage.simulator.http.FaultKind;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Products that only Sage 200 has are made in Centra, each once, whatever becomes of the requests; on both simulators. */
class CreateProductsTest {
    private static final Duration SETTLE = Duration.ofMinutes(10);

    private final CatalogueWorld world = new CatalogueWorld();

    @BeforeEach
    void groups() {
        world.sage(
                "POST",
                "tables/product_groups",
                "[{'id': 901, 'code': 'WEB', 'product_type': 'Stock'}, {'id': 902, 'code': 'SPARES', 'product_type': 'Stock'},"
                        + " {'id': 903, 'code': 'HOURS', 'product_type': 'ServiceLabour'}]");
        world.newProducts = making(50);
    }

    @AfterEach
    void close() {
        world.close();
    }

    private static NewProducts making(int most) {
        return new NewProducts(Set.of("33/WEB", "33/HOURS"), most, "One Size", "One Size", 4L, null, 7L, SETTLE);
    }

    private void item(String code, int group) {
        world.sage("POST", "products", "[{'code': '" + code + "', 'name': 'The " + code + "', 'freeStock': 1}]");
        world.sage(
                "PUT",
                "tables/products",
                "{'where': {'code': '" + code + "'}, 'set': {'product_group_id': " + group + "}}");
    }

    @Test
    void an_item_of_a_group_that_was_named_is_made_with_its_code_as_its_sku_and_nobody_can_buy_it() throws Exception {
        item("MUG", 901);
        world.inSage("MUG", "{'weight': 0.35, 'prices': {'Standard': 12.5}}");
        world.client.control("PUT", "pricelists/1", "{'pricesIncludeTax': false}");
        world.pricelists = List.of(new Pricelist("1", "Standard", false));

        CompanyCatalogue.Outcome outcome = world.run();

        assertThat(outcome.faults()).isEmpty();
        assertThat(outcome.created()).isOne();
        JsonNode made = only("MUG");
        assertThat(made.path("status").asText()).isEqualTo("INACTIVE");
        assertThat(made.path("name").asText()).isEqualTo("The MUG");
        assertThat(made.at("/variants/0/sizes/0/SKU").asText()).isEqualTo("MUG");
        assertThat(made.at("/weight/value").decimalValue())
                .as("told in the same run")
                .isEqualByComparingTo("0.35");
        assertThat(made.at("/prices/1").decimalValue()).isEqualByComparingTo("12.5");
        assertThat(unmatched()).doesNotContainKey("MUG");
        assertThat(world.store.audit().of("33/MUG"))
                .extracting(row -> row.action())
                .containsExactly("CATALOGUE_CREATED");

        assertThat(world.run().created()).isZero();
        only("MUG");
    }

    @Test
    void nothing_else_is_made() throws TargetUnavailable {
        item("BOLT", 902);
        item("HOUR", 903);
        item("OLD", 901);
        world.inSage("OLD", "{'status': 'Inactive'}");
        item("CUP", 901);
        world.skus = Map.of("TASSE", "CUP");
        world.sage("POST", "products", "[{'code': 'NOGROUP', 'freeStock': 1}]");

        assertThat(world.run().created()).isZero();
        for (String code : List.of("BOLT", "HOUR", "OLD", "CUP", "TASSE", "NOGROUP")) {
            assertThat(products(code)).as(code).isEmpty();
        }
    }

    @Test
    void without_leave_nothing_is_made() throws TargetUnavailable {
        item("MUG", 901);
        world.newProducts = NewProducts.NONE;
        assertThat(world.run().created()).isZero();
        assertThat(unmatched().get("MUG")).isEqualTo("Centra has no SKU MUG");
    }

    @ParameterizedTest
    @CsvSource({
        "GATEWAY_TIMEOUT_AFTER_COMMIT, createProduct(",
        "RESET_AFTER_COMMIT, createProduct(",
        "MALFORMED_AFTER_COMMIT, createProduct(",
        "GATEWAY_TIMEOUT_BEFORE_COMMIT, createProduct(",
        "GATEWAY_TIMEOUT_AFTER_COMMIT, createProductVariant(",
        "RESET_AFTER_COMMIT, createProductVariant(",
        "GATEWAY_TIMEOUT_BEFORE_COMMIT, createProductVariant("
    })
    void a_request_without_an_answer_is_looked_for_and_the_product_is_there_once(FaultKind fault, String mutation)
            throws TargetUnavailable {
        item("MUG", 901);
        world.centra.faults().order(fault, "mutation " + mutation, 1);

        assertThat(world.run().created()).isZero();
        assertThat(world.centra.faults().count(fault)).as("it struck").isOne();
        assertThat(creation("MUG").state()).isIn(CreationState.PRODUCT_SENT, CreationState.VARIANT_SENT);
        assertThat(world.values("MUG").get(0).note()).contains("has not answered");

        world.run();
        world.store.advance(SETTLE);
        world.run();
        assertThat(only("MUG").at("/variants/0/sizes/0/SKU").asText()).isEqualTo("MUG");
        assertThat(only("MUG").path("variants")).hasSize(1);
        assertThat(creation("MUG").state()).isEqualTo(CreationState.MADE);
        assertThat(unmatched()).doesNotContainKey("MUG");
    }

    @Test
    void a_process_that_died_between_intent_and_request_is_taken_up_after_a_while() throws TargetUnavailable {
        item("MUG", 901);
        world.creations.sendsProduct("33", "MUG", "The MUG");

        assertThat(world.run().created()).as("it may still take effect").isZero();
        world.store.advance(SETTLE);
        assertThat(world.run().created()).isOne();
        only("MUG");
    }

    @Test
    void no_more_are_made_in_one_run_than_the_setting_says() throws TargetUnavailable {
        for (int each = 0; each < 5; each++) {
            item("MUG" + each, 901);
        }
        world.newProducts = making(2);
        CompanyCatalogue.Outcome first = world.run();
        assertThat(first.created()).isEqualTo(2);
        assertThat(first.toCreate()).isEqualTo(3);
        world.run();
        assertThat(world.run().toCreate()).isZero();
        for (int each = 0; each < 5; each++) {
            only("MUG" + each);
        }
    }

    @Test
    void what_somebody_took_away_or_made_otherwise_is_left_to_people() throws TargetUnavailable {
        item("MUG", 901);
        world.run();
        world.client.control("DELETE", "sizes/MUG", "");
        assertThat(world.run().created()).isZero();
        assertThat(unmatched().get("MUG")).contains("Centra has the product, and its SKUs are []");
        only("MUG");

        item("TEE-RED-S", 901);
        world.client.data(
                "mutation {createProduct(input: {name: 'Cup', status: ACTIVE, productNumber: 'CUP'}) {product {id}}}");
        item("CUP", 901);
        world.run();
        assertThat(unmatched().get("CUP")).contains("that we did not make");
        assertThat(products("TEE-RED-S")).hasSize(1);
    }

    @Test
    void a_size_chart_that_is_not_there_is_a_fault_and_nothing_is_made() throws TargetUnavailable {
        item("MUG", 901);
        world.newProducts = new NewProducts(Set.of("33/WEB"), 50, "Shoes", "One Size", null, null, null, SETTLE);
        CompanyCatalogue.Outcome outcome = world.run();
        assertThat(outcome.faults()).singleElement().asString().contains("no size chart \"Shoes\"");
        assertThat(outcome.toCreate()).isOne();
        assertThat(products("MUG")).isEmpty();
    }

    private Creation creation(String code) {
        return Optional.ofNullable(world.creations.all().get(code)).orElseThrow();
    }

    private Map<String, String> unmatched() {
        Map<String, String> notes = new TreeMap<>();
        for (Value value : world.values(ValueState.UNMATCHED)) {
            notes.put(value.label(), value.note());
        }
        return notes;
    }

    private List<JsonNode> products(String number) {
        List<JsonNode> found = new ArrayList<>();
        world.client.control("GET", "products", "").forEach(product -> {
            if (product.path("productNumber").asText().equals(number)) {
                found.add(product);
            }
        });
        return found;
    }

    private JsonNode only(String number) {
        assertThat(products(number)).hasSize(1);
        return products(number).get(0);
    }
}
