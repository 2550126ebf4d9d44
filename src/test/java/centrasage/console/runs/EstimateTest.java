package centrasage.console.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EstimateTest {
    @ParameterizedTest
    @CsvSource({
        "100, 300, PT1M, PT3M", // as quick as before
        "300, 0, PT1M, PT0S", // nothing left
        "2, 300, PT1M, -", // too few to be a pace
        "50, 300, PT4S, -", // too short
        "0, 300, PT10M, -"
    })
    void the_pace_so_far_says_how_long_what_is_left_takes(long done, long left, Duration elapsed, String expected) {
        assertThat(Estimate.byPace(done, left, elapsed).map(Duration::toString).orElse("-"))
                .isEqualTo(expected);
    }

    @Test
    void the_usual_length_of_earlier_runs_says_it_where_there_is_no_pace() {
        List<Duration> former = Stream.of(9, 1, 2).map(Duration::ofMinutes).toList();
        assertThat(Estimate.byFormer(former, Duration.ofSeconds(30))).contains(Duration.ofSeconds(90));
    }

    @Test
    void nothing_is_said_by_few_earlier_runs_or_once_it_takes_longer_than_they_did() {
        List<Duration> former = Stream.of(1, 2, 9).map(Duration::ofMinutes).toList();
        assertThat(Estimate.byFormer(former.subList(0, 2), Duration.ZERO)).isEmpty();
        assertThat(Estimate.byFormer(former, Duration.ofMinutes(2))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, less than a minute left",
        "PT59S, less than a minute left",
        "PT2M50S, about 3 min left",
        "PT1H30M, about 90 min left",
        "PT2H40M, about 3 h left"
    })
    void it_is_said_no_finer_than_it_is_known(Duration left, String words) {
        assertThat(Estimate.words(left)).isEqualTo(words);
    }
}
