package centrasage.console.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T14:05:30Z");
    private final Moments moments = in("Europe/London");

    private static Moments in(String zone) {
        return new Moments(Clock.fixed(NOW, ZoneOffset.UTC), ZoneId.of(zone));
    }

    @Test
    void a_moment_is_shown_in_the_zone_of_the_site() {
        assertThat(moments.stamp(NOW)).isEqualTo("23 Nov 2026 14:05");
        assertThat(in("Europe/Stockholm").stamp(NOW)).isEqualTo("23 Nov 2026 15:05");
        assertThat(moments.stamp(Instant.parse("2026-07-01T11:00:00Z"))).isEqualTo("1 Jul 2026 12:00");
    }

    @Test
    void the_full_stamp_has_seconds_and_zone_and_machines_get_utc() {
        assertThat(moments.full(NOW)).isEqualTo("Monday 23 November 2026 14:05:30 GMT");
        assertThat(moments.full(Instant.parse("2026-07-01T11:00:00Z"))).endsWith("12:00:00 BST");
        assertThat(moments.iso(NOW.plusMillis(123))).isEqualTo("2026-11-23T14:05:30Z");
    }

    @Test
    void september_is_written_as_the_british_write_it() {
        assertThat(moments.stamp(Instant.parse("2026-09-03T08:00:00Z"))).isEqualTo("3 Sept 2026 09:00");
    }

    @Test
    void of_today_the_time_is_enough() {
        assertThat(moments.time(NOW)).isEqualTo("14:05");
        assertThat(moments.time(NOW.minus(Duration.ofDays(1)))).isEqualTo("22 Nov 2026 14:05");
        // 23:30 in London is tomorrow already in Helsinki
        assertThat(in("Europe/Helsinki").time(Instant.parse("2026-11-23T23:30:00Z")))
                .isEqualTo("24 Nov 2026 01:30");
    }

    @Test
    void days_have_no_time() {
        assertThat(moments.day(LocalDate.of(2026, 11, 3))).isEqualTo("3 Nov 2026");
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0 s",
        "PT59S, 59 s",
        "PT1M, 1 min",
        "PT59M59S, 59 min",
        "PT1H, 1 h",
        "PT47H59M, 47 h",
        "PT48H, 2 d",
        "P30D, 30 d",
        "PT-2S, 0 s"
    })
    void an_age_is_told_in_its_largest_whole_unit(String length, String age) {
        assertThat(moments.age(NOW.minus(Duration.parse(length)))).isEqualTo(age);
    }

    @Test
    void what_comes_says_in_how_long_and_what_is_due_says_now() {
        assertThat(moments.until(NOW.plusSeconds(180))).isEqualTo("in 3 min");
        assertThat(moments.until(NOW)).isEqualTo("now");
        assertThat(moments.until(NOW.minusSeconds(60))).isEqualTo("now");
    }
}
