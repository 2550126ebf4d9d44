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

    private static final Map<String, String> HEADERS = Map.of(
            "nominals.csv", "company,purpose,detail,currency,nominal,cost_centre,department,tax_code\n",
            "shipping.csv", "company,shipping_option,charge\n",
            "skus.csv", "company,sku,product\n",
            "gateways.csv", "company,gateway,currency,payment_method,clearing_bank\n",
            "analysis.csv", "company,document,field,source,value,mandatory\n",
            "warehouses.csv", "company,centra_warehouse,sage_warehouse,dispatch_owner,stock,buffer\n");

    private static List<String> found(String vat) {
        Map<String, String> files = new HashMap<>(Map.of(
                "companies.csv", "company,vat_rounding,ship_from\n1,per-line,GB\n2,per-line,NL\n",
                "accounts.csv", "store,market,currency,country,company,customer\n*,*,GBP,*,1,CENTGBP1\n",
                "warehouses.csv",
                        "company,centra_warehouse,sage_warehouse,dispatch_owner,stock,buffer\n*,*,WEB,centra,yes,3\n"));
        files.put("vat.csv", VAT + vat.replace(";", "\n").replace(" ", "") + "\n");
        try {
            return told(files);
        } catch (MappingFaults e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> told(Map<String, String> files) throws MappingFaults {
        return new RowChecks(Mappings.parse(files), TODAY)
                .findings().stream()
                        .map(finding -> finding.kind()
                                + (finding.holdsOrders() ? "! " : " ")
                                + finding.line().number())
                        .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // equally specific, a sale fits both, and the codes differ
                "1,,GB,,,,,,1,,;     1,,,,,,20,,2,,                                    | AMBIGUOUS! 3",
                // the same code is no question
                "1,,GB,,,,,,1,,;     1,,,,,,20,,1,,                                    | ``",
                // a third row decides
                "1,,GB,,,,,,1,,;     1,,,,,,20,,2,,;   1,,GB,,,,20,,3,,                | ``",
                // a third row decides only until it ends
                "1,,GB,,,,,,1,,;     1,,,,,,20,,2,,;   1,,GB,,,,20,,3,,2026-12-31      | AMBIGUOUS! 3",
                // no sale fits both
                "1,,GB,,,,,,1,,;     1,,DE,,,,,,2,,                                    | ``",
                // one is more specific
                "1,,GB,,,,,,1,,;     1,,GB,,,,20,,2,,                                  | ``",
                // not at the same time
                "1,,GB,,,,,,1,,2026-11-30; 1,,,,,,20,,2,2026-12-01,                    | ``",
                // of two thresholds the lower decides
                "1,,DE,,,150,,,1,,;  1,,DE,,,300,,,2,,                                 | ``",
                // a threshold and another cell are equally specific
                "1,,DE,,,150,,,1,,;  1,,DE,,,,19,,2,,                                  | AMBIGUOUS! 3",
                // a hole between two rows for the same
                "1,,GB,,,,,,1,,2026-11-30; 1,,GB,,,,,,2,2026-12-05,                    | DATE_GAP! 3",
                "1,,GB,,,,,,1,,2026-11-30; 1,,GB,,,,,,2,2026-12-01,                    | ``",
                // a closer row for each kind of customer decides
                "1,,GB,,,,,,1,,;     1,,,,,,20,,2,,;   1,,GB,,consumer,,20,,3,,; 1,,GB,,business,,20,,4,, | ``",
                "1,,GB,,,,,,1,,;     1,,,,,,20,,2,,;   1,,GB,,consumer,,20,,3,,        | AMBIGUOUS! 3",
                // one closer row follows another
                "1,,GB,,,,,,1,,;     1,,,,,,20,,2,,;   1,,GB,,,,20,,3,,2026-12-31; 1,,GB,,,,20,,4,2027-01-01, | ``",
                // company 1 ships from GB alone, so that no order asks
                "1,NL,GB,,,,,,1,,;   1,NL,,,,,20,,2,,                                  | AMBIGUOUS 3",
                // more general rows answer in a hole, one after the other
                "1,,GB,,,,,,1,,2026-11-30; 1,,GB,,,,,,2,2026-12-05,; ,,GB,,,,,,3,,     | DATE_GAP 3",
                "1,,GB,,,,,,1,,2026-11-30; 1,,GB,,,,,,2,2026-12-05,; ,,GB,,,,,,3,,2026-12-02; ,,,,,,,,4,2026-12-03, | DATE_GAP 3",
                "1,,GB,,,,,,1,,2026-11-30; 1,,GB,,,,,,2,2026-12-05,; ,,GB,,,,,,3,,2026-12-02 | DATE_GAP! 3",
                "1,,GB,,,,,,1,,2026-11-30; 1,,GB,,,,,,2,2026-12-05,; ,,,,consumer,,,,3,,     | DATE_GAP! 3",
                // a hole that began in the past and is not over
                "1,,GB,,,,,,1,,2026-11-20; 1,,GB,,,,,,2,2026-12-05,                    | EXPIRED 2; DATE_GAP! 3",
                // a hole that is past holds only what is late
                "1,,GB,,,,,,1,,2025-01-31; 1,,GB,,,,,,2,2025-02-05,                    | EXPIRED 2; DATE_GAP 3",
                "1,,GB,,,,,,1,,2025-01-31; 1,,GB,,,,,,2,2025-02-05,; ,,GB,,,,,,3,,     | EXPIRED 2",
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
        assertThat(found(vat))
                .containsExactlyElementsOf(expected.isEmpty() ? List.of() : List.of(expected.split("; ")));
    }

    /** What orders never ask of a file holds none of them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nominals.csv  | 1,rounding,A,*,4900,,,91;1,rounding,*,GBP,4901,,,91   | ``",
                "nominals.csv  | 1,rounding,A,*,4900,,,91;*,rounding,*,GBP,4901,,,91   | AMBIGUOUS! 3",
                "nominals.csv  | 1,rounding,A,GBP,4900,,,91;1,rounding,B,GBP,4900,,,91 | AMBIGUOUS! 3",
                "nominals.csv  | 1,rounding,A,GBP,4900,,,91;1,rounding,*,*,4901,,,91   | ``",
                "nominals.csv  | 1,fee,A,*,4900,,,91;*,fee,A,GBP,4901,,,91             | AMBIGUOUS 3",
                "shipping.csv  | 1,*,POST;*,Express,CARRIAGE                           | AMBIGUOUS! 3",
                "gateways.csv  | 1,*,GBP,,A;1,paypal,*,,B                              | AMBIGUOUS 3",
                "analysis.csv  | 1,order,analysis_code_1,store,,;*,order,analysis_code_1,market,, | ``",
                "warehouses.csv | 1,*,WEB,centra,yes,3;*,Main,HOME,centra,yes,3        | AMBIGUOUS 3"
            },
            quoteCharacter = '`')
    void an_overlap_holds_orders_where_they_ask_for_it(String file, String rows, String expected) throws MappingFaults {
        Map<String, String> files = new HashMap<>(Map.of(
                "companies.csv",
                "company,vat_rounding,ship_from\n1,per-line,GB\n2,per-line,NL\n",
                "accounts.csv",
                "store,market,currency,country,company,customer\n*,*,GBP,*,1,CENTGBP1\n",
                "vat.csv",
                VAT + "1,,,,,,,,1,,\n",
                "warehouses.csv",
                HEADERS.getOrDefault("warehouses.csv", "") + "1,*,WEB,centra,yes,3\n"));
        files.put(file, HEADERS.getOrDefault(file, "") + rows.replace(";", "\n") + "\n");
        assertThat(told(files)).containsExactlyElementsOf(expected.isEmpty() ? List.of() : List.of(expected));
    }

    /** A SKU that no row names is its own product, and nobody insists on an analysis code. */
    @ParameterizedTest
    @CsvSource({
        "skus.csv, '*,A-S,PACK-A', DATE_GAP 3",
        "analysis.csv, '1,order,analysis_code_1,store,,', DATE_GAP 3",
        "shipping.csv, '1,Express,POST', DATE_GAP! 3",
        "nominals.csv, '1,rounding,A,GBP,4900,,,91', DATE_GAP! 3",
        "nominals.csv, '1,fee,A,GBP,4900,,,91', DATE_GAP 3"
    })
    void days_without_a_row_hold_orders_where_they_need_one(String file, String row, String expected)
            throws MappingFaults {
        Map<String, String> files = new HashMap<>(SeedFolder.texts(Path.of("docs/example-mappings")));
        files.replaceAll((name, text) -> text.replace("33,", "1,").replace(",33,", ",1,"));
        files.put(
                file,
                HEADERS.getOrDefault(file, "").strip() + ",effective_from,effective_to\n" + row + ",,2026-11-30\n" + row
                        + ",2026-12-15,\n");
        assertThat(told(files)).containsExactly(expected);
    }

    /** A reseller is never booked to the account of anybody. */
    @Test
    void a_gap_of_a_resellers_row_is_not_closed_by_one_for_anybody() throws MappingFaults {
        Map<String, String> files = new HashMap<>(SeedFolder.texts(Path.of("docs/example-mappings")));
        files.put(
                "accounts.csv",
                "store,market,currency,country,company,customer,account,effective_from,effective_to\n"
                        + "*,*,GBP,*,33,CENTGBP1,*,,\n*,*,GBP,*,33,HARBOUR1,Harbour,,2026-11-30\n"
                        + "*,*,GBP,*,33,HARBOUR1,Harbour,2026-12-15,\n");
        assertThat(told(files)).containsExactly("DATE_GAP! 4");
    }

    @Test
    void the_documented_examples_have_nothing_odd() throws MappingFaults {
        for (String folder : List.of("docs/example-mappings", "docs/example-mappings/vat-cases")) {
            assertThat(told(SeedFolder.texts(Path.of(folder)))).isEmpty();
        }
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
