package centrasage.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rates of VAT, and the VAT on top of a net amount. */
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

    @Test
    void vat_on_a_net_amount_is_exact() {
        assertThat(VatRate.of("17.5").on(new BigDecimal("0.99"))).isEqualByComparingTo("0.17325");
        assertThat(VatRate.of("20").on(new BigDecimal("-10"))).isEqualByComparingTo("-2");
    }
}
