package centrasage.reconcile.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.Owner;
import centrasage.flow.Reason;
import centrasage.mapping.Mapped;
import centrasage.mapping.MappingFaults;
import centrasage.mapping.Mappings;
import centrasage.mapping.SeedFolder;
import centrasage.mapping.VatCase;
import centrasage.mapping.VatCase.AppliesTo;
import centrasage.mapping.VatCase.CustomerKind;
import centrasage.money.VatRate;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What many held orders wait for is told once for each row that is missing, with the file that lacks it. */
class HeldReasonsTest {
    private static Reason missing(String country, String region, AppliesTo appliesTo, String value)
            throws MappingFaults {
        VatCase sale = new VatCase(
                "33", "GB", country, region, CustomerKind.CONSUMER, new BigDecimal(value), VatRate.of("0"), appliesTo);
        Mappings mappings = SeedFolder.load(Path.of("docs/example-mappings/vat-cases"));
        Mapped<Integer> answer = mappings.on(LocalDate.of(2026, 11, 23)).taxCode(sale);
        return answer.match(
                code -> {
                    throw new AssertionError("found " + code);
                },
                reason -> reason);
    }

    @Test
    void one_country_is_one_row_whatever_the_province_the_value_and_what_is_sold() throws MappingFaults {
        List<Unmapped> unmapped = HeldReasons.grouped(List.of(
                List.of(
                        missing("IT", "VE", AppliesTo.GOODS, "278.8"),
                        missing("IT", "VE", AppliesTo.SHIPPING, "278.8")),
                List.of(missing("IT", "FC", AppliesTo.GOODS, "43406.4")),
                List.of(missing("IE", "Donegal", AppliesTo.GOODS, "99.90"))));
        assertThat(unmapped).extracting(Unmapped::orders).containsExactly(2L, 1L);
        assertThat(unmapped).extracting(Unmapped::file).containsOnly("vat.csv");
        assertThat(unmapped.get(0).what())
                .startsWith("2 orders wait, one of them: No tax code is mapped for company 33, ")
                .contains("a value of 278.80,");
        assertThat(unmapped.get(0).reason().remedy())
                .isEqualTo("Add this row to vat.csv, with the tax code that your VAT adviser names:"
                        + " 33,GB,IT,*,consumer,*,0,*,<tax code> (columns company,ship_from,country,region,"
                        + "customer_kind,value_to,rate,applies_to,tax_code)");
    }

    @Test
    void two_rows_that_fit_alike_are_one_finding_whatever_each_order_came_to() {
        List<Reason> reasons =
                List.of(ambiguous("4 and 9", "10.00"), ambiguous("4 and 9", "20.00"), ambiguous("4 and 8", "1"));
        assertThat(HeldReasons.grouped(reasons.stream().map(List::of).toList()))
                .extracting(Unmapped::orders)
                .containsExactly(2L, 1L);
        assertThat(new Unmapped(ambiguous("4 and 9", "1"), 1).file()).isEqualTo("vat.csv");
    }

    private static Reason ambiguous(String lines, String value) {
        return new Reason(
                "MAPPING_AMBIGUOUS",
                Owner.FINANCE,
                "Lines " + lines + " of vat.csv fit a value of " + value + " equally well and answer differently",
                "Make one of these rows more specific, or remove it");
    }
}
