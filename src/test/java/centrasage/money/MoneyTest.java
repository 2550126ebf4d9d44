package centrasage.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Amounts are exact, keep to their currency, and are never rounded unless somebody says so. */
class MoneyTest {
    private static final Currency GBP = Currency.getInstance("GBP");

    @ParameterizedTest
    @CsvSource({
        "9.9, GBP, GBP 9.90",
        "1000, JPY, JPY 1000",
        "1E+3, JPY, JPY 1000",
        "1.5, KWD, KWD 1.500",
        "-0.00, GBP, GBP 0.00"
    })
    void an_amount_has_the_decimals_of_its_currency(String amount, String currency, String text) {
        assertThat(Money.of(amount, currency)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource({"9.999, GBP", "0.5, JPY", "1.0001, KWD"})
    void more_decimals_than_the_currency_has_are_an_error(String amount, String currency) {
        assertThatThrownBy(() -> Money.of(amount, currency)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void trailing_zeros_are_no_decimals() {
        assertThat(Money.of("9.9000", "GBP")).isEqualTo(Money.of("9.90", "GBP"));
        assertThat(Money.of("100.000", "JPY")).isEqualTo(Money.of("100", "JPY"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GBQ", "gbp", "", "£"})
    void an_unknown_currency_is_an_error(String code) {
        assertThatThrownBy(() -> Money.of("1.00", code)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_caller_says_how_it_is_rounded() {
        BigDecimal half = new BigDecimal("0.125");
        assertThat(Money.rounded(half, GBP, RoundingMode.HALF_UP)).isEqualTo(Money.of("0.13", "GBP"));
        assertThat(Money.rounded(half, GBP, RoundingMode.HALF_EVEN)).isEqualTo(Money.of("0.12", "GBP"));
        assertThatThrownBy(() -> Money.rounded(half, GBP, RoundingMode.UNNECESSARY))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void two_currencies_are_never_added_or_compared() {
        Money pounds = Money.of("1.00", "GBP");
        Money euros = Money.of("1.00", "EUR");
        assertThatThrownBy(() -> pounds.plus(euros))
                .isInstanceOf(CurrencyMismatch.class)
                .hasMessage("GBP 1.00 and EUR 1.00 are of different currencies");
        assertThatThrownBy(() -> pounds.minus(euros)).isInstanceOf(CurrencyMismatch.class);
        assertThatThrownBy(() -> pounds.compareTo(euros)).isInstanceOf(CurrencyMismatch.class);
        assertThat(pounds).isNotEqualTo(euros);
    }

    @Test
    void signs_and_zero() {
        Money minus = Money.of("-0.01", "GBP");
        assertThat(minus.isNegative()).isTrue();
        assertThat(minus.abs()).isEqualTo(Money.of("0.01", "GBP"));
        assertThat(Money.zero(GBP).isZero()).isTrue();
        assertThat(Money.zero(GBP).isNegative()).isFalse();
        assertThat(Money.of("0", "GBP")).isEqualTo(Money.of("-0.00", "GBP")).isEqualTo(Money.zero(GBP));
    }

    @Test
    void equal_amounts_are_equal_and_compare_as_such() {
        assertThat(Money.of("1.10", "GBP"))
                .isEqualTo(Money.of("1.1", "GBP"))
                .hasSameHashCodeAs(Money.of("1.1", "GBP"))
                .isEqualByComparingTo(Money.of("1.1", "GBP"));
        assertThat(List.of(Money.of("2.00", "GBP"), Money.of("-1.00", "GBP")).stream()
                        .sorted())
                .first()
                .isEqualTo(Money.of("-1.00", "GBP"));
    }

    @Test
    void sums_are_exact_in_every_order() {
        long seed = 20261123;
        System.out.println("money: seed " + seed);
        Random random = new Random(seed);
        for (int run = 0; run < 1_000; run++) {
            long pence = 0;
            Money sum = Money.zero(GBP);
            for (int item = 0; item < 20; item++) {
                long amount = random.nextLong(-1_000_000_000L, 1_000_000_000L);
                pence += amount;
                sum = sum.plus(new Money(BigDecimal.valueOf(amount, 2), GBP));
            }
            assertThat(sum).isEqualTo(new Money(BigDecimal.valueOf(pence, 2), GBP));
            assertThat(sum.minus(sum)).isEqualTo(Money.zero(GBP));
        }
    }
}
