package centrasage.centra.client.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centrasage.centra.client.StubCentra;
import centrasage.centra.client.TestTime;
import centrasage.centra.client.quota.Pause;
import centrasage.centra.client.quota.Rank;
import centrasage.flow.TargetUnavailable;
import jakarta.json.JsonValue;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shop's quota: what happens when it is used up, and how we keep from using it up. */
class RateLimitTest {
    private static final Query ANY = new Query("any", "query any { rateLimits { type } }");

    private final StubCentra centra = new StubCentra();
    private final TestTime time = new TestTime();
    private final CentraGraphQl graphQl = graphQl(time);

    @AfterEach
    void close() {
        centra.close();
    }

    /** The clock stands at 2026-11-23T08:00:00Z, 1795420800 seconds after 1970. */
    @ParameterizedTest
    @CsvSource({
        "7, 7",
        "0, 1",
        "1795420842, 42",
        "1795420842500, 42",
        "'Mon, 23 Nov 2026 08:00:42 GMT', 42",
        "2026-11-23T09:00:42+01:00, 42",
        "2026-11-23T08:00:42Z, 42",
        "1795420000, 1",
        "'Mon, 23 Nov 2026 07:00:00 GMT', 1",
        "'', 10",
        "'in a while', 10",
        "-5, 10",
        "86400, 900",
        "9223372036854775807, 900",
    })
    void retry_after_is_read_in_every_form_and_bounded(String header, long seconds) {
        assertThat(RetryAfter.read(header, TestTime.START).getEpochSecond())
                .isEqualTo(TestTime.START.plusSeconds(seconds).getEpochSecond());
        assertThat(RetryAfter.read(null, TestTime.START)).isEqualTo(TestTime.START.plusSeconds(10));
    }

    @Test
    void a_refused_request_is_sent_again_at_the_moment_given_and_not_before() throws TargetUnavailable {
        centra.answers(429, "", "Retry-After", "1795420842").answers(200, answer("", 1));

        ask(graphQl);

        assertThat(time.pauses).containsExactly(Duration.ofSeconds(42));
        assertThat(centra.asked).hasSize(2);
    }

    @Test
    void a_moment_that_is_far_off_is_not_slept_through_and_nothing_is_sent_before_it() throws TargetUnavailable {
        centra.answers(429, "", "Retry-After", "600").answers(200, answer("", 1));

        assertThatThrownBy(() -> ask(graphQl))
                .isInstanceOf(TargetUnavailable.class)
                .hasMessageContaining("08:10:00Z");
        assertThatThrownBy(() -> ask(graphQl)).isInstanceOf(TargetUnavailable.class);
        assertThat(centra.asked).hasSize(1);

        time.take(Duration.ofMinutes(9));
        ask(graphQl);
        assertThat(centra.asked).hasSize(2);
    }

    @Test
    void refusals_without_end_are_given_up() {
        for (int i = 0; i < CentraGraphQl.TRIES_MAX; i++) {
            centra.answers(429, "slow down");
        }

        assertThatThrownBy(() -> ask(graphQl))
                .isInstanceOf(TargetUnavailable.class)
                .hasMessageContaining("rate limit");
        assertThat(centra.asked).hasSize(CentraGraphQl.TRIES_MAX);
        assertThat(time.instant()).isEqualTo(TestTime.START.plusSeconds(40));
    }

    @Test
    void a_clock_that_is_fast_does_not_make_us_knock_every_second() {
        for (int i = 0; i < CentraGraphQl.TRIES_MAX; i++) {
            centra.answers(429, "", "Retry-After", "1795420000");
        }

        assertThatThrownBy(() -> ask(graphQl)).isInstanceOf(TargetUnavailable.class);
        assertThat(time.pauses).extracting(Duration::toSeconds).containsExactly(1L, 2L, 4L, 8L);
    }

    @Test
    void an_interrupted_wait_ends_at_once_and_leaves_the_thread_interrupted() {
        centra.answers(429, "", "Retry-After", "30");
        CentraGraphQl interrupted = graphQl(length -> {
            throw new InterruptedException();
        });

        assertThatThrownBy(() -> ask(interrupted))
                .isInstanceOf(TargetUnavailable.class)
                .hasMessageContaining("interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        // what is needed is the next request (1, or as complex as this one) and a tenth of the quota for others
        "REQUEST_COUNT, TEN_SECONDS, 60, 60, 5000, 0",
        "REQUEST_COUNT, TEN_SECONDS, 60, 7, 5000, 0",
        "REQUEST_COUNT, TEN_SECONDS, 60, 6, 5000, 166",
        "REQUEST_COUNT, TEN_SECONDS, 60, 0, 5000, 1166",
        "REQUEST_COUNT, ONE_HOUR, 5000, 491, 5000, 7200",
        "REQUEST_COUNT, ONE_HOUR, 5000, 0, 5000, 60000",
        "QUERY_COMPLEXITY, TEN_SECONDS, 250000, 30000, 5000, 0",
        "QUERY_COMPLEXITY, TEN_SECONDS, 250000, 5000, 5000, 1000",
        "QUERY_COMPLEXITY, TEN_SECONDS, 250000, 0, 900000, 10000",
        "MUTATION_COUNT, TEN_SECONDS, 20, 0, 5000, 0",
        "SOMETHING_NEW, TEN_SECONDS, 20, 0, 5000, 0",
        "REQUEST_COUNT, A_FORTNIGHT, 20, 0, 5000, 0",
        "REQUEST_COUNT, TEN_SECONDS, 0, 0, 5000, 0",
    })
    void reading_slows_down_before_the_quota_is_used_up(
            String type, String interval, int quota, int remaining, int complexity, long millis)
            throws TargetUnavailable {
        centra.answers(200, answer(limit(type, interval, quota, remaining), complexity))
                .answers(200, answer("", 1));

        ask(graphQl);
        ask(graphQl);

        assertThat(Duration.between(TestTime.START, time.instant())).isEqualTo(Duration.ofMillis(millis));
    }

    @Test
    void what_is_left_for_changes_is_what_the_tightest_quota_leaves_above_the_part_for_others()
            throws TargetUnavailable {
        centra.answers(
                        200,
                        answer(
                                limit("MUTATION_COUNT", "TEN_SECONDS", 20, 18) + ", "
                                        + limit("MUTATION_COUNT", "ONE_HOUR", 1800, 905) + ", "
                                        + limit("REQUEST_COUNT", "TEN_SECONDS", 60, 60),
                                1))
                .answers(200, answer(limit("REQUEST_COUNT", "TEN_SECONDS", 60, 26), 1));
        assertThat(graphQl.roomAnew(Rank.NUMBERS)).isEqualTo(5);
        assertThat(graphQl.roomAnew(Rank.NUMBERS))
                .as("each takes a request, too")
                .isEqualTo(2);
    }

    @Test
    void where_centra_names_no_quota_of_changes_nobody_guesses_one() {
        centra.answers(200, answer(limit("REQUEST_COUNT", "ONE_HOUR", 60, 60), 1));
        assertThatThrownBy(() -> graphQl.room(Rank.NUMBERS))
                .isInstanceOf(TargetUnavailable.class)
                .hasMessageContaining("names no quota of MUTATION_COUNT")
                .hasMessageEndingWith("set centra.write-back = off");
    }

    private static String limit(String type, String interval, int quota, int remaining) {
        return "{\"type\": \"" + type + "\", \"intervalSeconds\": \"" + interval + "\", \"quota\": " + quota
                + ", \"usedQuota\": " + (quota - remaining) + ", \"remainingQuota\": " + remaining + "}";
    }

    private CentraGraphQl graphQl(Pause pause) {
        CentraSettings settings =
                new CentraSettings(centra.url(), "secret-token", Duration.ofSeconds(1), Duration.ofSeconds(5));
        return new CentraGraphQl(settings, time, pause);
    }

    private static void ask(CentraGraphQl graphQl) throws TargetUnavailable {
        graphQl.ask(ANY, JsonValue.EMPTY_JSON_OBJECT);
    }

    private static String answer(String limits, int complexity) {
        return "{\"data\": {\"rateLimits\": [" + limits + "]}, \"extensions\": {\"complexity\": " + complexity + "}}";
    }
}
