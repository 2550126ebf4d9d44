package centrasage.console.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is let in, and for how long a call that was overheard is of any use. */
class GatekeeperTest {
    private static final Instant SIGNED_AT = Instant.ofEpochSecond(12345678);
    private static final byte[] BODY = "payload=%7B%22x%22%3A%22test%22%7D".getBytes(StandardCharsets.US_ASCII);
    private static final Signature GENUINE = Signature.parse(
                    "t=12345678,v1=0b9cd84f5d583e5e1aadfb9f160aa8080b51d5b85ff85808d6b75bdac356c549")
            .orElseThrow();

    private static Gatekeeper gatekeeper(String secret, Instant now) {
        return new Gatekeeper(Optional.of(secret), Duration.ofMinutes(5), Clock.fixed(now, ZoneOffset.UTC));
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, GENUINE",
        "PT5M, GENUINE",
        "PT5M0.001S, TOO_OLD_OR_NEW",
        "PT1H, TOO_OLD_OR_NEW",
        "-PT5M, GENUINE",
        "-PT5M0.001S, TOO_OLD_OR_NEW"
    })
    void a_signature_counts_within_the_window_on_both_sides(Duration later, Verdict verdict) {
        assertThat(gatekeeper("test123", SIGNED_AT.plus(later)).judge(GENUINE, BODY))
                .isEqualTo(verdict);
    }

    @Test
    void a_signature_of_another_secret_is_forged() {
        assertThat(gatekeeper("another", SIGNED_AT).judge(GENUINE, BODY)).isEqualTo(Verdict.FORGED);
        assertThat(gatekeeper("test123", SIGNED_AT).judge(GENUINE, new byte[1])).isEqualTo(Verdict.FORGED);
    }

    @ParameterizedTest
    @CsvSource({"''", "'  '"})
    void without_a_secret_nobody_is_let_in(String secret) {
        Gatekeeper closed = gatekeeper(secret, SIGNED_AT);

        assertThat(closed.isOpen()).isFalse();
        assertThat(closed.judge(GENUINE, BODY)).isEqualTo(Verdict.FORGED);
        assertThat(gatekeeper("test123", SIGNED_AT).isOpen()).isTrue();
    }
}
