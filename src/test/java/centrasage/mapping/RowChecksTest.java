package centrasage.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows among themselves: what overlaps, what nothing ever finds, and the days on which nothing holds. */
class RowChecksTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final String VAT =
            "company,ship_from,country,region,customer_kind,value_to,rate,applies_to,tax_code,effective_from,effective_to\n";

    private static List<String> found(String vat) {
        Map<String, String> files = new HashMap<>(Map.of(
                "companies.csv", "company,vat_rounding,ship_from\n1,per-line,GB\n2,per-line,NL\n",
                "accounts.csv", "store,market,currency,country,company,customer\n*,*,GBP,*,1,CENTGBP1\n",
                "warehouses.csv",
                        "company,centra_warehouse,sage_warehouse,dispatch_owner,stock,buffer\n*,*,WEB,centra,yes,3\n"));
        files.put("vat.csv", VAT + vat.replace(";", "\n").replace(" ", "") + "\n");
        try {
            return new RowChecks(Mappings.parse(files), TODAY)
                    .findings().stream()
                            .map(finding ->
                                    finding.kind() + " " + finding.line().number())
                            .toList();
        } catch (MappingFaults e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // equally specific, a sale fits both, and the codes differ
                "1,,GB,,,,,,1,,;     1,,,,,,20,,2,,                                    | AMBIGUOUS 3",
                // the same code is no question
                "1,,GB,,,,,,1,,;     1,,,,,,20,,1,,                                    | ``",
                // a third row decides
                "1,,GB,,,,,,1,,;     1,,,,,,20,,2,,;   1,,GB,,,,20,,3,,                | ``",
                // a third row decides only until it ends
                "1,,GB,,,,,,1,,;     1,,,,,,20,,2,,;   1,,GB,,,,20,,3,,2026-12-31      | AMBIGUOUS 3",
                // no sale fits both
                "1,,GB,,,,,,1,,;     1,,DE,,,,,,2,,                                    | ``",
                // one is more specific
                "1,,GB,,,,,,1,,;     1,,GB,,,,20,,2,,                                  | ``",
                // not at the same time
                "1,,GB,,,,,,1,,2026-11-30; 1,,,,,,20,,2,2026-12-01,                    | ``",
                // of two thresholds the lower decides
                "1,,DE,,,150,,,1,,;  1,,DE,,,300,,,2,,                                 | ``",
                // a threshold and another cell are equally specific
                "1,,DE,,,150,,,1,,;  1,,DE,,,,19,,2,,                                  | AMBIGUOUS 3",
                // a hole between two rows for the same
                "1,,GB,,,,,,1,,2026-11-30; 1,,GB,,,,,,2,2026-12-05,                    | DATE_GAP 3",
                "1,,GB,,,,,,1,,2026-11-30; 1,,GB,,,,,,2,2026-12-01,                    | ``",
                // a hole that is past hurts nobody
                "1,,GB,,,,,,1,,2025-01-31; 1,,GB,,,,,,2,2025-02-05,                    | EXPIRED 2",
                "1,,GB,,,,,,1,,2026-11-22; 1,,GB,,,,,,2,2026-11-23,                    | EXPIRED 2",
                // every kind of customer has a row of its own
                "1,,GB,,,,,,1,,; 1,,GB,,consumer,,,,2,,; 1,,GB,,business,,,,3,,        | NEVER_CHOSEN 2",
                "1,,GB,,,,,,1,,; 1,,GB,,consumer,,,,2,,                                | ``",
                // every company has a row of its own
                ",,GB,,,,,,1,,;  1,,GB,,,,,,2,,;       2,,GB,,,,,,3,,                  | NEVER_CHOSEN 2",
                // nothing leaves from there
                "1,NL,GB,,,,,,1,,;   1,FR,GB,,,,,,2,,                                  | NEVER_CHOSEN 3"
            })
    void rows_are_held_against_each_other(String vat, String expected) {
        assertThat(found(vat)).containsExactlyElementsOf(expected.isEmpty() ? List.of() : List.of(expected));
    }

    @Test
    void the_documented_examples_have_nothing_odd() throws MappingFaults {
        assertThat(new RowChecks(SeedFolder.load(Path.of("docs/example-mappings")), TODAY).findings())
                .isEmpty();
    }

    /** Each row against each other would be two and a half thousand million pairs. */
    @Test
    @Timeout(20)
    void as_many_skus_as_the_store_holds_are_checked_in_seconds() throws MappingFaults {
        StringBuilder skus = new StringBuilder("company,sku,product\n");
        for (int sku = 0; sku < 50_000; sku++) {
            skus.append("*,S").append(sku).append(",P").append(sku).append('\n');
        }
        Map<String, String> files = new HashMap<>(SeedFolder.texts(Path.of("docs/example-mappings")));
        files.put("skus.csv", skus.toString());
        assertThat(new RowChecks(Mappings.parse(files), TODAY).findings()).isEmpty();
    }

    @Test
    void an_overlap_is_told_with_both_lines_and_the_sale_that_fits_both() throws MappingFaults {
        Map<String, String> files = new HashMap<>(Map.of(
                "companies.csv", "company,vat_rounding,ship_from\n1,per-line,GB\n",
                "accounts.csv",
                        "store,market,currency,country,company,customer\nA,,GBP,,1,CENTGBP1\n,B,GBP,,1,CENTGBP2\n",
                "vat.csv", VAT + "1,,,,,,,,1,,\n",
                "warehouses.csv",
                        "company,centra_warehouse,sage_warehouse,dispatch_owner,stock,buffer\n1,*,WEB,centra,yes,3\n"));
        assertThat(new RowChecks(Mappings.parse(files), TODAY).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.what())
                        .isEqualTo(
                                "Lines 2 and 3 of accounts.csv both fit store A, market B, currency GBP, equally well, and"
                                        + " answer differently"));
    }
}
