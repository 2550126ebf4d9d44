package centrasage.stock.shelf;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.mapping.InForce;
import centrasage.mapping.MappingFaults;
import centrasage.mapping.Mappings;
import centrasage.stock.figure.Pace;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which row of {@code buffers.csv} a SKU follows. */
class BufferRulesTest {
    private static final String HEADER = "company,centra_warehouse,sku,product_group,kind,value,min,max\n";
    private static final Pace NONE = new Pace(0, Duration.ofDays(7), Duration.ofMinutes(1));

    private static BufferRules rules(String warehouse, String... rows) throws MappingFaults {
        Map<String, String> files = new HashMap<>(
                Map.of(
                        "companies.csv", "company,vat_rounding,ship_from\n33,per-line,GB\n34,per-line,GB\n",
                        "accounts.csv", "store,market,currency,country,company,customer\n",
                        "vat.csv", "company,ship_from,country,region,customer_kind,value_to,rate,applies_to,tax_code\n",
                        "warehouses.csv",
                                "company,centra_warehouse,sage_warehouse,dispatch_owner,stock,buffer\n33,*,WEB,centra,yes,1\n"));
        files.put("buffers.csv", HEADER + String.join("\n", rows) + "\n");
        InForce today = Mappings.parse(files).on(LocalDate.of(2026, 11, 23));
        return new BufferRules(today.buffers("33", warehouse), 1);
    }

    private static String kept(BufferRules rules, String sku, @Nullable String group) {
        return rules.of(sku, group).kept(BigDecimal.valueOf(100), NONE).rule();
    }

    @ParameterizedTest
    @CsvSource({
        "SHIRT, Tees,  SKU: 9 units",
        "shirt, tees,  product group TEES: 10 %",
        "SCARF, TEES,  product group TEES: 10 %",
        "SCARF, SHOES, warehouse: 2 x velocity",
        "SCARF, ,      warehouse: 2 x velocity"
    })
    void a_sku_comes_before_its_group_and_that_before_the_warehouse(String sku, @Nullable String group, String rule)
            throws MappingFaults {
        BufferRules rules = rules(
                "Main",
                "*,*,*,*,velocity,2,,",
                "*,*,*,TEES,percent,10,,",
                "*,*,SHIRT,*,units,9,,",
                "34,*,SHIRT,*,units,77,,",
                "33,Main,SOCK,,units,5,,");
        assertThat(kept(rules, sku, group)).isEqualTo(rule);
        assertThat(rules.groups()).containsExactly("tees");
        assertThat(rules.needPace()).isTrue();
        assertThat(rules.same()).isEmpty();
    }

    @Test
    void for_the_same_a_row_for_the_warehouse_comes_before_one_for_the_company_and_that_before_one_for_any()
            throws MappingFaults {
        List<String> rows = List.of("*,*,SHIRT,,units,1,,", "33,*,SHIRT,,units,2,,", "*,main,SHIRT,,units,3,,");
        assertThat(kept(rules("Outlet", rows.get(0)), "SHIRT", null)).isEqualTo("SKU: 1 unit");
        assertThat(kept(rules("Outlet", rows.toArray(new String[0])), "SHIRT", null))
                .isEqualTo("SKU: 2 units");
        assertThat(kept(rules("Main", rows.toArray(new String[0])), "SHIRT", null))
                .isEqualTo("SKU: 3 units");
        assertThat(kept(rules("Main", "33,Main,SHIRT,,units,4,,", rows.get(2)), "SHIRT", null))
                .isEqualTo("SKU: 4 units");
    }

    @Test
    void a_sku_comes_before_a_group_even_where_the_group_names_more() throws MappingFaults {
        BufferRules rules = rules("Main", "33,Main,,TEES,units,5,,", "*,*,SHIRT,,units,6,,");
        assertThat(kept(rules, "SHIRT", "TEES")).isEqualTo("SKU: 6 units");
    }

    @Test
    void without_a_row_it_is_the_one_of_the_warehouses() throws MappingFaults {
        assertThat(kept(rules("Main"), "SHIRT", null)).isEqualTo("warehouses.csv: 1 unit");
        assertThat(rules("Main").same()).hasValue(1);
        assertThat(rules("Main", "*,*,,,units,4,,").same()).hasValue(4);
        assertThat(rules("Main", "*,Outlet,,,percent,4,,").same())
                .as("another warehouse's")
                .hasValue(1);
        assertThat(rules("Main", "*,*,,,percent,4,,").same()).isEmpty();
        assertThat(rules("Main").needPace()).isFalse();
    }
}
