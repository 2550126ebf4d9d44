package centrasage.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong in mapping files is told all at once, with the place and the remedy. */
class MappingFaultsTest {
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
    void no_stock_may_be_published_where_an_invoice_moves_none() throws MappingFaults {
        MappingFaults refused =
                assertThrows(MappingFaults.class, () -> Mappings.parse(files).publishNoStock());
        assertThat(refused)
                .hasMessageStartingWith("warehouses.csv, line 2, stock = \"yes\": with orders.post-as = sales-invoice")
                .hasMessageContaining("stock.moved-by = other-system");
        files.computeIfPresent("warehouses.csv", (name, text) -> text.replace(",yes,", ",no,"));
        Mappings.parse(files).publishNoStock();
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
                        "vats.csv: there is no such mapping; expected one of accounts.csv, analysis.csv, buffers.csv, carriers.csv, companies.csv,"
                                + " fees.csv, fields.csv, gateways.csv, nominals.csv, pricelists.csv, settlement.csv, shipping.csv,"
                                + " skus.csv, vat.csv,"
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
}
