package centrasage.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.Reason;
import centrasage.mapping.VatCase.AppliesTo;
import centrasage.mapping.VatCase.CustomerKind;
import centrasage.money.VatRate;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The row that is proposed for a sale without one can be pasted, and then answers every sale like it. */
class MissingRowTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final Pattern LINE = Pattern.compile("(33,\\S+)<tax code>");

    private final Map<String, String> files = new HashMap<>();

    @BeforeEach
    void readTheExample() throws MappingFaults {
        files.putAll(SeedFolder.texts(Path.of("docs/example-mappings/vat-cases")));
    }

    private Mapped<Integer> taxCode(VatCase sale) {
        try {
            return Mappings.parse(files).on(DAY).taxCode(sale);
        } catch (MappingFaults e) {
            throw new AssertionError(e);
        }
    }

    private static VatCase sale(String country, String region, String value, String rate, AppliesTo appliesTo) {
        return new VatCase(
                "33", "GB", country, region, CustomerKind.CONSUMER, new BigDecimal(value), VatRate.of(rate), appliesTo);
    }

    private String remedy(VatCase sale) {
        return taxCode(sale).match(code -> "found " + code, Reason::remedy);
    }

    private void add(String row) {
        files.merge("vat.csv", row + "\n", String::concat);
    }

    private static List<String> lines(String remedy) {
        return LINE.matcher(remedy)
                .results()
                .map((MatchResult line) -> line.group(1))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CH |         | 99.90   | 0  | GOODS     | 33,GB,CH,*,consumer,*,0,*,",
                "IT | VE      | 278.8   | 0  | SHIPPING  | 33,GB,IT,*,consumer,*,0,*,",
                "IE | Donegal | 43406.4 | 23 | HANDLING  | 33,GB,IE,*,consumer,*,23,*,",
                "DE |         | 150.01  | 19 | GOODS     | 33,GB,DE,*,consumer,*,19,*,",
                "GB | London  | 10      | 13 | GOODS     | 33,GB,GB,*,consumer,*,13,*,",
                "GB | NI      | 10      | 13 | GOODS     | 33,GB,GB,NI,consumer,*,13,*,",
                "CH |         | 50      | 0  | GIFT_CARD | 33,GB,CH,*,consumer,*,0,gift-card,"
            })
    void the_proposed_row_answers_this_sale_and_those_like_it(
            String country, String region, String value, String rate, AppliesTo appliesTo, String line) {
        String where = region == null ? "" : region;
        VatCase sale = sale(country, where, value, rate, appliesTo);
        assertThat(lines(remedy(sale))).containsExactly(line);

        add(line + "77");
        assertThat(remedy(sale)).isEqualTo("found 77");
        assertThat(remedy(sale(country, where, "99999999", rate, appliesTo))).isEqualTo("found 77");
        if (!where.equals("NI")) {
            assertThat(remedy(sale(country, "Elsewhere", value, rate, appliesTo)))
                    .isEqualTo("found 77");
        }
    }

    @Test
    void a_region_is_named_where_the_rows_of_the_country_tell_regions_apart() {
        add("33,GB,CA,ON,consumer,*,13,*,60");
        assertThat(lines(remedy(sale("CA", "BC", "10", "12", AppliesTo.GOODS))))
                .containsExactly("33,GB,CA,BC,consumer,*,12,*,");
        add("33,GB,IT,\"Forlì, Cesena\",consumer,*,22,*,61");
        assertThat(remedy(sale("IT", "Rome, \"RM\"", "10", "10", AppliesTo.GOODS)))
                .contains("33,GB,IT,\"Rome, \"\"RM\"\"\",consumer,*,10,*,<tax code>");
    }

    /** Gift cards are sold at a rate of 0, and the row of a country is closer to them than theirs for any country. */
    @Test
    void a_row_of_no_vat_leaves_gift_cards_where_they_were() {
        add("33,GB,*,*,*,*,0,gift-card,90");
        VatCase giftCard = sale("CH", "", "50", "0", AppliesTo.GIFT_CARD);
        assertThat(remedy(giftCard)).isEqualTo("found 90");

        List<String> proposed = lines(remedy(sale("CH", "", "50", "0", AppliesTo.GOODS)));
        assertThat(proposed).containsExactly("33,GB,CH,*,consumer,*,0,*,", "33,GB,CH,*,consumer,*,0,gift-card,");
        add(proposed.get(0) + "77");
        assertThat(remedy(giftCard)).isEqualTo("found 77");
        add(proposed.get(1) + "90");
        assertThat(remedy(giftCard)).isEqualTo("found 90");
        assertThat(lines(remedy(sale("CH", "", "50", "8.1", AppliesTo.GOODS)))).hasSize(1);
    }
}
