package centrasage.sync.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When something locked is tried again. */
class RetriesTest {
    private static final List<Duration> DELAYS =
            List.of(Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofMinutes(1));

    @ParameterizedTest
    @CsvSource({"0, PT5S", "1, PT15S", "2, PT1M", "3, PT1M", "1000000, PT1M"})
    void each_delay_comes_in_turn_and_the_last_one_for_ever(int attemptsBefore, Duration delay) {
        Retries retries = new Retries(DELAYS, new Random(20261123));
        for (int run = 0; run < 200; run++) {
            assertThat(retries.after(attemptsBefore))
                    .isBetween(delay, delay.multipliedBy(6).dividedBy(5));
        }
    }

    @Test
    void many_waiters_do_not_come_back_at_once() {
        Retries retries = new Retries(DELAYS, new Random(20261123));
        assertThat(IntStream.range(0, 50).mapToObj(run -> retries.after(2)).distinct())
                .hasSizeGreaterThan(40);
    }

    @Test
    void the_same_seed_gives_the_same_delays() {
        Retries one = new Retries(DELAYS, new Random(7));
        Retries other = new Retries(DELAYS, new Random(7));
        assertThat(IntStream.range(0, 20).mapToObj(one::after))
                .containsExactlyElementsOf(
                        IntStream.range(0, 20).mapToObj(other::after).toList());
    }

    @Test
    void no_delay_at_all_is_allowed_and_no_delays_are_not() {
        assertThat(new Retries(List.of(Duration.ZERO), new Random(1)).after(0)).isZero();
        assertThatThrownBy(() -> new Retries(List.of(), new Random(1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nobody_changes_the_delays_afterwards() {
        List<Duration> delays = new ArrayList<>(DELAYS);
        Retries retries = new Retries(delays, new Random(1));
        delays.clear();
        assertThat(retries.delays()).isEqualTo(DELAYS);
    }
}
