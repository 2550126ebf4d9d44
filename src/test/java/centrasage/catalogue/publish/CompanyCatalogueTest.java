package centrasage.catalogue.publish;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.catalogue.compare.Field;
import centrasage.catalogue.value.Value;
import centrasage.catalogue.value.ValueState;
import centrasage.flow.TargetUnavailable;
import centrasage.mapping.InForce.Pricelist;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Sage 200 owns goes to Centra, and nobody's words are overwritten; on both simulators. */
class CompanyCatalogueTest {
    private static final String RED_S = "TEE-RED-S";
    private static final String RED_M = "TEE-RED-M";
    private static final String BLUE = "TEE-BLU-S";

    private final CatalogueWorld world = new CatalogueWorld();

    @BeforeEach
    void both() {
        world.have(RED_S, RED_M, BLUE);
        for (String sku : List.of(RED_S, RED_M, BLUE)) {
            world.inSage(
                    sku,
                    "{'name': 'Tee', 'weight': 0.18, 'commodityCode': '6109100010', 'countryOfOrigin': 'PT', 'barcode': '50"
                            + Math.abs(sku.hashCode() % 1_000_000) + "'}");
        }
        world.inCentra("TEE", "{'name': 'Tee', 'description': 'Soft.'}");
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void what_centra_lacks_is_told_once_and_only_the_fields_that_sage_owns() throws TargetUnavailable {
        world.fields = EnumSet.of(Field.NAME, Field.WEIGHT, Field.BARCODE);
        world.run();

        JsonNode product = world.product("TEE");
        assertThat(product.at("/weight/value").decimalValue()).isEqualByComparingTo("0.18");
        assertThat(product.path("countryOfOrigin").isMissingNode())
                .as("Centra's own")
                .isTrue();
        assertThat(product.path("description").asText()).isEqualTo("Soft.");
        assertThat(size(product, RED_S).path("EAN").asText()).startsWith("50");
        int changes = changed("TEE").size();
        assertThat(changes).isPositive();

        world.run();
        assertThat(changed("TEE")).hasSize(changes);
        assertThat(fieldsChanged()).containsOnly("weight", "EAN");
    }

    @Test
    void a_change_in_sage_is_told_and_one_in_centra_is_shown_with_both_values() throws TargetUnavailable {
        world.run();
        world.inSage(RED_S, "{'weight': 0.2}");
        world.inSage(RED_M, "{'weight': 0.2}");
        world.inSage(BLUE, "{'weight': 0.2}");
        world.inCentra("TEE", "{'countryOfOrigin': 'IT'}");
        world.run();

        assertThat(world.product("TEE").at("/weight/value").decimalValue()).isEqualByComparingTo("0.2");
        assertThat(world.product("TEE").path("countryOfOrigin").asText()).isEqualTo("IT");
        Value drifted = only(world.values("TEE"));
        assertThat(drifted.field()).isEqualTo(Field.COUNTRY_OF_ORIGIN);
        assertThat(drifted.state()).isEqualTo(ValueState.DRIFTED);
        assertThat(drifted.sage()).isEqualTo("PT");
        assertThat(drifted.centra()).isEqualTo("IT");
        assertThat(drifted.agreed()).isEqualTo("PT");

        world.run();
        assertThat(world.product("TEE").path("countryOfOrigin").asText())
                .as("it stays until somebody decides")
                .isEqualTo("IT");

        assertThat(world.book.overwrite(Set.of(drifted.id()), "olga", "Sage is right"))
                .isOne();
        world.run();
        assertThat(world.product("TEE").path("countryOfOrigin").asText()).isEqualTo("PT");
        assertThat(world.values("TEE")).isEmpty();
    }

    @Test
    void where_both_never_agreed_nothing_is_overwritten_unless_the_setting_says_so() throws TargetUnavailable {
        world.inCentra("TEE", "{'name': 'The softest tee'}");
        world.run();
        assertThat(world.product("TEE").path("name").asText()).isEqualTo("The softest tee");
        assertThat(only(world.values("TEE")).state()).isEqualTo(ValueState.DRIFTED);

        world.overwrites = true;
        world.run();
        assertThat(world.product("TEE").path("name").asText()).isEqualTo("Tee");
    }

    @Test
    void what_a_person_takes_away_in_centra_is_not_put_back_unasked() throws TargetUnavailable {
        world.run();
        world.inCentra("TEE", "{'countryOfOrigin': null}");
        world.run();
        assertThat(world.product("TEE").path("countryOfOrigin").isMissingNode()).isTrue();
        assertThat(only(world.values("TEE")).state()).isEqualTo(ValueState.DRIFTED);
    }

    @Test
    void leave_to_overwrite_is_for_the_values_that_were_seen() throws TargetUnavailable {
        world.inCentra("TEE", "{'name': 'The softest tee'}");
        world.run();
        Value drifted = only(world.values("TEE"));
        world.book.overwrite(Set.of(drifted.id()), "olga", "Sage is right");
        world.inCentra("TEE", "{'name': 'The very softest tee'}");
        world.run();
        assertThat(world.product("TEE").path("name").asText()).isEqualTo("The very softest tee");
        assertThat(only(world.values("TEE")).state()).isEqualTo(ValueState.DRIFTED);
    }

    @Test
    void items_that_say_different_things_of_one_product_are_a_conflict() throws TargetUnavailable {
        world.inSage(RED_M, "{'name': 'Tee M'}");
        world.run();

        Value conflict = only(world.values("TEE"));
        assertThat(conflict.state()).isEqualTo(ValueState.CONFLICT);
        assertThat(conflict.note()).contains("TEE-RED-M=Tee M").contains("TEE-RED-S=Tee");
        assertThat(world.product("TEE").path("name").asText()).isEqualTo("Tee");
    }

    @Test
    void without_leave_to_write_all_is_shown_and_nothing_written() throws TargetUnavailable {
        world.writes = false;
        world.run();
        assertThat(changed("TEE")).isEmpty();
        assertThat(world.values("TEE")).extracting(Value::state).containsOnly(ValueState.DUE);
        assertThat(world.values("TEE")).hasSize(3);
    }

    @Test
    void what_centra_rejects_keeps_no_other_from_being_told_and_is_not_repeated() throws TargetUnavailable {
        world.fields = EnumSet.of(Field.COUNTRY_OF_ORIGIN, Field.BARCODE);
        world.sage("POST", "tables/country_codes", "[{'code': 'ZZ', 'name': 'Nowhere'}]");
        for (String sku : List.of(RED_S, RED_M, BLUE)) {
            world.inSage(sku, "{'countryOfOrigin': 'ZZ'}");
        }
        world.run();
        Value rejected = only(world.values("TEE"));
        assertThat(rejected.state()).as("Centra knows no such country").isEqualTo(ValueState.REJECTED);
        assertThat(rejected.note()).contains("Could not find country");
        assertThat(size(world.product("TEE"), BLUE).path("EAN").asText()).startsWith("50");
        assertThat(world.run().told()).isZero();
    }

    @Test
    void skus_that_one_side_does_not_know_are_a_report_and_leave_it_once_they_match() throws TargetUnavailable {
        world.client.control("POST", "sizes", "{'skus': ['MUG']}");
        world.run();
        assertThat(only(world.values("MUG")).note()).contains("Sage 200 has no product MUG");

        world.skus = Map.of("MUG", "CUP");
        world.have("SOCK");
        world.client.control("DELETE", "sizes/SOCK", "");
        world.run();
        assertThat(only(world.values("MUG")).note()).contains("Sage 200 has no product MUG");
        assertThat(only(world.values("SOCK")).note()).contains("Centra has no SKU SOCK");

        world.have("SOCK");
        world.run();
        assertThat(world.values(ValueState.UNMATCHED)).extracting(Value::label).doesNotContain("SOCK");
    }

    @Test
    void prices_of_a_band_go_to_its_price_list_by_product_or_by_variant() throws TargetUnavailable {
        world.pricelists = List.of(new Pricelist("1", "Standard", false));
        world.inSage(RED_S, "{'prices': {'Standard': 19.99}}");
        world.inSage(RED_M, "{'prices': {'Standard': 19.99}}");
        world.inSage(BLUE, "{'prices': {'Standard': 19.99}}");
        world.client.control("PUT", "pricelists/1", "{'pricesIncludeTax': false}");
        world.overwrites = true;
        world.run();
        JsonNode product = world.product("TEE");
        assertThat(product.at("/prices/1").decimalValue()).isEqualByComparingTo("19.99");

        world.inSage(BLUE, "{'prices': {'Standard': 24.5}}");
        world.overwrites = false;
        world.run();
        product = world.product("TEE");
        assertThat(product.at("/prices/1").decimalValue())
                .as("that of the others stays")
                .isEqualByComparingTo("19.99");
        assertThat(variant(product, BLUE).at("/prices/1").decimalValue()).isEqualByComparingTo("24.50");
        assertThat(variant(product, RED_S).path("prices")).isEmpty();
        assertThat(world.run().told()).isZero();

        world.inSage(BLUE, "{'prices': {'Standard': 25}}");
        world.inSage(RED_S, "{'prices': {'Standard': 21}}");
        world.inSage(RED_M, "{'prices': {'Standard': 21}}");
        assertThat(world.run().rejected())
                .as("a product is named once for all its variants")
                .isZero();
        product = world.product("TEE");
        assertThat(variant(product, BLUE).at("/prices/1").decimalValue()).isEqualByComparingTo("25");
        assertThat(variant(product, RED_S).at("/prices/1").decimalValue()).isEqualByComparingTo("21");
    }

    @Test
    void a_price_list_of_another_currency_or_another_way_with_vat_is_not_written() throws TargetUnavailable {
        world.pricelists = List.of(
                new Pricelist("1", "Web EUR", false),
                new Pricelist("1", "Standard", true),
                new Pricelist("Wholesale", "Standard", false),
                new Pricelist("1", "Outlet", false));
        assertThat(world.run().faults())
                .anySatisfy(words -> assertThat(words).contains("are in GBP").contains("in EUR"))
                .anySatisfy(words -> assertThat(words).contains("with VAT").contains("without"))
                .anySatisfy(words -> assertThat(words).contains("Centra has no price list Wholesale"))
                .anySatisfy(words -> assertThat(words).contains("no price band Outlet"))
                .hasSize(4);
    }

    private static Value only(List<Value> values) {
        assertThat(values).hasSize(1);
        return values.get(0);
    }

    private List<JsonNode> changed(String number) {
        int id = world.product(number).path("id").asInt();
        return world.client.control("GET", "products/history", "").findParents("mutation").stream()
                .filter(change -> change.path("object").asText().equalsIgnoreCase("Product")
                        && change.path("id").asInt() == id)
                .toList();
    }

    private Set<String> fieldsChanged() {
        Set<String> names = new TreeSet<>();
        world.client
                .control("GET", "products/history", "")
                .forEach(change -> change.path("fields").fieldNames().forEachRemaining(names::add));
        return names;
    }

    private static JsonNode size(JsonNode product, String sku) {
        for (JsonNode size : variant(product, sku).path("sizes")) {
            if (size.path("SKU").asText().equals(sku)) {
                return size;
            }
        }
        throw new IllegalStateException("no " + sku);
    }

    private static JsonNode variant(JsonNode product, String sku) {
        for (JsonNode variant : product.path("variants")) {
            if (variant.findValuesAsText("SKU").contains(sku)) {
                return variant;
            }
        }
        throw new IllegalStateException("no variant of " + sku);
    }
}
