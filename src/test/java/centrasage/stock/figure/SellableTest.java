package centrasage.stock.figure;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.stock.figure.GuardRail.Jump;
import centrasage.stock.figure.Sellable.Held;
import centrasage.stock.figure.Sellable.Taken;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The formula of the posting rules, section 6, and what keeps a mistake from being published. */
class SellableTest {
    @ParameterizedTest
    @CsvSource({
        "10,   0, 0,   0, 0, 10",
        "10,   0, 3,   0, 0, 7",
        "10,   0, 0,   4, 0, 6",
        "10,   0, 3,   4, 2, 1",
        "10,   4, 0,   0, 0, 6",
        "3,    0, 3,   4, 2, 0",
        "-5,   0, 0,   0, 0, 0",
        "2.99, 0, 0,   0, 0, 2",
        "9,    0, 0.5, 0, 0, 8",
        "99999999999, 0, 0, 0, 0, 2147483647"
    })
    void what_is_free_less_what_is_promised(
            BigDecimal free, BigDecimal unconfirmed, BigDecimal open, long inFlight, int buffer, int units) {
        assertThat(Sellable.of(new Held(free, unconfirmed), new Taken(open, inFlight, new Kept(buffer, "", 0)), false)
                        .units())
                .isEqualTo(units);
    }

    @Test
    void what_nobody_has_confirmed_is_sold_by_setting() {
        Held held = new Held(BigDecimal.TEN, BigDecimal.valueOf(4));
        Taken nothing = new Taken(BigDecimal.ZERO, 0, Kept.NOTHING);
        assertThat(Sellable.of(held, nothing, true).units()).isEqualTo(10);
        assertThat(Sellable.of(held, nothing, false).units()).isEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource({
        "1000, 300, 0,  false",
        "1000, 301, 0,  true",
        "10,   10,  0,  false",
        "1000, 20,  5,  false",
        "1000, 20,  6,  true"
    })
    void a_jump_is_held_beyond_a_share_of_all_and_a_number_at_zero(long all, long changed, long toZero, boolean held) {
        assertThat(new GuardRail(30, 5, 50)
                        .holds(new Jump(all, changed, toZero))
                        .isPresent())
                .isEqualTo(held);
    }
}
