package centrasage.sage200.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centrasage.flow.Outcome.Posted;
import centrasage.flow.Outcome.Unavailable;
import centrasage.flow.Secrets;
import centrasage.flow.TargetUnavailable;
import centrasage.sage200.NewSalesOrder;
import centrasage.sage200.Site;
import centrasage.simulator.sage200.SageSimulator;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SageSignInTest {
    private static final String CALLBACK = "http://127.0.0.1:8080/sage/callback";

    private static final NewSalesOrder ORDER =
            Given.order("33", "CENTGBP1", List.of(Given.standard("DRESS-RED-M", "1", "10.00")));

    private final SageSimulator simulator = start();
    private final Vault vault = new Vault();
    private final Moved clock = new Moved();
    private final String url = simulator.baseUrl().toString().replaceAll("/+$", "");
    private final SageSignIn signIn = signIn();

    @BeforeEach
    void demandTokens() throws Exception {
        control("PUT", "/control/auth", "{\"mode\": \"bearer\"}");
        control(
                "POST",
                "/control/products",
                "[{\"code\": \"DRESS-RED-M\", \"freeStock\": 100, \"warehouse\": \"HOME\"}]");
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void an_administrator_connects_and_orders_are_posted_with_the_token() throws Exception {
        assertThatThrownBy(this::site)
                .isInstanceOf(TargetUnavailable.class)
                .hasMessageContaining("an administrator must press Connect to Sage");

        connect();

        assertThat(orders().post(ORDER, site())).isInstanceOf(Posted.class);
        assertThat(signIn.expiresOn()).contains(clock.instant().plus(Duration.ofDays(90)));
        assertThat(signIn.daysLeft()).contains(90L);
        assertThat(signIn.warning()).isEmpty();
    }

    @Test
    void the_way_to_sage_carries_state_and_a_challenge_and_no_secret() {
        URI first = signIn.begin();
        URI second = signIn.begin();

        assertThat(query(first))
                .containsEntry("audience", "s200ukipd/sage200")
                .containsEntry("response_type", "code")
                .containsEntry("redirect_uri", CALLBACK)
                .containsEntry("scope", "openid profile email offline_access")
                .containsEntry("code_challenge_method", "S256")
                .containsKeys("state", "code_challenge")
                .doesNotContainKeys("client_secret", "code_verifier");
        assertThat(query(first).get("state")).isNotEqualTo(query(second).get("state"));
    }

    @Test
    void a_consent_that_was_not_started_here_is_refused() throws Exception {
        assertThatThrownBy(() -> signIn.complete("x", "code")).isInstanceOf(SignInRefused.class);

        Map<String, String> back = consent(signIn.begin());
        assertThatThrownBy(() -> signIn.complete("forged", back.getOrDefault("code", "")))
                .isInstanceOf(SignInRefused.class);
        assertThat(signIn.expiresOn()).isEmpty();

        signIn.complete(back.getOrDefault("state", ""), back.getOrDefault("code", ""));
        assertThatThrownBy(() -> signIn.complete(back.getOrDefault("state", ""), back.getOrDefault("code", "")))
                .as("a state is good once")
                .isInstanceOf(SignInRefused.class);
    }

    @Test
    void a_consent_that_took_too_long_is_refused() throws Exception {
        Map<String, String> back = consent(signIn.begin());
        clock.advance(Duration.ofMinutes(11));

        assertThatThrownBy(() -> signIn.complete(back.getOrDefault("state", ""), back.getOrDefault("code", "")))
                .isInstanceOf(SignInRefused.class)
                .hasMessageContaining("10 minutes");
    }

    @Test
    void the_next_refresh_token_is_stored_before_the_access_token_is_used() throws Exception {
        connect();
        advance(Duration.ofHours(8));
        vault.puts.clear();
        vault.onPut = () -> vault.callsAtPut.add(simulator.requests().of("GET /sop_settings"));

        site();

        assertThat(vault.puts).hasSize(1);
        assertThat(vault.callsAtPut).containsExactly(0L);
        assertThat(simulator.requests().of("POST /oauth/token")).isEqualTo(2);
    }

    @Test
    void many_threads_share_one_refresh() throws Exception {
        connect();
        advance(Duration.ofHours(8));
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            List<Future<Optional<String>>> headers = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                headers.add(threads.submit(() -> signIn.tokens().header()));
            }
            List<Optional<String>> distinct = new ArrayList<>();
            for (Future<Optional<String>> header : headers) {
                distinct.add(header.get());
            }
            assertThat(distinct.stream().distinct()).hasSize(1);
        } finally {
            threads.shutdownNow();
        }
        assertThat(simulator.requests().of("POST /oauth/token")).isEqualTo(2);
    }

    @Test
    void a_refreshed_token_that_the_store_refuses_is_not_used_and_not_forgotten() throws Exception {
        connect();
        advance(Duration.ofHours(8));
        vault.onPut = () -> {
            throw new IllegalStateException("the store is down");
        };
        assertThatThrownBy(this::site).isInstanceOf(TargetUnavailable.class).hasMessageContaining("stored");
        assertThat(simulator.requests().of("GET /sop_settings")).isZero();

        vault.onPut = () -> {};
        site();
        assertThat(simulator.requests().of("POST /oauth/token"))
                .as("one code, one refresh")
                .isEqualTo(2);
    }

    @Test
    void revoked_access_is_renewed_by_a_read_and_makes_a_write_wait() throws Exception {
        connect();
        Site site = site();
        control("POST", "/control/auth/revoke", "{}");

        assertThat(orders().post(ORDER, site))
                .isEqualTo(new Unavailable("the sign-in to Sage 200 had ended and has been renewed"));
        assertThat(orders().post(ORDER, site)).isInstanceOf(Posted.class);

        control("POST", "/control/auth/revoke", "{}");
        assertThat(site()).isEqualTo(site);
    }

    @Test
    void a_second_node_takes_the_tokens_that_the_first_has_refreshed() throws Exception {
        connect();
        SageSignIn secondNode = signIn();
        advance(Duration.ofHours(8));

        Optional<String> first = signIn.tokens().header();

        assertThat(secondNode.tokens().header()).isEqualTo(first);
        assertThat(simulator.requests().of("POST /oauth/token")).isEqualTo(2);
    }

    @Test
    void the_sign_in_does_not_slide_and_is_lost_on_day_ninety() throws Exception {
        connect();
        Instant end = signIn.expiresOn().orElseThrow();
        for (int days = 0; days < 80; days += 20) {
            advance(Duration.ofDays(20));
            site();
        }
        assertThat(signIn.expiresOn()).contains(end);
        assertThat(signIn.daysLeft()).contains(10L);
        assertThat(signIn.warning())
                .hasValueSatisfying(text ->
                        assertThat(text).contains("ends on 21 February 2027").contains("press Connect to Sage"));

        advance(Duration.ofDays(10).plusHours(1));

        assertThat(signIn.warning()).hasValueSatisfying(text -> assertThat(text).contains("ended on"));
        assertThatThrownBy(this::site)
                .isInstanceOf(TargetUnavailable.class)
                .hasMessageContaining("an administrator must press Connect to Sage");

        connect();
        site();
        assertThat(signIn.daysLeft()).contains(90L);
    }

    @Test
    void a_wrong_client_secret_is_said_plainly() throws Exception {
        control("PUT", "/control/auth", "{\"clientSecret\": \"another\"}");

        assertThatThrownBy(this::connect)
                .isInstanceOf(TargetUnavailable.class)
                .hasMessageContaining("sage200.client-secret");
    }

    private SageSignIn signIn() {
        SignInSettings settings = new SignInSettings(
                "centra-sage200",
                "simulator-secret",
                URI.create(url + "/authorize"),
                URI.create(url + "/oauth/token"),
                CALLBACK,
                Period.ofDays(90));
        return new SageSignIn(settings, new Wire(Duration.ofSeconds(2), Duration.ofSeconds(2)), vault, clock);
    }

    private void connect() throws Exception {
        Map<String, String> back = consent(signIn.begin());
        signIn.complete(back.getOrDefault("state", ""), back.getOrDefault("code", ""));
    }

    /** The administrator presses Allow; what comes back to our callback. */
    private static Map<String, String> consent(URI authorize) throws IOException, InterruptedException {
        HttpRequest allow = HttpRequest.newBuilder(
                        URI.create(authorize.toString().replaceAll("\\?.*", "")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(authorize.getRawQuery() + "&decision=allow"))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(allow, BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(302);
        return query(URI.create(answer.headers().firstValue("Location").orElseThrow()));
    }

    private static Map<String, String> query(URI uri) {
        return Stream.of(uri.getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private void advance(Duration duration) throws Exception {
        clock.advance(duration);
        control("PUT", "/control/clock", "{\"now\": \"" + clock.instant() + "\"}");
    }

    private Site site() throws TargetUnavailable {
        return new SiteReader(new SageReads(settings(), signIn.tokens()), Duration.ofMinutes(5), clock).read("33");
    }

    private SageOrders orders() {
        return new SageOrders(
                settings(),
                new SageReads(settings(), signIn.tokens()),
                signIn.tokens(),
                Optional.empty(),
                Clock.systemUTC());
    }

    private SageSettings settings() {
        return new SageSettings(
                url,
                "6a1b9c52-1f0e-4c6e-9d5a-3c2f7e8b0d41",
                Duration.ofSeconds(2),
                Duration.ofSeconds(5),
                Pattern.compile("lock"),
                Duration.ofMinutes(5),
                Duration.ofMinutes(2));
    }

    private void control(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
    }

    private static SageSimulator start() {
        try {
            SageSimulator started = SageSimulator.start(0, 7);
            started.state().clock().set(Moved.START);
            return started;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The store's secrets, in memory, and what was put when. */
    private static final class Vault implements Secrets {
        private final Map<String, String> secrets = new ConcurrentHashMap<>();
        private final List<String> puts = new CopyOnWriteArrayList<>();
        private final List<Long> callsAtPut = new CopyOnWriteArrayList<>();
        private volatile Runnable onPut = () -> {};

        @Override
        public Optional<String> get(String name) {
            return Optional.ofNullable(secrets.get(name));
        }

        @Override
        public void put(String name, String value) {
            onPut.run();
            puts.add(name);
            secrets.put(name, value);
        }
    }

    private static final class Moved extends Clock {
        private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");
        private volatile Instant now = START;

        void advance(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
