package centrasage.stock.figure;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.stock.figure.BufferRule.Kind;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BufferRuleTest {
    private static final Pace NONE = new Pace(0, Duration.ofDays(7), Duration.ofMinutes(1));
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private static BufferRule rule(Kind kind, String value, int min, int max) {
        return new BufferRule("SKU", kind, new BigDecimal(value), min, max);
    }

    private static BufferRule rule(Kind kind, String value) {
        return rule(kind, value, 0, BufferRule.NO_LIMIT);
    }

    @ParameterizedTest
    @CsvSource({
        "10,     40,       4",
        "10,     41,       5",
        "10,     0,        0",
        "10,     -3,       0",
        "0,      1000,     0",
        "100,    17,       17",
        "2.5,    100,      3",
        "0.0001, 1,        1",
        "33,     2.50000,  1",
        "10,     10.00001, 2"
    })
    void percent_of_what_is_free_is_rounded_up(String percent, String free, int units) {
        assertThat(rule(Kind.PERCENT, percent).kept(new BigDecimal(free), NONE).buffer())
                .isEqualTo(units);
    }

    @ParameterizedTest
    @CsvSource({
        "1,   0,       7, 3600, 0",
        "1,   1,       7, 1,    1",
        "1,   168,     7, 3600, 1",
        "1,   169,     7, 3600, 2",
        "1.5, 168,     7, 3600, 2",
        "2,   604800,  7, 30,   60",
        "1,   7000000, 7, 60,   695"
    })
    void velocity_is_what_sells_while_centra_does_not_know_rounded_up(
            String times, long sold, int days, int latency, int units) {
        Pace pace = new Pace(sold, Duration.ofDays(days), Duration.ofSeconds(latency));
        assertThat(rule(Kind.VELOCITY, times).kept(BigDecimal.TEN, pace).buffer())
                .isEqualTo(units);
    }

    @ParameterizedTest
    @CsvSource({"PERCENT, 50, 8", "PERCENT, 1, 3", "PERCENT, 20, 4", "VELOCITY, 999, 8", "VELOCITY, 1, 3"})
    void a_least_and_a_most_hold_whatever_comes_out(Kind kind, String value, int units) {
        Pace pace = new Pace(604_800, Duration.ofDays(7), Duration.ofSeconds(1));
        assertThat(rule(kind, value, 3, 8).kept(BigDecimal.valueOf(20), pace).buffer())
                .isEqualTo(units);
    }

    @Test
    void beyond_what_any_warehouse_holds_it_stays_a_number() {
        BigDecimal much = new BigDecimal("99999999999999");
        assertThat(rule(Kind.PERCENT, "100").kept(much, NONE).buffer()).isEqualTo(BufferRule.NO_LIMIT);
        Pace pace = new Pace(Long.MAX_VALUE, Duration.ofDays(1), Duration.ofHours(23));
        assertThat(rule(Kind.VELOCITY, "999").kept(much, pace).buffer()).isEqualTo(BufferRule.NO_LIMIT);
    }

    @Test
    void it_says_what_it_follows() {
        assertThat(BufferRule.units("warehouses.csv", 1).kept(HUNDRED, NONE))
                .isEqualTo(new Kept(1, "warehouses.csv: 1 unit", 0));
        assertThat(rule(Kind.PERCENT, "2.50").kept(HUNDRED, NONE).rule()).isEqualTo("SKU: 2.5 %");
        assertThat(rule(Kind.VELOCITY, "2").kept(HUNDRED, NONE).rule()).isEqualTo("SKU: 2 x velocity");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void what_is_kept_is_the_least_whole_number_that_is_enough_and_grows_with_what_it_is_of(long seed) {
        Random random = new Random(seed);
        for (int each = 0; each < 500; each++) {
            BigDecimal percent = new BigDecimal(random.nextInt(1_000_001)).movePointLeft(4);
            BigDecimal free = new BigDecimal(random.nextInt(10_000_000)).movePointLeft(random.nextInt(6));
            int kept =
                    rule(Kind.PERCENT, percent.toPlainString()).kept(free, NONE).buffer();
            assertIsLeast(kept, free.multiply(percent), HUNDRED, seed);

            long sold = random.nextInt(1_000_000);
            Pace pace = new Pace(
                    sold, Duration.ofDays(1L + random.nextInt(90)), Duration.ofSeconds(1L + random.nextInt(90_000)));
            BigDecimal times = new BigDecimal(1 + random.nextInt(99_999)).movePointLeft(2);
            BufferRule velocity = rule(Kind.VELOCITY, times.toPlainString());
            assertIsLeast(
                    velocity.kept(free, pace).buffer(),
                    times.multiply(BigDecimal.valueOf(sold))
                            .multiply(BigDecimal.valueOf(pace.latency().toSeconds())),
                    BigDecimal.valueOf(pace.window().toSeconds()),
                    seed);
            Pace more = new Pace(sold + random.nextInt(1000), pace.window(), pace.latency());
            assertThat(velocity.kept(free, more).buffer())
                    .as("seed " + seed)
                    .isGreaterThanOrEqualTo(velocity.kept(free, pace).buffer());
        }
    }

    /** The share is {@code part / whole}, or the greatest there is. */
    private static void assertIsLeast(int kept, BigDecimal part, BigDecimal whole, long seed) {
        BigDecimal units = BigDecimal.valueOf(kept);
        if (kept < BufferRule.NO_LIMIT) {
            assertThat(units.multiply(whole)).as("seed " + seed).isGreaterThanOrEqualTo(part);
        }
        assertThat(units.subtract(BigDecimal.ONE).multiply(whole))
                .as("seed " + seed)
                .isLessThan(part.max(BigDecimal.ZERO));
    }
}
