package centrasage.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** VAT on top of a net amount and contained in a gross one. */
class VatRateTest {
    @Test
    void equal_rates_are_equal_whatever_their_decimals() {
        assertThat(VatRate.of("20"))
                .isEqualTo(VatRate.of("20.00"))
                .hasSameHashCodeAs(VatRate.of("20.0"))
                .hasToString("20 %");
        assertThat(VatRate.of("0.00")).isEqualTo(VatRate.of("0")).hasToString("0 %");
        assertThat(VatRate.of("5.50")).hasToString("5.5 %");
        assertThat(VatRate.of("0.00").isZero()).isTrue();
        assertThat(VatRate.of("0.1").isZero()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.1", "100", "120"})
    void a_rate_lies_between_nothing_and_everything(String percent) {
        assertThatThrownBy(() -> VatRate.of(percent)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "20, 120.00, GBP, 20.00",
        "20, 0.01, GBP, 0.00",
        "20, 0.03, GBP, 0.01",
        "25, 99.99, EUR, 20.00",
        "5.5, 10.55, EUR, 0.55",
        "19, -119.00, EUR, -19.00",
        "0, 50.00, GBP, 0.00",
        "10, 1100, JPY, 100",
        "10, 1099, JPY, 100"
    })
    void vat_is_contained_in_a_gross_amount(String rate, String gross, String currency, String vat) {
        assertThat(VatRate.of(rate).containedIn(Money.of(gross, currency), RoundingMode.HALF_UP))
                .isEqualTo(Money.of(vat, currency));
    }

    @Test
    void an_inexact_split_is_rounded_only_as_stated() {
        Money gross = Money.of("10.00", "GBP");
        assertThat(VatRate.of("20").containedIn(gross, RoundingMode.HALF_UP)).isEqualTo(Money.of("1.67", "GBP"));
        assertThat(VatRate.of("20").containedIn(gross, RoundingMode.DOWN)).isEqualTo(Money.of("1.66", "GBP"));
        assertThatThrownBy(() -> VatRate.of("20").containedIn(gross, RoundingMode.UNNECESSARY))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void vat_on_a_net_amount_is_exact() {
        assertThat(VatRate.of("17.5").on(new BigDecimal("0.99"))).isEqualByComparingTo("0.17325");
        assertThat(VatRate.of("20").on(new BigDecimal("-10"))).isEqualByComparingTo("-2");
    }

    @Test
    void net_and_vat_always_make_the_gross_again() {
        long seed = 20261123;
        System.out.println("vat: seed " + seed);
        Random random = new Random(seed);
        for (int run = 0; run < 5_000; run++) {
            VatRate rate = new VatRate(BigDecimal.valueOf(random.nextInt(3_000), 2));
            Money gross = Money.of(BigDecimal.valueOf(random.nextInt(1_000_000), 2), "EUR");
            Money vat = rate.containedIn(gross, RoundingMode.HALF_UP);
            Money net = gross.minus(vat);
            BigDecimal difference = rate.on(net.amount()).subtract(vat.amount()).abs();
            assertThat(net.plus(vat)).isEqualTo(gross);
            assertThat(difference).as(rate + " in " + gross).isLessThanOrEqualTo(new BigDecimal("0.00655"));
        }
    }
}
