package centrasage.simulator.sage200.auth;

import centrasage.simulator.http.Gate;
import centrasage.simulator.http.Request;
import centrasage.simulator.http.Response;
import centrasage.simulator.http.Router;
import centrasage.simulator.sage200.data.Site;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** In front of the API: first the sign-in, then the headers of site and company; a refusal never says which. */
public final class AccessGate implements Gate {
    private final Site site;
    private final AuthSettings settings = new AuthSettings();
    private final Tokens tokens;
    private final NtlmHandshake ntlm = new NtlmHandshake(settings);

    public AccessGate(Site site) {
        this.site = site;
        this.tokens = new Tokens(site.clock(), settings);
    }

    public void addTo(Router router) {
        router.gate(this);
        new OAuthRoutes(settings, tokens).addTo(router);
        router.on("GET", "/control/auth", request -> Response.json(settings.toJson()));
        router.on("PUT", "/control/auth", request -> {
            settings.change(request.jsonObject());
            return Response.json(settings.toJson());
        });
        router.on("POST", "/control/auth/revoke", request -> {
            tokens.revokeAccess();
            return Response.empty(200);
        });
    }

    @Override
    public @Nullable Response refuse(Request request) {
        if (request.path().equals("/authorize") || request.path().equals("/oauth/token")) {
            return null;
        }
        Response signIn = signIn(request);
        if (signIn != null) {
            return signIn;
        }
        return request.path().equals("/sites") || hasCompany(request) ? null : Response.empty(401);
    }

    private @Nullable Response signIn(Request request) {
        String header = request.header("Authorization");
        return switch (settings.text("mode")) {
            case "basic" ->
                basic().equals(header)
                        ? null
                        : Response.empty(401).withHeader("WWW-Authenticate", "Basic realm=\"Sage 200\"");
            case "bearer" ->
                header != null && header.startsWith("Bearer ") && tokens.isGood(header.substring(7))
                        ? null
                        : Response.empty(401);
            case "windows" -> ntlm.refuse(request);
            default -> null;
        };
    }

    private String basic() {
        byte[] pair = (settings.text("user") + ":" + settings.text("password")).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    private boolean hasCompany(Request request) {
        String company = request.header("X-Company");
        return Site.ID.equalsIgnoreCase(request.header("X-Site"))
                && company != null
                && company.matches("\\d{1,9}")
                && site.company(Integer.parseInt(company)) != null;
    }
}
