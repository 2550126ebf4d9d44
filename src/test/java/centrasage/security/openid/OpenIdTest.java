package centrasage.security.openid;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.security.openid.Returned.Kind;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** To a provider and back: who is let in, and everything that is no proof. */
class OpenIdTest {
    private final OpenIdWorld world = new OpenIdWorld();

    @AfterEach
    void end() {
        world.close();
    }

    private static void assertRefused(Returned returned, Kind kind, String words) {
        assertThat(returned).isInstanceOfSatisfying(Returned.Refused.class, refused -> {
            assertThat(refused.words()).containsIgnoringCase(words);
            assertThat(refused.kind()).isEqualTo(kind);
        });
    }

    private static void assertAnn(Returned returned) {
        assertThat(returned).isInstanceOfSatisfying(Returned.Known.class, known -> {
            assertThat(known.identity().name()).isEqualTo("ann@acme.example");
            assertThat(known.identity().roles()).containsExactly("finance");
            assertThat(known.identity().subject()).endsWith(" s-ann");
            assertThat(known.wanted()).isEqualTo("/clearing.xhtml");
        });
    }

    @Test
    void somebody_with_a_mapped_role_is_known_by_name_and_role() {
        assertAnn(world.signIn("s-ann"));
    }

    @Test
    void what_is_asked_for_is_a_code_with_state_nonce_and_the_hash_of_a_verifier() {
        Map<String, String> asked = OpenIdWorld.parts(world.begin().address().getRawQuery());
        assertThat(asked)
                .containsEntry("response_type", "code")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("redirect_uri", OpenIdWorld.CALLBACK)
                .containsEntry("scope", "openid profile")
                .containsKeys("state", "nonce", "code_challenge")
                .doesNotContainKey("client_secret");
    }

    @Test
    void somebody_without_a_mapped_role_is_known_and_has_none() {
        assertThat(world.signIn("s-bob"))
                .isInstanceOfSatisfying(
                        Returned.Known.class,
                        known -> assertThat(known.identity().roles()).isEmpty());
    }

    @Test
    void a_role_may_be_one_word_and_lie_deeper() {
        Map<String, String> settings = world.settings();
        settings.put("signin.oidc.roles-claim", "realm_access.role");
        OpenId openId = world.openId(settings);
        world.provider.change(claims -> {
            claims.putObject("realm_access").put("role", "Acme.Care");
            return claims;
        });
        Returned returned = openId.complete(world.walk(openId.begin("/").orElseThrow(), "s-bob"));
        assertThat(returned)
                .isInstanceOfSatisfying(
                        Returned.Known.class,
                        known -> assertThat(known.identity().roles()).isEqualTo(Set.of("cx")));
    }

    static Stream<Arguments> wrongTokens() {
        long now = Clock.systemUTC().instant().getEpochSecond();
        return Stream.of(
                wrong("nonce", claims -> claims.put("nonce", "of-another-attempt")),
                wrong("nonce", claims -> claims.without("nonce")),
                wrong("aud", claims -> claims.put("aud", "another-application")),
                wrong("iss", claims -> claims.put("iss", "https://another.example")),
                wrong("expired", claims -> claims.put("exp", now - 120)),
                wrong("ahead", claims -> claims.put("iat", now + 600)),
                wrong("name-claim", claims -> claims.without("preferred_username")),
                wrong("name-claim", claims -> claims.put("preferred_username", "<b>x</b>")),
                wrong("sub", claims -> claims.without("sub")));
    }

    private static Arguments wrong(String words, UnaryOperator<ObjectNode> change) {
        return Arguments.of(words, change);
    }

    @ParameterizedTest
    @MethodSource("wrongTokens")
    void a_token_that_is_not_for_us_now_is_no_proof(String words, UnaryOperator<ObjectNode> change) {
        world.provider.change(change);
        assertRefused(world.signIn("s-ann"), Kind.NOT_TAKEN, words);
    }

    @Test
    void clocks_may_differ_a_little() {
        long now = Clock.systemUTC().instant().getEpochSecond();
        world.provider.change(claims -> claims.put("exp", now - 20).put("iat", now + 20));
        assertAnn(world.signIn("s-ann"));
    }

    @Test
    void a_token_that_somebody_else_signed_is_no_proof() {
        world.provider.signByAStrangersKey();
        assertRefused(world.signIn("s-ann"), Kind.NOT_TAKEN, "signature");
    }

    @Test
    void a_token_that_nobody_signed_is_no_proof() {
        world.provider.signBy("none");
        assertRefused(world.signIn("s-ann"), Kind.NOT_TAKEN, "");
    }

    /** Our own secret is no key of the provider's, and its public key is no secret. */
    @Test
    void a_token_by_a_shared_secret_is_no_proof() {
        world.provider.signBy("HS256");
        assertRefused(world.signIn("s-ann"), Kind.NOT_TAKEN, "");
    }

    @Test
    void a_state_is_good_once() {
        ComingBack back = world.walk(world.begin(), "s-ann");
        assertAnn(world.openId.complete(back));
        assertRefused(world.openId.complete(back), Kind.NOT_OURS, "used up");
        assertThat(world.provider.asked("POST /token")).isEqualTo(1);
    }

    @Test
    void a_state_that_was_given_to_nobody_is_refused_before_the_provider_is_asked() {
        ComingBack back = world.walk(world.begin(), "s-ann");
        assertRefused(
                world.openId.complete(new ComingBack("made-up", back.code(), "", "", back.browser())),
                Kind.NOT_OURS,
                "not begun here");
        assertThat(world.provider.asked("POST /token")).isZero();
    }

    /** Otherwise somebody could sign others in as himself, or a stolen address would be worth a session. */
    @Test
    void another_browser_is_refused_and_the_attempt_goes_on() {
        ComingBack back = world.walk(world.begin(), "s-ann");
        assertRefused(
                world.openId.complete(new ComingBack(back.state(), back.code(), "", "", "another")),
                Kind.OTHER_BROWSER,
                "another browser");
        assertAnn(world.openId.complete(back));
    }

    /** The code of another attempt comes without that attempt's verifier: the provider takes it not. */
    @Test
    void a_code_that_was_stolen_is_worth_nothing() {
        ComingBack victims = world.walk(world.begin(), "s-ann");
        ComingBack thiefs = world.walk(world.begin(), "s-bob");
        assertRefused(
                world.openId.complete(new ComingBack(thiefs.state(), victims.code(), "", "", thiefs.browser())),
                Kind.NOT_TAKEN,
                "invalid_grant");
        assertThat(world.provider.asked("POST /token")).isEqualTo(1);
    }

    @Test
    void an_attempt_ends_after_ten_minutes() {
        ComingBack back = world.walk(world.begin(), "s-ann");
        world.store.advance(Duration.ofMinutes(11));
        assertRefused(world.openId.complete(back), Kind.TOO_OLD, "10 minutes");
    }

    @Test
    void who_says_no_at_the_provider_is_not_let_in() {
        assertRefused(world.signIn("nobody"), Kind.DENIED, "access_denied");
    }

    @Test
    void another_provider_cannot_answer_for_ours() {
        ComingBack back = world.walk(world.begin(), "s-ann");
        ComingBack mixedUp = new ComingBack(back.state(), back.code(), "", "https://evil.example", back.browser());
        assertRefused(world.openId.complete(mixedUp), Kind.NOT_TAKEN, "another provider");
        assertThat(world.provider.asked("POST /token")).isZero();
    }

    @Test
    void a_wrong_secret_is_told_as_one() {
        Map<String, String> settings = world.settings();
        settings.put("signin.oidc.client-secret", "an-old-one");
        OpenId openId = world.openId(settings);
        Returned returned = openId.complete(world.walk(openId.begin("/").orElseThrow(), "s-ann"));
        assertRefused(returned, Kind.NOT_TAKEN, "invalid_client");
        assertThat(returned.toString()).doesNotContain("an-old-one");
    }

    @Test
    void new_keys_of_the_provider_need_no_restart() {
        assertAnn(world.signIn("s-ann"));
        world.provider.rotateKeys();
        assertAnn(world.signIn("s-ann"));
        assertThat(world.provider.asked("GET /keys")).isEqualTo(2);
    }

    @Test
    void keys_that_nobody_knows_do_not_make_us_ask_again_and_again() {
        assertAnn(world.signIn("s-ann"));
        world.provider.rotateKeys();
        assertAnn(world.signIn("s-ann"));
        for (int times = 0; times < 5; times++) {
            world.provider.rotateKeys();
            assertRefused(world.signIn("s-ann"), Kind.NOT_TAKEN, "");
        }
        assertThat(world.provider.asked("GET /keys")).isEqualTo(2);
    }

    @Test
    void a_provider_that_fails_is_told_as_such() {
        world.provider.failOnce("POST /token");
        assertRefused(world.signIn("s-ann"), Kind.UNAVAILABLE, "");
        world.provider.close();
        assertThat(world.openId.begin("/")).as("heard before").isPresent();
        assertThat(world.openId(world.settings()).begin("/")).as("never heard").isEmpty();
    }

    @Test
    void the_oldest_are_forgotten_when_too_many_are_on_their_way() {
        ComingBack first = world.walk(world.begin(), "s-ann");
        world.store.advance(Duration.ofSeconds(1));
        for (int each = 0; each < Attempts.MOST; each++) {
            world.begin();
        }
        assertThat(world.store.database().count("sign_in_attempt")).isLessThanOrEqualTo(Attempts.MOST);
        assertRefused(world.openId.complete(first), Kind.NOT_OURS, "");
    }

    @Test
    void nothing_that_is_worth_a_sign_in_is_written_out() {
        Begun begun = world.begin();
        ComingBack back = world.walk(begun, "s-ann");
        assertThat(back.toString()
                        + begun
                        + ProviderSettings.of(config(), Set.of()).orElseThrow())
                .doesNotContain(back.code())
                .doesNotContain(back.state())
                .doesNotContain(begun.browser())
                .doesNotContain("the-secret");
    }

    private org.eclipse.microprofile.config.Config config() {
        return new io.smallrye.config.SmallRyeConfigBuilder()
                .withSources(new io.smallrye.config.PropertiesConfigSource(world.settings(), "test", 100))
                .build();
    }

    @Test
    void the_end_at_the_provider_comes_back_to_us() {
        assertThat(world.openId.endSession()).isEmpty();
        world.signIn("s-ann");
        assertThat(world.openId.endSession().orElseThrow().toString())
                .startsWith(world.provider.address() + "/logout?client_id=centra-sage200&post_logout_redirect_uri=")
                .endsWith("sign-in.xhtml%3Fout%3Dtrue");
    }

    @Test
    void without_an_issuer_there_is_no_provider() {
        OpenId off = world.openId(Map.of());
        assertThat(off.isOn()).isFalse();
        assertThat(off.begin("/")).isEmpty();
        assertRefused(off.complete(new ComingBack("a", "b", "", "", "c")), Kind.NOT_OURS, "no provider");
    }
}
