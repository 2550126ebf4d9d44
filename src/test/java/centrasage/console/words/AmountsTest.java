package centrasage.console.words;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.money.Money;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {
    private final Amounts amounts = new Amounts();

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "48210.4; GBP; 48,210.40",
                "0; GBP; 0.00",
                "-4.2; EUR; \u22124.20",
                "-1234567.89; SEK; \u22121,234,567.89",
                "1500; JPY; 1,500",
                "12.345; BHD; 12.345",
                "12345678901234567.89; GBP; 12,345,678,901,234,567.89"
            })
    void figures_are_grouped_in_the_decimals_of_their_currency_with_a_true_minus(
            String amount, String currency, String figure) {
        assertThat(amounts.figure(Money.of(amount, currency))).isEqualTo(figure);
    }

    @Test
    void in_a_sentence_an_amount_keeps_its_currency_on_its_line() {
        assertThat(amounts.inWords(Money.of("9.99", "GBP"))).isEqualTo("GBP\u00a09.99");
    }

    @Test
    void amounts_of_several_currencies_are_listed_and_never_added() {
        assertThat(amounts.list(List.of(Money.of("10", "GBP"), Money.of("4.2", "EUR"))))
                .isEqualTo("GBP\u00a010.00, EUR\u00a04.20");
        assertThat(amounts.list(List.of())).isEqualTo("nothing");
    }

    @Test
    void counts_are_grouped() {
        assertThat(amounts.count(12_410)).isEqualTo("12,410");
        assertThat(amounts.count(0)).isEqualTo("0");
    }

    @Test
    void an_amount_without_a_currency_has_two_decimals_and_more_only_where_it_needs_them() {
        assertThat(amounts.figure(new BigDecimal("2560.5"))).isEqualTo("2,560.50");
        assertThat(amounts.figure(new BigDecimal("-498"))).isEqualTo("\u2212498.00");
        assertThat(amounts.figure(new BigDecimal("0.0"))).isEqualTo("0.00");
        assertThat(amounts.figure(new BigDecimal("1.2345"))).isEqualTo("1.2345");
    }
}
