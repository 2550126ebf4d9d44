package centrasage.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FailuresTest {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private final Failures failures = new Failures(2, Duration.ofMinutes(5));

    @Test
    void counting_begins_anew_when_the_window_is_over() {
        failures.failed("a", NOW);
        failures.failed("a", NOW.plusSeconds(300));
        assertThat(failures.left("a", NOW.plusSeconds(300))).isEmpty();
        failures.failed("a", NOW.plusSeconds(301));
        assertThat(failures.left("a", NOW.plusSeconds(302))).contains(Duration.ofSeconds(298));
    }

    @Test
    void no_more_is_remembered_than_there_is_room_for() {
        failures.failed("first", NOW);
        failures.failed("first", NOW);
        for (int i = 0; i < 10_000; i++) {
            failures.failed("name " + i, NOW);
        }
        assertThat(failures.size()).isEqualTo(2_000);
        assertThat(failures.left("first", NOW)).isEmpty();
    }
}
