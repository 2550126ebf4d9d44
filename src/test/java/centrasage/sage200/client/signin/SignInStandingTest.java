package centrasage.sage200.client.signin;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.sage200.client.signin.SignInStanding.State;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When people are warned, and in which words. */
class SignInStandingTest {
    private static final Instant CONSENT = Instant.parse("2026-04-01T23:30:00Z");
    private static final Duration LIFE = Duration.ofDays(90);

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "P0D,       false, GOOD,      90, -",
                "P75D,      false, GOOD,      15, -",
                "P75DT1S,   true,  LOST,       0, Sage takes the sign-in to Sage 200 no more",
                "P75DT1S,   false, ENDS_SOON, 14, The sign-in to Sage 200 ends on 1 July 2026: before then",
                "P89DT23H,  false, ENDS_SOON,  0, The sign-in to Sage 200 ends on 1 July 2026: before then",
                "P90D,      false, ENDED,      0, The sign-in to Sage 200 ended on 1 July 2026: an administrator",
                "P400D,     true,  ENDED,      0, The sign-in to Sage 200 ended on 1 July 2026: an administrator"
            })
    void the_warning_comes_before_the_day_and_stays_after_it(
            Duration later, boolean lost, State state, long daysLeft, String words) {
        SignInStanding standing = after(later, lost);

        assertThat(standing.state()).isEqualTo(state);
        assertThat(standing.daysLeft()).contains(daysLeft);
        if (words == null) {
            assertThat(standing.warning()).isEmpty();
        } else {
            assertThat(standing.warning())
                    .hasValueSatisfying(warning -> assertThat(warning)
                            .startsWith(words)
                            .contains("an administrator must press Connect to Sage"));
        }
    }

    @Test
    void the_day_is_that_of_the_site_and_the_moment_is_exact() {
        SignInStanding.Consent consent = after(Duration.ZERO, false).consent().orElseThrow();

        assertThat(consent.endsAt()).isEqualTo(CONSENT.plus(LIFE));
        assertThat(consent.endDay()).isEqualTo(LocalDate.of(2026, 7, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "NOT_NEEDED, false",
        "NEVER, true",
        "GOOD, false",
        "ENDS_SOON, false",
        "ENDED, true",
        "LOST, true",
        "UNREADABLE, true"
    })
    void what_blocks_leaves_no_days_and_is_told(State state, boolean blocks) {
        SignInStanding standing = SignInStanding.without(state);

        assertThat(standing.isBlocking()).isEqualTo(blocks);
        if (blocks) {
            assertThat(standing.daysLeft()).contains(0L);
            assertThat(standing.warning()).isPresent();
        }
    }

    private static SignInStanding after(Duration later, boolean lost) {
        Grant grant = new Grant(CONSENT, "ada", "refresh", "access", CONSENT);
        return SignInStanding.of(grant, lost, settings(), CONSENT.plus(later));
    }

    private static SignInSettings settings() {
        URI sageId = URI.create("https://id.sage.com/");
        return new SignInSettings(
                SignInWay.OAUTH2,
                "id",
                "secret",
                sageId,
                sageId,
                "https://x/connect/sage200",
                Period.ofDays(90),
                ZoneId.of("Europe/London"));
    }
}
