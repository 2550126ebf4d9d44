package centrasage.launch.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How people sign in: what the settings must be, alone and together. */
class SignInChecksTest {
    private final Map<String, String> values = new LinkedHashMap<>(Map.of(
            "signin.oidc.issuer", "https://login.microsoftonline.com/6a1b9c52/v2.0",
            "signin.oidc.client-id", "an-id",
            "signin.oidc.client-secret", "a-secret-of-ours",
            "signin.oidc.redirect-uri", "https://sage.brand.com/connect/openid",
            "signin.oidc.role.finance", "CentraSage.Finance",
            "signin.local", "false"));

    private static Optional<String> fault(String key, String value) {
        return Catalogue.of(key).orElseThrow().faultOf(value);
    }

    @Test
    void a_whole_provider_is_sound() {
        assertThat(SignInChecks.contradictions(values)).isEmpty();
        values.forEach((key, value) -> assertThat(fault(key, value)).isEmpty());
    }

    @Test
    void all_that_is_missing_is_told_at_once() {
        values.keySet().removeIf(key -> !key.equals("signin.oidc.issuer"));
        assertThat(SignInChecks.contradictions(values))
                .hasSize(4)
                .anyMatch(fault -> fault.startsWith("signin.oidc.client-secret: is missing"))
                .anyMatch(fault -> fault.startsWith("signin.oidc.role...."));
    }

    @Test
    void nobody_is_left_without_a_way_to_sign_in() {
        values.remove("signin.oidc.issuer");
        assertThat(SignInChecks.contradictions(values))
                .singleElement()
                .asString()
                .contains("nobody could sign in");
    }

    @ParameterizedTest
    @CsvSource({
        "signin.oidc.issuer, http://login.example",
        "signin.oidc.issuer, login.example",
        "signin.oidc.redirect-uri, https://sage.brand.com/",
        "signin.oidc.scopes, profile email",
        "signin.local, maybe",
        "signin.idle, P2D"
    })
    void what_cannot_be_is_refused(String key, String value) {
        assertThat(fault(key, value)).isPresent();
    }

    @Test
    void on_this_machine_a_provider_may_speak_plain_http() {
        assertThat(fault("signin.oidc.issuer", "http://127.0.0.1:9000")).isEmpty();
    }

    @Test
    void the_secret_is_never_shown() {
        assertThat(Catalogue.of("signin.oidc.client-secret").orElseThrow().secret())
                .isTrue();
    }
}
