package centrasage.simulator.sage200.auth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The codes and tokens in circulation. A refresh token is good once, and its family ends on a day fixed at consent. */
final class Tokens {
    /** An authorization code, to be redeemed once by who can name its redirect and its verifier. */
    record Code(String clientId, String redirectUri, String challenge, boolean offline, Instant until) {}

    /** The right to new access tokens; every successor ends on the same day. */
    record Grant(Instant until) {}

    private static final Duration CODE_LIFE = Duration.ofMinutes(5);

    private final Clock clock;
    private final AuthSettings settings;
    private final Map<String, Code> codes = new HashMap<>();
    private final Map<String, Grant> refreshTokens = new HashMap<>();
    private final Map<String, Instant> accessTokens = new HashMap<>();

    Tokens(Clock clock, AuthSettings settings) {
        this.clock = clock;
        this.settings = settings;
    }

    synchronized String newCode(String clientId, String redirectUri, String challenge, boolean offline) {
        String code = random("code");
        Instant until = clock.instant().plus(CODE_LIFE);
        codes.put(code, new Code(clientId, redirectUri, challenge, offline, until));
        return code;
    }

    /** The code's particulars, once; null when it is unknown, used or too old. */
    synchronized @Nullable Code redeem(String code) {
        Code known = codes.remove(code);
        return known == null || known.until().isBefore(clock.instant()) ? null : known;
    }

    /** The days of a grant count from the consent and never again. */
    synchronized Grant newGrant() {
        return new Grant(clock.instant().plus(Duration.ofDays(settings.number("refreshTokenDays"))));
    }

    /** Uses up a refresh token; null when it is unknown, rotated away or past its day. */
    synchronized @Nullable Grant rotate(String refreshToken) {
        Grant grant = refreshTokens.remove(refreshToken);
        return grant == null || !clock.instant().isBefore(grant.until()) ? null : grant;
    }

    synchronized String newRefreshToken(Grant grant) {
        String token = random("refresh");
        refreshTokens.put(token, grant);
        return token;
    }

    synchronized String newAccessToken() {
        String token = random("access");
        accessTokens.put(token, clock.instant().plusSeconds(settings.number("accessTokenSeconds")));
        return token;
    }

    synchronized boolean isGood(String accessToken) {
        Instant until = accessTokens.get(accessToken);
        return until != null && clock.instant().isBefore(until);
    }

    /** Ends every access token at once, as an administrator can. */
    synchronized void revokeAccess() {
        accessTokens.clear();
    }

    private static String random(String kind) {
        return kind + "-" + UUID.randomUUID();
    }
}
