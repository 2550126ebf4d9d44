package centrasage.sage200.client.signin;

import centrasage.flow.Secrets;
import centrasage.flow.TargetUnavailable;
import centrasage.sage200.client.signin.SignInAttempts.Attempt;
import centrasage.sage200.client.signin.SignInEnd.Kind;
import centrasage.sage200.client.signin.SignInStanding.State;
import centrasage.sage200.client.wire.Authorization;
import centrasage.sage200.client.wire.SageSettings;
import centrasage.sage200.client.wire.Wire;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * "Connect to Sage": an administrator's consent at Sage ID, by authorization code with state and PKCE.
 *
 * <p>Sage ends the sign-in on a day that is fixed at the consent (90 days at most) and that no refresh moves: a person has
 * to come back before then, and is warned.
 */
@ApplicationScoped
public class SageSignIn {
    private static final String AUDIENCE = "s200ukipd/sage200";
    private static final String SCOPE = "openid profile email offline_access";

    private SignInSettings settings;
    private Clock clock;
    private SignInAttempts attempts;
    private TokenEndpoint endpoint;
    private SageTokens tokens;

    @SuppressWarnings("NullAway.Init")
    SageSignIn() {}

    @Inject
    SageSignIn(Config config, Secrets secrets, Clock clock) {
        this(SignInSettings.of(config), wire(SageSettings.of(config)), secrets, clock);
    }

    SageSignIn(SignInSettings settings, Wire wire, Secrets secrets, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.attempts = new SignInAttempts(secrets, clock);
        this.endpoint = new TokenEndpoint(settings, wire, clock);
        this.tokens = new SageTokens(secrets, endpoint, clock);
    }

    /** How this application signs in to Sage 200; only {@code OAUTH2} needs a person. */
    public SignInWay way() {
        return settings.way();
    }

    /** Where Sage ID sends the browser afterwards: the address at which people must have opened the console. */
    public String callback() {
        return settings.redirectUri();
    }

    /**
     * Sends an administrator's browser to Sage ID. Beginning again makes an earlier attempt worthless.
     *
     * @param person the administrator's sign-in name
     */
    public SignInBegun begin(String person) {
        String browser = attempts.randomText();
        Attempt attempt = attempts.begin(person, browser);
        return new SignInBegun(address(attempt), URI.create(settings.redirectUri()), browser, SignInAttempts.GOOD_FOR);
    }

    private URI address(Attempt attempt) {
        String base = settings.authorizeUrl().toString();
        return URI.create(base + (base.contains("?") ? "&" : "?")
                + "audience=" + TokenEndpoint.encode(AUDIENCE)
                + "&client_id=" + TokenEndpoint.encode(settings.clientId())
                + "&response_type=code"
                + "&redirect_uri=" + TokenEndpoint.encode(settings.redirectUri())
                + "&scope=" + TokenEndpoint.encode(SCOPE)
                + "&state=" + attempt.state()
                + "&code_challenge=" + attempt.challenge()
                + "&code_challenge_method=S256");
    }

    /** The browser has come back to our callback; whatever is wrong, the sign-in from before stays in force. */
    public SignInEnd complete(ComingBack back) {
        Optional<Attempt> attempt = attempts.take(back.state());
        if (attempt.isEmpty()) {
            return new SignInEnd(
                    Kind.NOT_OURS,
                    attempts.person(back.browser()),
                    "this sign-in was not begun here, is used up, or was begun again since");
        }
        return end(attempt.get(), back);
    }

    private SignInEnd end(Attempt attempt, ComingBack back) {
        if (!attempt.isFrom(back.browser())) {
            return refused(Kind.OTHER_BROWSER, attempt, "another browser came back than the one that was sent");
        }
        if (attempt.isTooOldAt(clock.instant())) {
            return refused(
                    Kind.TOO_OLD,
                    attempt,
                    "it was begun more than " + SignInAttempts.GOOD_FOR.toMinutes() + " minutes ago");
        }
        if (back.code().isBlank()) {
            Kind kind = back.error().equals("access_denied") ? Kind.DENIED : Kind.NOT_TAKEN;
            return refused(kind, attempt, "Sage ID gave no code: " + back.reason());
        }
        try {
            tokens.replace(endpoint.redeem(back.code(), attempt));
            return new SignInEnd(Kind.CONNECTED, Optional.of(attempt.person()), "");
        } catch (SignInRefused e) {
            return refused(Kind.NOT_TAKEN, attempt, String.valueOf(e.getMessage()));
        } catch (TargetUnavailable e) {
            return refused(Kind.UNAVAILABLE, attempt, String.valueOf(e.getMessage()));
        }
    }

    private static SignInEnd refused(Kind kind, Attempt attempt, String words) {
        return new SignInEnd(kind, Optional.of(attempt.person()), words);
    }

    /** How the sign-in stands now, by what the store holds. */
    public SignInStanding standing() {
        if (settings.way() != SignInWay.OAUTH2) {
            return SignInStanding.without(State.NOT_NEEDED);
        }
        try {
            return tokens.stored()
                    .map(grant -> SignInStanding.of(grant, tokens.isLost(grant), settings, clock.instant()))
                    .orElseGet(() -> SignInStanding.without(State.NEVER));
        } catch (RuntimeException e) { // another key file, or whatever the pool, the driver or JPA throws
            return SignInStanding.without(State.UNREADABLE);
        }
    }

    Authorization tokens() {
        return tokens;
    }

    private static Wire wire(SageSettings settings) {
        return new Wire(settings.connectTimeout(), settings.readTimeout());
    }
}
