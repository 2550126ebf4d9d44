package centrasage.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.Reason;
import centrasage.mapping.VatCase.AppliesTo;
import centrasage.mapping.VatCase.CustomerKind;
import centrasage.money.VatRate;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of docs/example-mappings/vat-cases: each case gets the tax code that it says, or is held. */
class VatCasesExampleTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private final Mappings mappings = load();

    private static Mappings load() {
        try {
            return SeedFolder.load(Path.of("docs/example-mappings/vat-cases"));
        } catch (MappingFaults e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "33, GB, GB, '', CONSUMER, 80,      20, GOODS,    1",
        "33, GB, GB, '', BUSINESS, 8000,    20, SHIPPING, 1",
        "33, GB, GB, '', CONSUMER, 80,      5,  GOODS,    3",
        "33, GB, GB, '', CONSUMER, 80,      0,  GOODS,    2",
        "33, GB, GB, NI, CONSUMER, 80,      20, GOODS,    1",
        "33, GB, DE, '', CONSUMER, 150.00,  19, GOODS,    111",
        "33, GB, DE, '', CONSUMER, 150.00,  19, SHIPPING, 111",
        "33, GB, DE, '', CONSUMER, 150.01,  19, GOODS,    held",
        "33, GB, DE, '', CONSUMER, 150.01,  0,  GOODS,    20",
        "33, GB, DE, '', BUSINESS, 99,      0,  GOODS,    20",
        "33, GB, DE, '', BUSINESS, 99,      19, GOODS,    held",
        "33, GB, US, '', CONSUMER, 500,     0,  GOODS,    20",
        "34, NL, DE, '', CONSUMER, 900,     19, GOODS,    111",
        "34, NL, FR, '', CONSUMER, 900,     20, SHIPPING, 110",
        "34, NL, NL, '', BUSINESS, 900,     21, GOODS,    120",
        "34, NL, DE, '', BUSINESS, 900,     0,  GOODS,    4",
        "34, NL, DE, '', BUSINESS, 900,     19, GOODS,    held",
        "34, NL, PL, '', CONSUMER, 900,     23, GOODS,    held"
    })
    void each_case_has_its_tax_code(
            String company,
            String shipFrom,
            String country,
            String region,
            CustomerKind kind,
            BigDecimal value,
            BigDecimal rate,
            AppliesTo appliesTo,
            String expected) {
        VatCase vatCase = new VatCase(company, shipFrom, country, region, kind, value, new VatRate(rate), appliesTo);
        assertThat(mappings.on(DAY).taxCode(vatCase).<String>match(String::valueOf, reason -> "held"))
                .isEqualTo(expected);
    }

    @Test
    void each_company_ships_from_its_own_country_and_fills_its_project_code() {
        assertThat(mappings.on(DAY).company("33").<String>match(InForce.Company::shipFrom, reason -> "held"))
                .isEqualTo("GB");
        assertThat(mappings.on(DAY).company("34").<String>match(InForce.Company::shipFrom, reason -> "held"))
                .isEqualTo("NL");
        assertThat(mappings.on(DAY).analysis("34", AnalysisField.Document.ORDER))
                .extracting(field -> field.<String>match(AnalysisField::field, Reason::what))
                .contains("analysis_code_2");
    }

    @Test
    void nothing_in_it_overlaps_or_is_never_chosen() {
        assertThat(new RowChecks(mappings, DAY).findings()).isEmpty();
    }
}
