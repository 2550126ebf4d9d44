package centrasage.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a job is due next: by a rhythm, by the time of day, late, and over both changes of the clocks. */
class TimetableTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        // never started: now
        "every PT5M, -, 2026-11-23T10:00:00Z, 2026-11-23T10:00:00Z",
        // counted from the last start, also over midnight
        "every PT5M, 2026-11-23T09:58:00Z, 2026-11-23T10:00:00Z, 2026-11-23T10:03:00Z",
        "every PT24H, 2026-11-22T10:30:00Z, 2026-11-23T10:00:00Z, 2026-11-23T10:30:00Z",
        // late: due in the past, started at once
        "every PT5M, 2026-11-23T01:00:00Z, 2026-11-23T10:00:00Z, 2026-11-23T01:05:00Z",
        // done today: tomorrow
        "02:30, 2026-11-23T02:30:01Z, 2026-11-23T10:00:00Z, 2026-11-24T02:30:00Z",
        // done yesterday, not yet due today
        "02:30, 2026-11-22T02:30:01Z, 2026-11-23T01:00:00Z, 2026-11-23T02:30:00Z",
        // done yesterday, due now
        "02:30, 2026-11-22T02:30:01Z, 2026-11-23T02:30:00Z, 2026-11-23T02:30:00Z",
        // missed for days: made up for once, at once
        "02:30, 2026-11-19T02:30:01Z, 2026-11-23T10:00:00Z, 2026-11-23T02:30:00Z",
        "02:30, 2026-11-19T02:30:01Z, 2026-11-23T01:00:00Z, 2026-11-22T02:30:00Z",
        // made up for late: the next one is on time
        "02:30, 2026-11-23T10:00:05Z, 2026-11-23T10:01:00Z, 2026-11-24T02:30:00Z",
        // started by hand the evening before: still due at night
        "02:30, 2026-11-22T22:00:00Z, 2026-11-23T02:31:00Z, 2026-11-23T02:30:00Z",
        // a new installation waits for its time, and makes up for the one of today
        "02:30, -, 2026-11-23T01:00:00Z, 2026-11-23T02:30:00Z",
        "02:30, -, 2026-11-23T10:00:00Z, 2026-11-23T02:30:00Z",
        // summer time: 02:30 in London is 01:30 in UTC
        "02:30, 2026-07-01T01:30:01Z, 2026-07-01T10:00:00Z, 2026-07-02T01:30:00Z",
        "00:00, 2026-06-30T23:00:01Z, 2026-07-01T22:59:59Z, 2026-07-01T23:00:00Z"
    })
    void a_schedule_and_the_last_start_say_when_it_is_due(String schedule, String last, String now, String next) {
        assertThat(Timetable.next(schedule, instant(last), Instant.parse(now), LONDON))
                .isEqualTo(Instant.parse(next));
    }

    @ParameterizedTest
    @CsvSource({
        "02:30, 2026-03-28T01:30:01Z, 2026-03-28T12:00:00Z, 2026-03-29T01:30:00Z",
        "02:30, 2026-03-28T01:30:01Z, 2026-03-29T00:15:00Z, 2026-03-29T01:30:00Z",
        "02:30, 2026-03-29T01:30:01Z, 2026-03-29T12:00:00Z, 2026-03-30T00:30:00Z"
    })
    void a_time_that_the_clocks_skip_is_kept_an_hour_later_for_that_day_alone(
            String schedule, String last, String now, String next) {
        assertThat(Timetable.next(schedule, instant(last), Instant.parse(now), BERLIN))
                .isEqualTo(Instant.parse(next));
    }

    @ParameterizedTest
    @CsvSource({
        "02:30, 2026-10-24T00:30:01Z, 2026-10-25T00:45:00Z, 2026-10-25T00:30:00Z",
        "02:30, 2026-10-25T00:30:01Z, 2026-10-25T01:45:00Z, 2026-10-26T01:30:00Z"
    })
    void a_time_that_comes_twice_is_kept_once(String schedule, String last, String now, String next) {
        assertThat(Timetable.next(schedule, instant(last), Instant.parse(now), BERLIN))
                .isEqualTo(Instant.parse(next));
    }

    @ParameterizedTest
    @CsvSource({
        "02:30, 2028-02-28T02:30:01Z, 2028-02-28T10:00:00Z, 2028-02-29T02:30:00Z",
        "02:30, 2028-02-29T02:30:01Z, 2028-02-29T10:00:00Z, 2028-03-01T02:30:00Z",
        "02:30, 2027-02-28T02:30:01Z, 2027-02-28T10:00:00Z, 2027-03-01T02:30:00Z"
    })
    void the_leap_day_is_a_day_like_any_other(String schedule, String last, String now, String next) {
        assertThat(Timetable.next(schedule, instant(last), Instant.parse(now), LONDON))
                .isEqualTo(Instant.parse(next));
    }

    @ParameterizedTest
    @CsvSource({"Europe/Berlin, 02:30", "Europe/London, 01:30", "Europe/London, 00:00", "Asia/Beirut, 00:00"})
    void over_two_years_a_daily_job_starts_exactly_once_on_each_day(String zoneId, String time) {
        ZoneId zone = ZoneId.of(zoneId);
        Instant now = LocalDateTime.of(2026, 1, 1, 12, 0).atZone(zone).toInstant();
        Instant end = LocalDateTime.of(2028, 1, 1, 12, 0).atZone(zone).toInstant();
        List<Instant> starts = new ArrayList<>(List.of(now));
        while (now.isBefore(end)) {
            now = now.plus(Duration.ofMinutes(7));
            Instant last = starts.get(starts.size() - 1);
            if (!Timetable.next(time, Optional.of(last), now, zone).isAfter(now)) {
                starts.add(now);
            }
        }
        assertThat(starts.stream().skip(1).map(start -> start.atZone(zone).toLocalDate()))
                .hasSize(730)
                .doesNotHaveDuplicates();
    }

    @Test
    void what_is_due_next_is_never_behind_a_start_that_did_it() {
        Instant now = Instant.parse("2026-11-23T10:00:00Z");
        for (String schedule : List.of("02:30", "10:00", "23:59", "every PT1H")) {
            assertThat(Timetable.next(schedule, Optional.of(now), now, LONDON)).isAfter(now);
        }
    }

    private static Optional<Instant> instant(String text) {
        return text.equals("-") ? Optional.empty() : Optional.of(Instant.parse(text));
    }
}
