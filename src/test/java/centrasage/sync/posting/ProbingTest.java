package centrasage.sync.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centrasage.flow.PostingState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a lock is tried again, by how often and for how long it was met. */
class ProbingTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Retries RETRIES = new Retries(
            List.of(Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofMinutes(1), Duration.ofMinutes(5)),
            new Random(1));
    private static final Probing PROBING = Probing.by(RETRIES);

    @ParameterizedTest(name = "met {0} times in {1}: after {2}")
    @CsvSource({
        "1, PT0S, PT15S",
        "2, PT20S, PT1M",
        "3, PT80S, PT5M",
        "4, PT6M20S, PT5S",
        "90, PT17M35S, PT5S",
        "91, PT17M36S, PT1M",
        "4, PT48H, PT1M"
    })
    void each_retry_in_turn_then_often_for_ten_minutes_then_rarely(int tries, Duration lockedFor, Duration delay) {
        assertThat(after(locked(tries, lockedFor), 0))
                .isBetween(delay, delay.multipliedBy(6).dividedBy(5));
    }

    @Test
    void a_new_lock_begins_with_the_first_retry_also_after_it_was_parked() {
        Duration first = Duration.ofSeconds(5);
        assertThat(after(null, 0)).isBetween(first, Duration.ofSeconds(6));
        assertThat(after(new Block(PostingState.PARKED, NOW.minus(Duration.ofDays(1)), 96, ""), 0))
                .isBetween(first, Duration.ofSeconds(6));
    }

    @ParameterizedTest(name = "beside {0} others: after {1}")
    @CsvSource({"0, PT5S", "4, PT5S", "5, PT6S", "299, PT5M"})
    void the_more_are_locked_the_longer_each_waits_for_its_turn(int others, Duration delay) {
        assertThat(after(locked(4, Duration.ofMinutes(7)), others)).isEqualTo(delay);
    }

    @Test
    void no_try_at_all_is_no_limit() {
        assertThatThrownBy(() -> new Probing(RETRIES, Duration.ZERO, Duration.ZERO, Duration.ZERO, 0))
                .hasMessageContaining("at least one");
    }

    private static Block locked(int tries, Duration lockedFor) {
        return new Block(PostingState.LOCKED, NOW.minus(lockedFor), tries, "Anna");
    }

    private static Duration after(@Nullable Block before, int others) {
        return PROBING.after(before, NOW, others);
    }
}
