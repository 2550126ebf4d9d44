package centrasage.jobs.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was missed, by a schedule and the runs that there were. */
class GapsTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private static Span span(String times) {
        String[] parts = times.split("-", -1);
        return new Span(at(parts[0]), parts.length < 2 ? null : at(parts[1]));
    }

    /** {@code 23T10:00} of November. */
    private static Instant at(String time) {
        return Instant.parse("2026-11-" + time + ":00Z");
    }

    private static List<Missed> missed(String schedule, String runs, String now) {
        return new Gaps(schedule, LONDON)
                .in(Arrays.stream(runs.split(" ")).map(GapsTest::span).toList(), at(now));
    }

    @ParameterizedTest
    @CsvSource({
        // as the rhythm has it
        "every PT5M, 23T10:00-23T10:01 23T10:05-23T10:06, 23T10:08",
        // a little late, and due just now
        "every PT5M, 23T10:00-23T10:01 23T10:08-23T10:09, 23T10:14",
        // the run before took its time
        "every PT5M, 23T10:00-23T10:40 23T10:41-23T10:42, 23T10:43",
        // it works still
        "every PT5M, 23T10:00, 23T11:00",
        // each night
        "03:00, 22T03:00-22T03:10 23T03:00-23T03:10, 23T22:00",
        // due a minute ago
        "03:00, 22T03:00-22T03:10, 23T03:01",
        // by hand the evening before, and at night all the same
        "03:00, 22T03:00-22T03:01 22T20:00-22T20:01 23T03:00-23T03:01, 23T10:00"
    })
    void what_began_in_time_has_missed_nothing(String schedule, String runs, String now) {
        assertThat(missed(schedule, runs, now)).isEmpty();
    }

    @Test
    void times_that_passed_while_nothing_ran_are_counted_and_made_up_by_the_next_run() {
        assertThat(missed("every PT5M", "23T10:00-23T10:01 23T11:00-23T11:01", "23T11:02"))
                .containsExactly(new Missed(at("23T10:05"), at("23T10:55"), 11, at("23T11:00")));
    }

    @Test
    void what_is_overdue_now_is_not_made_up_yet() {
        assertThat(missed("every PT5M", "23T10:00-23T10:01", "23T10:30"))
                .containsExactly(new Missed(at("23T10:05"), at("23T10:25"), 5, null));
    }

    @Test
    void nights_that_were_missed_are_made_up_by_one_run() {
        assertThat(missed("03:00", "20T03:00-20T03:10 23T09:00-23T09:01", "23T10:00"))
                .containsExactly(new Missed(at("21T03:00"), at("23T03:00"), 3, at("23T09:00")));
    }

    @Test
    void a_run_that_died_is_not_taken_for_one_that_works_for_ever() {
        assertThat(missed("every PT5M", "23T10:00 23T10:20-23T10:21", "23T10:22"))
                .containsExactly(new Missed(at("23T10:05"), at("23T10:15"), 3, at("23T10:20")));
    }

    @Test
    void a_quick_rhythm_is_not_called_missed_for_some_seconds() {
        assertThat(missed("every PT20S", "23T10:00-23T10:00 23T10:01-23T10:01", "23T10:02"))
                .isEmpty();
    }
}
