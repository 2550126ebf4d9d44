package centrasage.simulator.openid;

import centrasage.simulator.http.FaultKind;
import centrasage.simulator.http.Json;
import centrasage.simulator.http.Request;
import centrasage.simulator.http.Response;
import centrasage.simulator.http.Router;
import centrasage.simulator.http.SimulatorServer;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * A provider with discovery, keys, a page to sign in, and a token endpoint that checks the client, the callback, the code (once)
 * and the verifier. What it puts into a token can be changed, to be wrong on purpose.
 */
public final class OpenIdProvider implements AutoCloseable {
    public static final String CLIENT = "centra-sage200";
    public static final String SECRET = "the-secret-of-the-client";

    private static final int TOKEN_SECONDS = 300;

    private final Router router = new Router();
    private final Codes codes = new Codes();
    private final Map<String, ObjectNode> people = new ConcurrentHashMap<>();
    private final List<SigningKey> published = new ArrayList<>();
    private SigningKey signing = SigningKey.of("key-1");
    private String algorithm = "RS256";
    private UnaryOperator<ObjectNode> change = claims -> claims;
    private String callback = "";
    private final SimulatorServer server;

    private OpenIdProvider(int port) throws IOException {
        published.add(signing);
        router.on("GET", "/.well-known/openid-configuration", request -> Response.json(configuration()));
        router.on("GET", "/keys", request -> Response.json(keys()));
        router.on("GET", "/authorize", this::page);
        router.on("POST", "/authorize", this::signedIn);
        router.on("POST", "/token", this::token).onOrder();
        router.on("GET", "/logout", request -> Response.html(200, "<h1>Signed out at Acme</h1>"));
        server = SimulatorServer.start(port, router, () -> {});
    }

    /** @param port 0 for a free one */
    public static OpenIdProvider start(int port) throws IOException {
        return new OpenIdProvider(port);
    }

    /** Where it sends browsers back: any other place is refused. */
    public OpenIdProvider registered(String redirectUri) {
        callback = redirectUri;
        return this;
    }

    /** Somebody who can sign in there, with what their tokens say. */
    public OpenIdProvider person(String subject, String name, String... roles) {
        ObjectNode claims = Json.object().put("sub", subject).put("preferred_username", name);
        ArrayNode list = claims.putArray("roles");
        for (String role : roles) {
            list.add(role);
        }
        people.put(subject, claims);
        return this;
    }

    /** From now on it signs by a new key and publishes that alone. */
    public void rotateKeys() {
        signing = SigningKey.of("key-" + System.nanoTime());
        published.clear();
        published.add(signing);
    }

    /** From now on it signs by a key that it does not publish, under the name of one that it does. */
    public void signByAStrangersKey() {
        signing = SigningKey.of(published.get(0).id());
    }

    public void signBy(String newAlgorithm) {
        algorithm = newAlgorithm;
    }

    /** What is done to the claims of each token before it is signed. */
    public void change(UnaryOperator<ObjectNode> newChange) {
        change = newChange;
    }

    /** The next request of this kind, such as {@code POST /token}, gets this answer. */
    public void failOnce(String request) {
        server.faults().order(FaultKind.SERVER_ERROR, request, 1);
    }

    public URI address() {
        return server.baseUrl();
    }

    /** How often this was asked for, such as {@code GET /keys}. */
    public long asked(String request) {
        return server.requests().of(request);
    }

    private ObjectNode configuration() {
        String base = address().toString();
        ObjectNode json = Json.object()
                .put("issuer", base)
                .put("authorization_endpoint", base + "/authorize")
                .put("token_endpoint", base + "/token")
                .put("jwks_uri", base + "/keys")
                .put("end_session_endpoint", base + "/logout");
        json.putArray("response_types_supported").add("code");
        json.putArray("subject_types_supported").add("pairwise");
        json.putArray("id_token_signing_alg_values_supported").add("RS256");
        json.putArray("code_challenge_methods_supported").add("S256");
        return json;
    }

    private ObjectNode keys() {
        ObjectNode json = Json.object();
        ArrayNode list = json.putArray("keys");
        published.forEach(key -> list.add(key.published()));
        return json;
    }

    private Response page(Request request) {
        Optional<String> fault = fault(request.query());
        if (fault.isPresent()) {
            return Response.html(400, "<h1>Acme</h1><p>" + fault.get() + "</p>");
        }
        StringBuilder form = new StringBuilder();
        request.query()
                .forEach((name, value) -> form.append("<input type=\"hidden\" name=\"" + name + "\" value=\""
                        + value.replace("&", "&amp;").replace("\"", "&quot;") + "\">\n"));
        people.keySet().stream()
                .sorted()
                .forEach(person ->
                        form.append("<button name=\"user\" value=\"" + person + "\">" + person + "</button>\n"));
        return Response.html(200, """
                <!DOCTYPE html><html lang="en"><head><title>Acme</title></head><body><h1>Sign in to Acme</h1>
                <form method="post" action="/authorize">%s<button name="user" value="">Cancel</button></form></body></html>
                """.formatted(form));
    }

    private Response signedIn(Request request) {
        Map<String, String> form = request.form();
        if (fault(form).isPresent()) {
            return Response.html(400, "<h1>Acme</h1>");
        }
        String user = form.getOrDefault("user", "");
        String state = "state=" + URLEncoder.encode(form.getOrDefault("state", ""), StandardCharsets.UTF_8);
        String said = people.containsKey(user) ? "code=" + codes.give(user, form) : "error=access_denied";
        return Response.empty(302)
                .withHeader("Location", form.getOrDefault("redirect_uri", "") + "?" + said + "&" + state);
    }

    /** What is wrong with what the application asks for. */
    private Optional<String> fault(Map<String, String> asked) {
        boolean sound = CLIENT.equals(asked.get("client_id"))
                && callback.equals(asked.get("redirect_uri"))
                && "code".equals(asked.get("response_type"))
                && "S256".equals(asked.get("code_challenge_method"))
                && List.of(asked.getOrDefault("scope", "").split(" ")).contains("openid")
                && !asked.getOrDefault("code_challenge", "").isEmpty()
                && !asked.getOrDefault("nonce", "").isEmpty()
                && !asked.getOrDefault("state", "").isEmpty();
        return sound ? Optional.empty() : Optional.of("The request is not one that was registered.");
    }

    private Response token(Request request) {
        String pair = Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        if (!("Basic " + pair).equals(request.header("Authorization"))) {
            return Response.json(401, Json.object().put("error", "invalid_client"));
        }
        return codes.redeem(request.form())
                .map(this::tokens)
                .orElseGet(() -> Response.json(400, Json.object().put("error", "invalid_grant")));
    }

    private Response tokens(Codes.Code code) {
        long now = Clock.systemUTC().instant().getEpochSecond();
        ObjectNode claims = people.getOrDefault(code.user(), Json.object())
                .deepCopy()
                .put("iss", address().toString())
                .put("aud", CLIENT)
                .put("iat", now)
                .put("exp", now + TOKEN_SECONDS)
                .put("nonce", code.request().getOrDefault("nonce", ""));
        return Response.json(Json.object()
                        .put("access_token", "access-" + System.nanoTime())
                        .put("token_type", "Bearer")
                        .put("expires_in", TOKEN_SECONDS)
                        .put("id_token", signing.sign(algorithm, change.apply(claims))))
                .withHeader("Cache-Control", "no-store");
    }

    @Override
    public void close() {
        server.close();
    }
}
