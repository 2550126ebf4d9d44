package centrasage.sage200.client;

import centrasage.flow.Secrets;
import centrasage.flow.TargetUnavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
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
    private static final String PENDING = "sage200.sign-in.pending";
    private static final String AUDIENCE = "s200ukipd/sage200";
    private static final String SCOPE = "openid profile email offline_access";
    private static final Duration PENDING_FOR_MAX = Duration.ofMinutes(10);
    private static final int WARNING_DAYS = 14;
    private static final int RANDOM_BYTES = 32;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private final SecureRandom random = new SecureRandom();
    private SignInSettings settings;
    private Secrets secrets;
    private Clock clock;
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
        this.secrets = secrets;
        this.clock = clock;
        this.endpoint = new TokenEndpoint(settings, wire, clock);
        this.tokens = new SageTokens(secrets, endpoint, clock);
    }

    /** Where the administrator's browser goes to consent. Starting again makes an earlier start worthless. */
    public URI begin() {
        String state = randomText();
        String verifier = randomText();
        secrets.put(
                PENDING,
                Json.createObjectBuilder()
                        .add("state", state)
                        .add("verifier", verifier)
                        .add("startedAt", clock.instant().toString())
                        .build()
                        .toString());
        String base = settings.authorizeUrl().toString();
        return URI.create(base + (base.contains("?") ? "&" : "?")
                + "audience=" + TokenEndpoint.encode(AUDIENCE)
                + "&client_id=" + TokenEndpoint.encode(settings.clientId())
                + "&response_type=code"
                + "&redirect_uri=" + TokenEndpoint.encode(settings.redirectUri())
                + "&scope=" + TokenEndpoint.encode(SCOPE)
                + "&state=" + state
                + "&code_challenge=" + challenge(verifier)
                + "&code_challenge_method=S256");
    }

    /**
     * The browser has come back to our callback.
     *
     * @param state what Sage ID handed back: only the browser that we sent can know it
     * @param code what Sage ID gave for us
     * @throws SignInRefused when the consent is not ours, too old or not taken by Sage ID; begin again
     * @throws TargetUnavailable when Sage ID cannot be asked now
     */
    public void complete(String state, String code) throws SignInRefused, TargetUnavailable {
        Pending pending = pending();
        if (!sameText(pending.state(), state)) {
            throw new SignInRefused(
                    "this sign-in was not started here, or was started again since; press Connect to Sage");
        }
        secrets.put(PENDING, "");
        if (clock.instant().isAfter(pending.startedAt().plus(PENDING_FOR_MAX))) {
            throw new SignInRefused("this sign-in was started more than 10 minutes ago; press Connect to Sage again");
        }
        tokens.replace(endpoint.redeem(code, pending.verifier()));
    }

    /** When Sage will end the sign-in; empty when nobody has connected. */
    public Optional<Instant> expiresOn() {
        return tokens.stored()
                .map(Grant::consentedAt)
                .map(consented ->
                        consented.atZone(ZoneOffset.UTC).plus(settings.life()).toInstant());
    }

    /** Whole days until Sage ends the sign-in, 0 on the last day and after it; empty when nobody has connected. */
    public Optional<Long> daysLeft() {
        return expiresOn()
                .map(end -> Math.max(0, Duration.between(clock.instant(), end).toDays()));
    }

    /** What an administrator should be told now: that nobody has connected, or that the sign-in ends soon. */
    public Optional<String> warning() {
        Optional<Instant> end = expiresOn();
        if (end.isEmpty()) {
            return Optional.of("Nobody has signed in to Sage 200 yet: an administrator must press Connect to Sage");
        }
        String day = DAY.format(end.get().atZone(ZoneOffset.UTC));
        if (!clock.instant().isBefore(end.get())) {
            return Optional.of(
                    "The sign-in to Sage 200 ended on " + day + ": an administrator must press Connect to Sage");
        }
        return daysLeft()
                .filter(days -> days <= WARNING_DAYS)
                .map(days -> "The sign-in to Sage 200 ends on " + day
                        + ": before then, an administrator must press Connect to Sage");
    }

    Authorization tokens() {
        return tokens;
    }

    private record Pending(String state, String verifier, Instant startedAt) {}

    private Pending pending() throws SignInRefused {
        String text = secrets.get(PENDING).orElse("");
        if (text.isBlank()) {
            throw new SignInRefused("no sign-in is under way; press Connect to Sage");
        }
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            Row row = new Row(reader.readObject());
            return new Pending(row.text("state"), row.text("verifier"), Instant.parse(row.text("startedAt")));
        }
    }

    private String randomText() {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static boolean sameText(String expected, String actual) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), actual.getBytes(StandardCharsets.UTF_8));
    }

    private static Wire wire(SageSettings settings) {
        return new Wire(settings.connectTimeout(), settings.readTimeout());
    }
}
