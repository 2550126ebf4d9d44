package centrasage.simulator.sage200.auth;

import centrasage.simulator.http.Json;
import centrasage.simulator.http.Request;
import centrasage.simulator.http.Response;
import centrasage.simulator.http.Router;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sage ID's token endpoint: a code or a refresh token in, an access token and the next refresh token out. */
final class OAuthRoutes {
    private final AuthSettings settings;
    private final Tokens tokens;

    OAuthRoutes(AuthSettings settings, Tokens tokens) {
        this.settings = settings;
        this.tokens = tokens;
    }

    void addTo(Router router) {
        new ConsentPage(settings, tokens).addTo(router);
        router.on("POST", "/oauth/token", this::token).onOrder();
    }

    private Response token(Request request) {
        Map<String, String> form = request.form();
        boolean client = settings.text("clientId").equals(form.get("client_id"))
                && settings.text("clientSecret").equals(form.get("client_secret"));
        if (!client) {
            return error(401, "access_denied", "Unauthorized");
        }
        return switch (form.getOrDefault("grant_type", "")) {
            case "authorization_code" -> redeem(form);
            case "refresh_token" -> refresh(form.getOrDefault("refresh_token", ""));
            default -> error(403, "unsupported_grant_type", "Only authorization_code and refresh_token are known.");
        };
    }

    private Response redeem(Map<String, String> form) {
        Tokens.Code code = tokens.redeem(form.getOrDefault("code", ""));
        if (code == null || !code.redirectUri().equals(form.get("redirect_uri"))) {
            return error(403, "invalid_grant", "Invalid authorization code");
        }
        if (!code.challenge().isEmpty() && !code.challenge().equals(challenge(form.get("code_verifier")))) {
            return error(403, "invalid_grant", "Failed to verify code verifier");
        }
        return issue(code.offline() ? tokens.newGrant() : null);
    }

    private Response refresh(String refreshToken) {
        Tokens.Grant grant = tokens.rotate(refreshToken);
        return grant == null ? error(403, "invalid_grant", "Unknown or invalid refresh token.") : issue(grant);
    }

    private Response issue(Tokens.@Nullable Grant grant) {
        ObjectNode answer = Json.object()
                .put("access_token", tokens.newAccessToken())
                .put("token_type", "Bearer")
                .put("expires_in", settings.number("accessTokenSeconds"));
        if (grant != null) {
            answer.put("refresh_token", tokens.newRefreshToken(grant));
        }
        return Response.json(answer).withHeader("Cache-Control", "no-store");
    }

    /** PKCE, S256: the base64url of the verifier's SHA-256. */
    static String challenge(@Nullable String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((verifier == null ? "" : verifier).getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static Response error(int status, String error, String description) {
        return Response.json(status, Json.object().put("error", error).put("error_description", description));
    }
}
