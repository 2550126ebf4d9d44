package centrasage.sage200.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both ways in which a rate can be said. */
class ExchangeRatesTest {
    @ParameterizedTest
    @CsvSource({
        "FOREIGN_PER_BASE, 100.00, 1.250000, 80.00",
        "BASE_PER_FOREIGN, 100.00, 0.800000, 80.00",
        "FOREIGN_PER_BASE, 50.00, 1.200000, 41.67",
        "FOREIGN_PER_BASE, -50.00, 1.200000, -41.67",
        "BASE_PER_FOREIGN, 0.05, 0.500000, 0.03"
    })
    void an_amount_is_worth_what_its_rate_says_to_the_penny(
            ExchangeRates way, BigDecimal amount, BigDecimal rate, BigDecimal base) {
        assertThat(way.base(amount, rate)).isEqualTo(base);
    }

    @ParameterizedTest
    @CsvSource({"FOREIGN_PER_BASE, 150.00, 121.67, 1.232843", "BASE_PER_FOREIGN, 150.00, 121.67, 0.811133"})
    void a_rate_is_what_makes_one_of_the_other_to_six_decimals(
            ExchangeRates way, BigDecimal amount, BigDecimal base, BigDecimal rate) {
        assertThat(way.rate(amount, base)).isEqualTo(rate);
        assertThat(way.base(amount, rate)).isEqualTo(base);
    }
}
