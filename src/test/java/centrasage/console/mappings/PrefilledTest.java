package centrasage.console.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.Owner;
import centrasage.flow.Reason;
import centrasage.mapping.Mappings;
import centrasage.mapping.SeedFolder;
import centrasage.mapping.SheetForm;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The row that a held document waits for, read from its reason. */
class PrefilledTest {
    private static Prefilled of(String what, String remedy) {
        return Prefilled.of(List.of(new Reason("CODE", Owner.FINANCE, what, remedy)))
                .orElseThrow();
    }

    @Test
    void what_the_row_is_for_is_filled_in() {
        Prefilled row = of("", "Add a row to gateways.csv that fits company 33, gateway adyen, EU, currency NOK");

        assertThat(row.form().file()).isEqualTo("gateways.csv");
        assertThat(row.cells()).isEqualTo(Map.of("company", "33", "gateway", "adyen, EU", "currency", "NOK"));
    }

    @Test
    void a_reason_of_the_mappings_themselves_is_understood() throws Exception {
        Mappings mappings = SeedFolder.load(Path.of("docs/example-mappings"));
        List<Reason> reasons = mappings.on(LocalDate.of(2026, 11, 23))
                .gateway("33", "acme-pay", "GBP")
                .match(found -> List.of(), List::of);

        assertThat(Prefilled.of(reasons).orElseThrow().cells())
                .isEqualTo(Map.of("company", "33", "gateway", "acme-pay", "currency", "GBP"));
    }

    @Test
    void a_row_of_vat_is_taken_as_it_would_be_pasted_without_what_a_person_must_say() {
        Prefilled row = of(
                "No tax code is mapped for ...",
                "Add this row to vat.csv, with the tax code that your VAT adviser names: 33,GB,NO,*,consumer,*,25,*,<tax"
                        + " code> (columns company,ship_from,country,region,customer_kind,value_to,rate,applies_to,tax_code)");

        assertThat(row.cells())
                .isEqualTo(Map.of(
                        "company",
                        "33",
                        "ship_from",
                        "GB",
                        "country",
                        "NO",
                        "customer_kind",
                        "consumer",
                        "rate",
                        "25"));
    }

    @Test
    void a_product_that_sage_does_not_have_is_a_row_of_skus() {
        assertThat(of(
                                "Sage 200 has no product TD-0042-M",
                                "Create the product in Sage 200, or name another one in skus.csv")
                        .cells())
                .isEqualTo(Map.of("sku", "TD-0042-M"));
        assertThat(of("Sage 200 has no product P-1 (SKU TD-0042-M)", "..., or name another one in skus.csv")
                        .cells())
                .isEqualTo(Map.of("sku", "TD-0042-M"));
        assertThat(Prefilled.of("The period is closed", "Open the period")).isEmpty();
    }

    @Test
    void an_address_carries_a_row_and_never_a_column_that_there_is_not() {
        SheetForm skus = SheetForm.named("skus").orElseThrow();

        assertThat(Prefilled.asked(skus, "sku:TD:1|company:33|colour:red")
                        .orElseThrow()
                        .cells())
                .isEqualTo(Map.of("sku", "TD:1", "company", "33"));
        assertThat(Prefilled.asked(skus, "nothing")).isEmpty();
        assertThat(Prefilled.asked(skus, new Prefilled(skus, Map.of("sku", "A")).part()))
                .contains(new Prefilled(skus, Map.of("sku", "A")));
    }
}
