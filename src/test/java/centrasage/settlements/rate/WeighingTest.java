package centrasage.settlements.rate;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.sage200.ledger.ExchangeRates;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** The rate at which all that was added goes out again. */
class WeighingTest {
    private final Weighing weighing = new Weighing(ExchangeRates.FOREIGN_PER_BASE);

    private Weighing add(String amount, String base) {
        weighing.add(new BigDecimal(amount), new BigDecimal(base));
        return weighing;
    }

    @Test
    void nothing_has_no_rate() {
        assertThat(weighing.rate()).isNull();
        assertThat(add("0.00", "0.00").rate()).isNull();
    }

    @Test
    void each_counts_by_its_amount() {
        add("100.00", "80.00");
        assertThat(add("50.00", "41.67").rate()).isEqualTo("1.232843");
    }

    @Test
    void refunds_are_taken_off_at_their_own_rate() {
        add("100.00", "80.00");
        assertThat(add("-50.00", "-41.67").rate()).isEqualTo("1.304461");
    }

    @Test
    void refunds_alone_have_their_rate() {
        assertThat(add("-50.00", "-40.00").rate()).isEqualTo("1.250000");
    }

    /** 1.00 of the one and 1.67 of the other are left: 0.60, at which nothing was ever booked. */
    @Test
    void where_both_nearly_cancel_each_counts_whatever_its_sign() {
        add("51.00", "43.34");
        assertThat(add("-50.00", "-41.67").rate()).isEqualTo("1.188096");
    }

    @Test
    void where_one_is_left_and_the_other_is_not_as_well() {
        add("50.00", "40.00");
        assertThat(add("-50.00", "-41.67").rate()).isEqualTo("1.224440");
        assertThat(add("1.00", "-0.50").rate()).isPositive();
    }
}
