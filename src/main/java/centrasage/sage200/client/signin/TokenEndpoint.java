package centrasage.sage200.client.signin;

import centrasage.flow.TargetUnavailable;
import centrasage.sage200.client.wire.Row;
import centrasage.sage200.client.wire.SageErrors;
import centrasage.sage200.client.wire.Wire;
import centrasage.sage200.client.wire.WireAnswer;
import centrasage.sage200.client.wire.WireAnswer.Answered;
import centrasage.sage200.client.wire.WireAnswer.Lost;
import centrasage.sage200.client.wire.WireAnswer.NotSent;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Sage ID's exchange of a code, or of a refresh token, for tokens. A refresh token is used up by it, so nothing repeats it. */
final class TokenEndpoint {
    /** Where Sage does not say: one of the lives that have been claimed, and the shortest. */
    private static final long ACCESS_SECONDS_UNSAID = 3600;

    private final SignInSettings settings;
    private final Wire wire;
    private final Clock clock;

    TokenEndpoint(SignInSettings settings, Wire wire, Clock clock) {
        this.settings = settings;
        this.wire = wire;
        this.clock = clock;
    }

    /** What a person's consent is worth: the first tokens. */
    Grant redeem(String code, SignInAttempts.Attempt attempt) throws SignInRefused, TargetUnavailable {
        Map<String, String> form = form("authorization_code");
        form.put("code", code);
        form.put("redirect_uri", settings.redirectUri());
        form.put("code_verifier", attempt.verifier());
        Instant now = clock.instant();
        Row tokens = ask(form);
        String refreshToken = tokens.optionalText("refresh_token")
                .orElseThrow(
                        () -> new SignInRefused("Sage ID gave no refresh token, so the sign-in would end within hours;"
                                + " ask Sage to allow offline_access for this client id"));
        Instant until = accessUntil(now, tokens);
        return new Grant(now, attempt.person(), refreshToken, accessToken(tokens), until);
    }

    /** The next tokens; the old refresh token is used up. */
    Grant refresh(Grant old) throws SignInRefused, TargetUnavailable {
        Map<String, String> form = form("refresh_token");
        form.put("refresh_token", old.refreshToken());
        Instant now = clock.instant();
        Row tokens = ask(form);
        String next = tokens.optionalText("refresh_token").orElse(old.refreshToken());
        Instant until = accessUntil(now, tokens);
        return new Grant(old.consentedAt(), old.consentedBy(), next, accessToken(tokens), until);
    }

    private static String accessToken(Row tokens) throws TargetUnavailable {
        return tokens.optionalText("access_token")
                .orElseThrow(() -> new TargetUnavailable("Sage ID's answer cannot be read: it has no access_token"));
    }

    private static Instant accessUntil(Instant now, Row tokens) throws TargetUnavailable {
        try {
            boolean said = tokens.json().containsKey("expires_in");
            return now.plusSeconds(said ? tokens.id("expires_in") : ACCESS_SECONDS_UNSAID);
        } catch (Row.Malformed e) {
            throw new TargetUnavailable("Sage ID's answer cannot be read: " + e.getMessage(), e);
        }
    }

    private Map<String, String> form(String grantType) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", grantType);
        form.put("client_id", settings.clientId());
        form.put("client_secret", settings.clientSecret());
        return form;
    }

    private Row ask(Map<String, String> form) throws SignInRefused, TargetUnavailable {
        WireAnswer answer = wire.post(
                settings.tokenUrl(),
                Map.of("Content-Type", "application/x-www-form-urlencoded", "Accept", "application/json"),
                form.entrySet().stream()
                        .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                        .collect(Collectors.joining("&")));
        if (answer instanceof NotSent notSent) {
            throw new TargetUnavailable("Sage ID: " + notSent.why());
        }
        if (answer instanceof Lost lost) {
            throw new TargetUnavailable("Sage ID: " + lost.why());
        }
        return read((Answered) answer);
    }

    private static Row read(Answered answered) throws SignInRefused, TargetUnavailable {
        Optional<Row> json = json(answered.body());
        if (answered.isSuccess() && json.isPresent()) {
            return json.get();
        }
        boolean invalidGrant = json.flatMap(row -> row.optionalText("error"))
                .filter("invalid_grant"::equals)
                .isPresent();
        String said = "Sage ID answered " + answered.status() + ": " + SageErrors.text(answered.body());
        if (invalidGrant) {
            throw new SignInRefused(said);
        }
        throw new TargetUnavailable(
                answered.status() >= 400 && answered.status() < 500
                        ? said + "; check sage200.client-id, sage200.client-secret and sage200.redirect-uri"
                        : said);
    }

    private static Optional<Row> json(String body) {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return Optional.of(new Row(reader.readObject()));
        } catch (JsonException | ClassCastException e) {
            return Optional.empty();
        }
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
