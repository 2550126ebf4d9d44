package centrasage.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import centrasage.flow.Owner;
import centrasage.flow.Reason;
import centrasage.mapping.VatCase.AppliesTo;
import centrasage.mapping.VatCase.CustomerKind;
import centrasage.money.VatRate;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mappings as finance people write them: the most specific row wins, and what is missing or double is said. */
class MappingsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final String VAT_HEADER =
            "company,ship_from,country,region,customer_kind,value_to,rate,applies_to,tax_code\n";

    private final Map<String, String> files = new HashMap<>(Map.of(
            "companies.csv", "company,vat_rounding,ship_from\n1,per-line,GB\n2,per-tax-code,SE\n",
            "accounts.csv", "store,market,currency,country,company,customer\n*,*,GBP,*,1,CENTGBP1\n",
            "vat.csv", VAT_HEADER + "1,*,GB,*,*,*,20,*,1\n",
            "warehouses.csv",
                    "company,centra_warehouse,sage_warehouse,dispatch_owner,stock,buffer\n1,*,WEB,centra,yes,3\n"));

    @Test
    void the_documented_example_loads() throws MappingFaults {
        Mappings mappings = SeedFolder.load(Path.of("docs/example-mappings"));

        assertThat(mappings.version()).matches("[0-9a-f]{64}");
        assertThat(mappings.on(DAY).company("33"))
                .isEqualTo(new Mapped.Found<>(new InForce.Company(VatRounding.PER_LINE, "GB", "HANDLING")));
        assertThat(mappings.on(DAY).rounding("33", "SEK"))
                .isEqualTo(new Mapped.Found<>(new InForce.Booking("ROUNDING", "4900", 91)));
    }

    @Test
    void no_stock_may_be_published_where_an_invoice_moves_none() throws MappingFaults {
        MappingFaults refused =
                assertThrows(MappingFaults.class, () -> Mappings.parse(files).publishNoStock());
        assertThat(refused)
                .hasMessageStartingWith("warehouses.csv, line 2, stock = \"yes\": with orders.post-as = sales-invoice")
                .hasMessageContaining("stock.moved-by = other-system");
        files.computeIfPresent("warehouses.csv", (name, text) -> text.replace(",yes,", ",no,"));
        Mappings.parse(files).publishNoStock();
    }

    @ParameterizedTest
    @CsvSource({
        "Web,UK,GBP,GB,ACC4",
        "web,UK,gbp,gb,ACC4",
        "Web,UK,GBP,IE,ACC3",
        "Web,IE,GBP,IE,ACC2",
        "Shop,IE,GBP,IE,ACC1",
        "Shop,IE,EUR,IE,ACC0"
    })
    void the_most_specific_row_wins(String store, String market, String currency, String country, String customer)
            throws MappingFaults {
        files.put("accounts.csv", """
                store,market,currency,country,company,customer
                ,,,,,ACC0
                *,*,GBP,*,1,ACC1
                Web,*,GBP,*,1,ACC2
                Web,UK,GBP,*,1,ACC3
                Web,UK,GBP,GB,1,ACC4
                """);

        Mapped<InForce.Account> account = inForce().account(new Sale(store, market, currency, country, ""));

        assertThat(account.map(InForce.Account::customer)).isEqualTo(new Mapped.Found<>(customer));
    }

    @Test
    void rows_that_are_equally_specific_are_a_reason() throws MappingFaults {
        files.put(
                "accounts.csv", "store,market,currency,country,company,customer\nWeb,*,*,*,1,ACC1\n*,*,GBP,*,1,ACC2\n");

        Reason reason = reason(inForce().account(new Sale("Web", "UK", "GBP", "GB", "")));

        assertThat(reason.code()).isEqualTo("MAPPING_AMBIGUOUS");
        assertThat(reason.what()).contains("Lines 2 and 3 of accounts.csv", "store Web", "currency GBP");
    }

    @Test
    void rows_that_are_equally_specific_and_say_the_same_are_none() throws MappingFaults {
        files.put(
                "accounts.csv", "store,market,currency,country,company,customer\nWeb,*,*,*,1,ACC1\n*,*,GBP,*,1,ACC1\n");

        assertThat(inForce().account(new Sale("Web", "UK", "GBP", "GB", ""))).isInstanceOf(Mapped.Found.class);
    }

    @Test
    void a_missing_row_names_the_file_the_values_and_the_remedy() throws MappingFaults {
        Reason reason = reason(inForce().account(new Sale("Web", "UK", "EUR", "IE", "")));

        assertThat(reason)
                .isEqualTo(new Reason(
                        "ACCOUNT_NOT_MAPPED",
                        Owner.FINANCE,
                        "No customer account is mapped for store Web, market UK, currency EUR, country IE, on 23 Nov 2026"
                                + " (accounts.csv)",
                        "Add a row to accounts.csv that fits store Web, market UK, currency EUR, country IE"));
    }

    @ParameterizedTest
    @CsvSource({"2026-10-31,1", "2026-11-01,3", "2026-11-30,3", "2026-12-01,1"})
    void rows_hold_from_their_first_day_to_their_last(LocalDate day, int code) throws MappingFaults {
        String header = VAT_HEADER.strip() + ",effective_from,effective_to\n";
        files.put("vat.csv", header + """
                1,,GB,,,,20,,1,,2026-10-31
                1,,GB,,,,20,,3,2026-11-01,2026-11-30
                1,,GB,,,,20,,1,2026-12-01,
                """);

        assertThat(Mappings.parse(files).on(day).taxCode(vatCase("100", "20"))).isEqualTo(new Mapped.Found<>(code));
    }

    @ParameterizedTest
    @CsvSource({"100,7", "150,7", "150.01,8", "1000,8", "1000.01,9"})
    void the_lowest_threshold_above_the_value_counts(String value, int code) throws MappingFaults {
        files.put("vat.csv", VAT_HEADER + "1,,GB,,,150,,,7\n1,,GB,,,1000,,,8\n1,,GB,,,,,,9\n");

        assertThat(inForce().taxCode(vatCase(value, "20"))).isEqualTo(new Mapped.Found<>(code));
    }

    @Test
    void a_rate_is_the_same_with_other_decimals() throws MappingFaults {
        files.put("vat.csv", VAT_HEADER + "1,*,GB,*,*,*,20.00,*,1\n1,*,GB,*,*,*,0.0,*,2\n");

        assertThat(inForce().taxCode(vatCase("1", "20.0"))).isEqualTo(new Mapped.Found<>(1));
        assertThat(inForce().taxCode(vatCase("1", "0.00"))).isEqualTo(new Mapped.Found<>(2));
        assertThat(reason(inForce().taxCode(vatCase("1", "5"))).code()).isEqualTo("VAT_NOT_MAPPED");
    }

    @Test
    void a_sku_is_its_own_product_unless_a_row_says_otherwise() throws MappingFaults {
        files.put("skus.csv", "company,sku,product\n*,BAG,PACK-BAG\n2,BAG,PACK-2\n");

        assertThat(inForce().item("1", "BAG")).isEqualTo(new Mapped.Found<>(new InForce.Item("PACK-BAG", false)));
        assertThat(inForce().item("2", "BAG")).isEqualTo(new Mapped.Found<>(new InForce.Item("PACK-2", false)));
        assertThat(inForce().item("1", "bag")).isEqualTo(new Mapped.Found<>(new InForce.Item("bag", false)));
        assertThat(inForce().item("1", "TEE")).isEqualTo(new Mapped.Found<>(new InForce.Item("TEE", false)));
    }

    @Test
    void the_warehouse_of_an_order_is_the_general_one() throws MappingFaults {
        files.put("warehouses.csv", """
                company,centra_warehouse,sage_warehouse,dispatch_owner,stock,buffer
                *,Main,HOME,sage,no,
                1,*,WEB,centra,yes,3
                """);

        assertThat(inForce().warehouse("1"))
                .isEqualTo(new Mapped.Found<>(new InForce.Warehouse("WEB", false, true, 3)));
        assertThat(inForce().warehouse("2"))
                .isEqualTo(new Mapped.Found<>(new InForce.Warehouse("HOME", true, false, 0)));
    }

    @Test
    void two_warehouses_and_no_general_one_are_ambiguous() throws MappingFaults {
        files.put("warehouses.csv", """
                company,centra_warehouse,sage_warehouse,dispatch_owner,stock,buffer
                1,Main,HOME,sage,no,
                1,Web,WEB,sage,no,
                """);

        assertThat(reason(inForce().warehouse("1")).code()).isEqualTo("MAPPING_AMBIGUOUS");
    }

    @Test
    void a_nominal_may_have_a_cost_centre_and_a_department() throws MappingFaults {
        files.put("nominals.csv", """
                company,purpose,detail,currency,nominal,cost_centre,department,tax_code
                1,rounding,,,4900,WEB,UK,
                1,fee,,,7901,,,
                """);

        assertThat(inForce().rounding("1", "GBP"))
                .isEqualTo(new Mapped.Found<>(new InForce.Booking(null, "4900/WEB/UK", null)));
    }

    @Test
    void the_version_follows_the_content() throws MappingFaults {
        String before = Mappings.parse(files).version();
        assertThat(Mappings.parse(new HashMap<>(files)).version()).isEqualTo(before);

        files.put("skus.csv", "company,sku,product\n");

        assertThat(Mappings.parse(files).version()).isNotEqualTo(before);
    }

    @Test
    void all_faults_come_at_once() {
        files.put("companies.csv", "company,vat_rounding,ship_from\n1,sometimes,UK2\n");
        files.put("accounts.csv", "store,market,currency,country,company,customer,colour\n");
        files.put("vat.csv", VAT_HEADER.strip() + """
                ,effective_from,effective_to
                1,,GB,,,,abc,,
                3,,GB,,,,20,,1
                1,,GB,,trader,,100,,1,soon,
                1,,FR,,,,20,,1,2026-02-01,2026-01-01
                """);
        files.remove("warehouses.csv");
        files.put("vats.csv", "");

        MappingFaults faults = assertThrows(MappingFaults.class, () -> Mappings.parse(files));

        assertThat(faults.faults().stream().map(MappingFault::toString))
                .containsExactlyInAnyOrder(
                        "companies.csv, line 2, vat_rounding = \"sometimes\": expected one of per-line, per-tax-code",
                        "companies.csv, line 2, ship_from = \"UK2\": expected an ISO 3166 code such as GB",
                        "accounts.csv, line 1, header = \"colour\": there is no such column; expected"
                                + " store,market,currency,country,company,customer and optionally"
                                + " account,effective_from,effective_to",
                        "vat.csv, line 2: has 9 cells where the header has 11",
                        "vat.csv, line 2, rate = \"abc\": expected a rate in percent such as 20 or 5.5",
                        "vat.csv, line 2, tax_code = \"\": is missing; expected the number of a Sage tax code such as 1",
                        "vat.csv, line 3: has 9 cells where the header has 11",
                        "vat.csv, line 4, customer_kind = \"trader\": expected one of consumer, business",
                        "vat.csv, line 4, rate = \"100\": expected a rate in percent such as 20 or 5.5",
                        "vat.csv, line 4, effective_from = \"soon\": expected a date such as 2026-11-01",
                        "vat.csv, line 5, effective_to = \"2026-01-01\": lies before effective_from 2026-02-01",
                        "warehouses.csv: is missing; see docs/example-mappings",
                        "vats.csv: there is no such mapping; expected one of accounts.csv, analysis.csv, companies.csv,"
                                + " gateways.csv, nominals.csv, settlement.csv, shipping.csv, skus.csv, vat.csv,"
                                + " warehouses.csv");
    }

    @Test
    void the_same_twice_is_a_fault_even_if_written_otherwise() {
        files.put("vat.csv", VAT_HEADER + "1,,GB,,,,20,,1\n1,*,gb,*,*,*,20.0,*,2\n1,*,GB,*,*,*,20.0,*,2\n");

        MappingFaults faults = assertThrows(MappingFaults.class, () -> Mappings.parse(files));

        assertThat(faults.getMessage()).contains("vat.csv, line 4: is for the same as line 2");
    }

    @Test
    void a_company_that_is_not_listed_is_a_fault() {
        files.put("skus.csv", "company,sku,product\n7,BAG,PACK-BAG\n");

        MappingFaults faults = assertThrows(MappingFaults.class, () -> Mappings.parse(files));

        assertThat(faults)
                .hasMessage("skus.csv, line 2, company = \"7\": is not in companies.csv; add it there, or correct it");
    }

    @Test
    void an_empty_file_and_a_missing_column_are_faults() {
        files.put("skus.csv", "");
        files.put("shipping.csv", "company,charge\n1,CARRIAGE\n");

        MappingFaults faults = assertThrows(MappingFaults.class, () -> Mappings.parse(files));

        assertThat(faults.faults().stream().map(MappingFault::toString))
                .containsExactly(
                        "skus.csv: is empty; expected the header company,sku,product and optionally as,effective_from,"
                                + "effective_to",
                        "shipping.csv, line 1, header = \"shipping_option\": the column is missing");
    }

    @Test
    void a_wrong_separator_is_one_fault_and_says_what_it_is() {
        files.put("shipping.csv", "company;shipping_option;charge\n1;Standard;CARRIAGE\n");
        files.put("companies.csv", "company\tvat_rounding\tship_from\n");

        MappingFaults faults = assertThrows(MappingFaults.class, () -> Mappings.parse(files));

        assertThat(faults.faults().stream().map(MappingFault::toString))
                .containsExactly(
                        "companies.csv: is separated by tabs; save it with commas between the cells:"
                                + " company,vat_rounding,ship_from and optionally handling_charge,effective_from,effective_to",
                        "shipping.csv: is separated by semicolons; save it with commas between the cells:"
                                + " company,shipping_option,charge and optionally effective_from,effective_to");
    }

    @Test
    void a_file_without_rows_that_every_order_needs_is_warned_of() throws MappingFaults {
        assertThat(Mappings.parse(files).warnings()).isEmpty();
        files.put("vat.csv", VAT_HEADER);
        files.put("skus.csv", "company,sku,product\n");
        assertThat(Mappings.parse(files).warnings())
                .containsExactly("vat.csv has no rows: no tax code is mapped, so every order will be held");
    }

    @Test
    void a_folder_is_read_as_strict_utf_8(@TempDir Path folder) throws Exception {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(
                    folder.resolve(file.getKey()), "\uFEFF" + file.getValue().replace("\n", "\r\n"));
        }
        Files.writeString(folder.resolve("README.md"), "not a mapping");
        assertThat(SeedFolder.load(folder).on(DAY).company("1")).isInstanceOf(Mapped.Found.class);

        Files.write(
                folder.resolve("skus.csv"), "company,sku,product\n,Größe,X\n".getBytes(StandardCharsets.ISO_8859_1));
        MappingFaults faults = assertThrows(MappingFaults.class, () -> SeedFolder.load(folder));

        assertThat(faults).hasMessage("skus.csv: is not UTF-8; save it as CSV UTF-8");
    }

    @Test
    void a_file_that_cannot_be_read_hides_no_fault_of_the_others(@TempDir Path folder) throws Exception {
        files.put("shipping.csv", "company,charge\n1,CARRIAGE\n");
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        Files.write(folder.resolve("companies.csv"), new byte[] {(byte) 0xe4});
        Files.createDirectory(folder.resolve("skus.csv"));
        MappingFaults faults = assertThrows(MappingFaults.class, () -> SeedFolder.load(folder));

        assertThat(faults.faults().stream().map(MappingFault::toString))
                .hasSize(3)
                .contains(
                        "companies.csv: is not UTF-8; save it as CSV UTF-8",
                        "shipping.csv, line 1, header = \"shipping_option\": the column is missing")
                .anyMatch(fault -> fault.startsWith("skus.csv: cannot be read ("));
    }

    @Test
    void a_folder_that_is_gone_is_a_fault_with_its_key_and_remedy(@TempDir Path folder) {
        Path gone = folder.resolve("gone");
        MappingFaults faults = assertThrows(MappingFaults.class, () -> SeedFolder.load(gone));

        assertThat(faults)
                .hasMessage(
                        "mapping.seed = \"" + gone + "\": this folder is gone; put it back with the mapping files in"
                                + " it, or correct mapping.seed and restart");
    }

    private InForce inForce() throws MappingFaults {
        return Mappings.parse(files).on(DAY);
    }

    private static Reason reason(Mapped<?> mapped) {
        return mapped.match(found -> new Reason("FOUND", Owner.FINANCE, String.valueOf(found), ""), reason -> reason);
    }

    private static VatCase vatCase(String value, String rate) {
        return new VatCase(
                "1", "GB", "GB", "", CustomerKind.CONSUMER, new BigDecimal(value), VatRate.of(rate), AppliesTo.GOODS);
    }
}
