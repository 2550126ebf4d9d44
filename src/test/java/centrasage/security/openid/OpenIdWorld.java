package centrasage.security.openid;

import centrasage.simulator.openid.OpenIdProvider;
import centrasage.sync.store.JpaWorld;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A provider, our side of the conversation with it on H2, and a browser that does what both say. */
final class OpenIdWorld implements AutoCloseable {
    static final String CALLBACK = "http://127.0.0.1:8080/connect/openid";

    final OpenIdProvider provider;
    final JpaWorld store = new JpaWorld(Duration.ofMinutes(10));
    final OpenId openId;
    private final HttpClient http = HttpClient.newHttpClient();

    OpenIdWorld() {
        try {
            provider = OpenIdProvider.start(0)
                    .registered(CALLBACK)
                    .person("s-ann", "Ann@acme.example", "Acme.Finance")
                    .person("s-bob", "bob@acme.example", "Something.Else");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        openId = openId(settings());
    }

    Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("signin.oidc.issuer", provider.address().toString());
        settings.put("signin.oidc.title", "Acme");
        settings.put("signin.oidc.client-id", OpenIdProvider.CLIENT);
        settings.put("signin.oidc.client-secret", OpenIdProvider.SECRET);
        settings.put("signin.oidc.redirect-uri", CALLBACK);
        settings.put("signin.oidc.scopes", "openid profile");
        settings.put("signin.oidc.name-claim", "preferred_username");
        settings.put("signin.oidc.roles-claim", "roles");
        settings.put("signin.oidc.role.finance", "Acme.Finance, Acme.Books");
        settings.put("signin.oidc.role.cx", "Acme.Care");
        return settings;
    }

    OpenId openId(Map<String, String> settings) {
        return new OpenId(
                new SmallRyeConfigBuilder()
                        .withSources(new PropertiesConfigSource(settings, "test", 100))
                        .build(),
                store.transactions().bean(Attempts.class, store.entities(), store.time()),
                Clock.systemUTC());
    }

    Begun begin() {
        return openId.begin("/clearing.xhtml").orElseThrow();
    }

    /** The whole way: to the provider, in as this person, and what the browser brings back. */
    ComingBack walk(Begun begun, String person) {
        Map<String, String> form = parts(begun.address().getRawQuery());
        form.put("user", person);
        HttpResponse<String> answer = send(HttpRequest.newBuilder(
                        begun.address().resolve("/authorize"))
                .POST(HttpRequest.BodyPublishers.ofString(form.entrySet().stream()
                        .map(part -> part.getKey() + "=" + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&")))));
        URI back = URI.create(answer.headers().firstValue("Location").orElseThrow());
        Map<String, String> parts = parts(back.getRawQuery());
        return new ComingBack(
                parts.getOrDefault("state", ""),
                parts.getOrDefault("code", ""),
                parts.getOrDefault("error", ""),
                parts.getOrDefault("iss", ""),
                begun.browser());
    }

    Returned signIn(String person) {
        return openId.complete(walk(begin(), person));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static Map<String, String> parts(String query) {
        return Arrays.stream(query.split("&"))
                .map(part -> part.split("=", 2))
                .collect(Collectors.toMap(
                        part -> part[0],
                        part -> URLDecoder.decode(part[1], StandardCharsets.UTF_8),
                        (one, other) -> other,
                        LinkedHashMap::new));
    }

    @Override
    public void close() {
        provider.close();
    }
}
