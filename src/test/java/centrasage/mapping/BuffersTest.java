package centrasage.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong in {@code buffers.csv}, and what is not. */
class BuffersTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final String HEADER = "company,centra_warehouse,sku,product_group,kind,value,min,max\n";
    private static final String WAREHOUSES = "company,centra_warehouse,sage_warehouse,dispatch_owner,stock,buffer\n";

    private final Map<String, String> files = new HashMap<>(Map.of(
            "companies.csv", "company,vat_rounding,ship_from\n1,per-line,GB\n2,per-line,GB\n",
            "accounts.csv", "store,market,currency,country,company,customer\n",
            "vat.csv", "company,ship_from,country,region,customer_kind,value_to,rate,applies_to,tax_code\n",
            "warehouses.csv", WAREHOUSES + "1,Main,WEB,centra,yes,3\n2,*,WEB,centra,no,0\n"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,Main,,,some,2,,      | kind = \"some\": expected one of units, percent, velocity",
                "1,Main,,,,2,,          | kind = \"\": is missing; expected one of units, percent, velocity",
                "1,Main,,,units,,,      | value = \"\": is missing; expected a number such as 2, 10 or 1.5",
                "1,Main,,,units,-2,,    | value = \"-2\": expected a whole number such as 0 or 2 for the kind units",
                "1,Main,,,units,1.5,,   | value = \"1.5\": expected a whole number such as 0 or 2 for the kind units",
                "1,Main,,,percent,101,, | value = \"101\": expected 0 to 100 such as 10 or 2.5 for the kind percent",
                "1,Main,,,percent,-1,,  | value = \"-1\": expected 0 to 100 such as 10 or 2.5 for the kind percent",
                "1,Main,,,percent,10 %,,| value = \"10 %\": expected 0 to 100 such as 10 or 2.5 for the kind percent",
                "1,Main,,,velocity,0,,  | value = \"0\": expected a factor above 0 such as 1 or 1.5 for the kind velocity",
                "1,Main,,,velocity,1e3,,| value = \"1e3\": expected a factor above 0 such as 1 or 1.5 for the kind velocity",
                "1,Main,,,percent,5,9,3 | min = \"9\": is above max, 3; exchange them, or clear one",
                "1,Main,,,percent,5,-1, | min = \"-1\": expected a whole number such as 0 or 2",
                "1,Main,,,units,5,1,    | min = \"1\": says nothing beside the kind units; clear it",
                "1,Main,,,units,5,,7    | max = \"7\": says nothing beside the kind units; clear it",
                "1,Main,X,TEES,units,5,,| product_group = \"TEES\": stands beside the SKU X; a row is for one of them, so clear one",
                "1,Mian,,,units,5,,     | centra_warehouse = \"Mian\": is in no row of warehouses.csv, and none is for any; add it there, or correct it",
                "7,Main,,,units,5,,     | company = \"7\": is not in companies.csv; add it there, or correct it"
            },
            quoteCharacter = '`')
    void a_fault_names_the_field_its_value_and_what_to_do(String row, String fault) {
        files.put("buffers.csv", HEADER + row + "\n");
        assertThat(assertThrows(MappingFaults.class, () -> Mappings.parse(files))
                        .faults())
                .extracting(MappingFault::toString)
                .contains("buffers.csv, line 2, " + fault);
    }

    @Test
    void two_rows_for_the_same_are_a_fault_and_skus_differ_by_case() throws MappingFaults {
        files.put("buffers.csv", HEADER + "1,Main,shirt,,units,1,,\n1,Main,SHIRT,,units,2,,\n");
        assertThat(Mappings.parse(files).on(DAY).buffers("1", "Main")).hasSize(2);

        files.put("buffers.csv", HEADER + "1,Main,,Tees,units,1,,\n1,main,,TEES,percent,2,,\n");
        assertThat(assertThrows(MappingFaults.class, () -> Mappings.parse(files)))
                .hasMessage(
                        "buffers.csv, line 3: is for the same as line 2; remove one of them, or give them effective dates"
                                + " that do not overlap");
    }

    @Test
    void rows_hold_on_their_days_and_min_and_max_may_be_left_out() throws MappingFaults {
        files.put(
                "buffers.csv",
                "company,centra_warehouse,sku,product_group,kind,value,effective_from,effective_to\n"
                        + "*,*,*,*,percent,10,,2026-11-22\n*,*,*,*,percent,20,2026-11-23,\n");
        assertThat(Mappings.parse(files).on(DAY).buffers("2", "Any"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.value()).isEqualByComparingTo("20");
                    assertThat(row.min()).isNull();
                    assertThat(row.max()).isNull();
                });
    }

    @Test
    void rows_have_a_rank_so_that_no_two_are_equally_close() throws MappingFaults {
        files.put(
                "buffers.csv",
                HEADER + "1,*,SHIRT,,units,1,,\n*,Main,,TEES,units,2,,\n1,*,,TEES,units,3,,\n2,*,,TEES,units,3,,\n"
                        + "*,*,,TEES,units,3,,\n");
        assertThat(new RowChecks(Mappings.parse(files), DAY).findings())
                .filteredOn(finding -> finding.line().file().equals("buffers.csv"))
                .isEmpty();
    }
}
