package centrasage.mapping.version;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.mapping.MappingFaults;
import centrasage.mapping.MappingLine;
import centrasage.mapping.Mappings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a new version changes, as the person who made it would tell it. */
class DifferencesTest {
    private static final String HEADER = "company,shipping_option,charge";

    private static List<MappingLine> lines(String... rows) {
        Map<String, String> files = new HashMap<>(Map.of(
                "companies.csv", "company,vat_rounding,ship_from\n1,per-line,GB\n",
                "accounts.csv", "store,market,currency,country,company,customer\n*,*,GBP,*,1,CENTGBP1\n",
                "vat.csv",
                        "company,ship_from,country,region,customer_kind,value_to,rate,applies_to,tax_code\n1,*,*,*,*,*,20,*,1\n",
                "warehouses.csv",
                        "company,centra_warehouse,sage_warehouse,dispatch_owner,stock,buffer\n1,*,WEB,centra,yes,3\n"));
        files.put("shipping.csv", HEADER + "\n" + String.join("\n", rows) + "\n");
        try {
            return Mappings.parse(files).lines();
        } catch (MappingFaults e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> told(List<MappingLine> before, List<MappingLine> after) {
        return Differences.between(before, after).stream()
                .map(change -> change.kind() + " " + charge(change.before()) + " -> " + charge(change.after()))
                .toList();
    }

    private static String charge(@Nullable MappingLine line) {
        return line == null ? "-" : line.number() + ":" + line.get("charge");
    }

    @Test
    void the_same_rows_in_another_order_and_spelt_otherwise_are_no_change() {
        assertThat(told(lines("1,Standard,A", "*,Express,B"), lines(",Express,B", "1,Standard,A")))
                .isEmpty();
    }

    @Test
    void a_row_for_the_same_with_another_answer_is_changed() {
        assertThat(told(lines("1,Standard,A"), lines("1,Express,C", "1,Standard,B")))
                .containsExactly("ADDED - -> 2:C", "CHANGED 2:A -> 3:B");
    }

    @Test
    void a_row_that_is_gone_is_removed() {
        assertThat(told(lines("1,Standard,A", "1,Express,B"), lines("1,Express,B")))
                .containsExactly("REMOVED 2:A -> -");
    }

    @Test
    void against_nothing_everything_is_new() {
        assertThat(Differences.between(List.of(), lines("1,Standard,A")))
                .hasSize(5)
                .allMatch(change -> change.kind() == LineChange.Kind.ADDED);
    }
}
