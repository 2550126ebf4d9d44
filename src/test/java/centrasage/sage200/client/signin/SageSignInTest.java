package centrasage.sage200.client.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centrasage.flow.Outcome.Posted;
import centrasage.flow.Outcome.Unavailable;
import centrasage.flow.Secrets;
import centrasage.flow.TargetUnavailable;
import centrasage.sage200.NewSalesOrder;
import centrasage.sage200.Site;
import centrasage.sage200.client.Given;
import centrasage.sage200.client.SageOrders;
import centrasage.sage200.client.read.SageReads;
import centrasage.sage200.client.read.SiteReader;
import centrasage.sage200.client.signin.SignInEnd.Kind;
import centrasage.sage200.client.signin.SignInStanding.State;
import centrasage.sage200.client.wire.SageSettings;
import centrasage.sage200.client.wire.Wire;
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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SageSignInTest {
    private static final String CALLBACK = "http://127.0.0.1:8080/connect/sage200";

    private static final String NOT_OURS = "this sign-in was not begun here, is used up, or was begun again since";

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
        assertThat(endsAt()).isEqualTo(clock.instant().plus(Duration.ofDays(90)));
        assertThat(signIn.standing().daysLeft()).contains(90L);
        assertThat(signIn.standing().warning()).isEmpty();
        assertThat(signIn.standing().consent().orElseThrow().by()).isEqualTo("ada");
    }

    @Test
    void the_way_to_sage_carries_state_and_a_challenge_and_no_secret() {
        URI first = signIn.begin("ada").address();
        URI second = signIn.begin("ada").address();

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
    void a_way_back_that_was_not_begun_here_is_refused_and_uses_nothing_up() throws Exception {
        assertThat(signIn.complete(new ComingBack("x", "code", "", "", "")))
                .isEqualTo(new SignInEnd(Kind.NOT_OURS, Optional.empty(), NOT_OURS));

        ComingBack back = allowed();
        assertThat(signIn.complete(new ComingBack("forged", back.code(), "", "", "elsewhere")))
                .as("from a stranger")
                .isEqualTo(new SignInEnd(Kind.NOT_OURS, Optional.empty(), NOT_OURS));
        assertThat(signIn.complete(new ComingBack("forged", back.code(), "", "", back.browser())))
                .as("from the browser that was sent, so that the trail can name the person")
                .isEqualTo(new SignInEnd(Kind.NOT_OURS, Optional.of("ada"), NOT_OURS));
        assertThat(signIn.standing().state()).isEqualTo(State.NEVER);

        assertThat(signIn.complete(back).kind()).isEqualTo(Kind.CONNECTED);
        assertThat(signIn.complete(back).kind()).as("a state is good once").isEqualTo(Kind.NOT_OURS);
    }

    @Test
    void beginning_again_makes_the_earlier_attempt_worthless() throws Exception {
        ComingBack first = allowed();
        ComingBack second = allowed();

        assertThat(signIn.complete(first).kind()).isEqualTo(Kind.NOT_OURS);
        assertThat(signIn.complete(second).kind()).isEqualTo(Kind.CONNECTED);
    }

    @Test
    void another_browser_has_one_try_and_no_success() throws Exception {
        ComingBack back = allowed();

        SignInEnd stolen = signIn.complete(new ComingBack(back.state(), back.code(), "", "", "another"));

        assertThat(stolen.kind()).isEqualTo(Kind.OTHER_BROWSER);
        assertThat(stolen.person()).contains("ada");
        assertThat(signIn.complete(back).kind()).isEqualTo(Kind.NOT_OURS);
        assertThat(signIn.standing().state()).isEqualTo(State.NEVER);
    }

    @Test
    void a_consent_that_took_too_long_is_refused() throws Exception {
        ComingBack back = allowed();
        clock.advance(Duration.ofMinutes(10).plusSeconds(1));

        assertThat(signIn.complete(back).kind()).isEqualTo(Kind.TOO_OLD);
    }

    @Test
    void a_denial_is_told_in_the_words_of_sage_id_and_the_sign_in_from_before_stays() throws Exception {
        connect();
        SignInStanding before = signIn.standing();
        ComingBack back = back(signIn.begin("bob"), "deny");

        SignInEnd end = signIn.complete(back);

        assertThat(end.kind()).isEqualTo(Kind.DENIED);
        assertThat(end.person()).contains("bob");
        assertThat(end.words()).contains("access_denied: User did not authorize the request");
        assertThat(signIn.standing()).isEqualTo(before);
        site();
    }

    @Test
    void words_that_come_with_the_browser_are_kept_short_and_plain() {
        SignInBegun begun = signIn.begin("ada");
        String state = query(begun.address()).getOrDefault("state", "");

        SignInEnd end = signIn.complete(
                new ComingBack(state, "", "server_error", "a\r\nb\u0000" + "x".repeat(1000), begun.browser()));

        assertThat(end.kind()).isEqualTo(Kind.NOT_TAKEN);
        assertThat(end.words())
                .startsWith("Sage ID gave no code: server_error: a b x")
                .hasSizeLessThan(350);
    }

    @Test
    void a_code_that_sage_id_does_not_take_changes_nothing() throws Exception {
        ComingBack back = allowed();

        SignInEnd end = signIn.complete(new ComingBack(back.state(), "no such code", "", "", back.browser()));

        assertThat(end.kind()).isEqualTo(Kind.NOT_TAKEN);
        assertThat(end.words()).contains("Invalid authorization code");
    }

    @Test
    void what_the_store_does_not_take_leaves_the_sign_in_from_before_in_force() throws Exception {
        connect();
        SignInStanding before = signIn.standing();
        ComingBack back = allowed();
        vault.onPut = () -> vault.failAt("sage200.sign-in");

        assertThat(signIn.complete(back).kind()).isEqualTo(Kind.UNAVAILABLE);

        vault.onPut = () -> {};
        assertThat(signIn.standing()).isEqualTo(before);
        site();
    }

    @Test
    void another_way_of_signing_in_needs_nobody() {
        SageSignIn basic = signIn(SignInWay.BASIC);

        assertThat(basic.standing()).isEqualTo(SignInStanding.without(State.NOT_NEEDED));
        assertThat(basic.standing().daysLeft()).isEmpty();
    }

    @Test
    void a_sign_in_that_cannot_be_deciphered_is_told_and_can_be_made_anew() throws Exception {
        connect();
        vault.secrets.put("sage200.sign-in", "{");

        assertThat(signIn.standing().state()).isEqualTo(State.UNREADABLE);

        connect();
        assertThat(signIn.standing().state()).isEqualTo(State.GOOD);
    }

    @Test
    void a_sign_in_that_sage_ends_early_is_told_and_sage_is_not_asked_again_and_again() throws Exception {
        connect();
        control("PUT", "/control/clock", "{\"now\": \"" + endsAt().plusSeconds(60) + "\"}");
        for (int lanes = 0; lanes < 5; lanes++) {
            assertThatThrownBy(this::site)
                    .isInstanceOf(TargetUnavailable.class)
                    .hasMessageContaining("an administrator must press Connect to Sage");
        }
        assertThat(signIn.standing().state()).isEqualTo(State.LOST);
        assertThat(signIn.standing().daysLeft()).contains(0L);
        assertThat(simulator.requests().of("POST /oauth/token"))
                .as("one code, one refresh")
                .isEqualTo(2);

        clock.advance(Duration.ofMinutes(6));
        assertThatThrownBy(this::site).isInstanceOf(TargetUnavailable.class);
        assertThat(simulator.requests().of("POST /oauth/token")).isEqualTo(3);

        connect();
        assertThat(signIn.standing().state()).isEqualTo(State.GOOD);
        site();
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
    void whoever_looks_does_not_wait_for_a_refresh_that_is_under_way() throws Exception {
        connect();
        advance(Duration.ofHours(8));
        CountDownLatch refreshing = new CountDownLatch(1);
        CountDownLatch looked = new CountDownLatch(1);
        vault.onPut = () -> {
            refreshing.countDown();
            await(looked);
        };
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<Optional<String>> refresh =
                    threads.submit(() -> signIn.tokens().header());
            await(refreshing);
            Future<SignInStanding> standing = threads.submit(signIn::standing);
            assertThat(standing.get(10, TimeUnit.SECONDS).state()).isEqualTo(State.GOOD);
            looked.countDown();
            assertThat(refresh.get(10, TimeUnit.SECONDS)).isPresent();
        } finally {
            looked.countDown();
            threads.shutdownNow();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
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
        Instant end = endsAt();
        for (int days = 0; days < 80; days += 20) {
            advance(Duration.ofDays(20));
            site();
        }
        assertThat(endsAt()).isEqualTo(end);
        assertThat(signIn.standing().daysLeft()).contains(10L);
        assertThat(signIn.standing().warning())
                .hasValueSatisfying(text ->
                        assertThat(text).contains("ends on 21 February 2027").contains("press Connect to Sage"));

        advance(Duration.ofDays(10).plusHours(1));

        assertThat(signIn.standing().warning())
                .hasValueSatisfying(text -> assertThat(text).contains("ended on"));
        assertThatThrownBy(this::site)
                .isInstanceOf(TargetUnavailable.class)
                .hasMessageContaining("an administrator must press Connect to Sage");

        connect();
        site();
        assertThat(signIn.standing().daysLeft()).contains(90L);
    }

    @Test
    void a_wrong_client_secret_is_said_plainly() throws Exception {
        control("PUT", "/control/auth", "{\"clientSecret\": \"another\"}");

        SignInEnd end = signIn.complete(allowed());

        assertThat(end.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(end.words()).contains("sage200.client-secret").doesNotContain("simulator-secret");
    }

    @Test
    void sage_id_that_does_not_answer_is_said_plainly() throws Exception {
        ComingBack back = allowed();
        simulator.close();

        assertThat(signIn.complete(back).kind()).isEqualTo(Kind.UNAVAILABLE);
    }

    private Instant endsAt() {
        return signIn.standing().consent().orElseThrow().endsAt();
    }

    private SageSignIn signIn() {
        return signIn(SignInWay.OAUTH2);
    }

    private SageSignIn signIn(SignInWay way) {
        SignInSettings settings = new SignInSettings(
                way,
                "centra-sage200",
                "simulator-secret",
                URI.create(url + "/authorize"),
                URI.create(url + "/oauth/token"),
                CALLBACK,
                Period.ofDays(90),
                ZoneId.of("Europe/London"));
        return new SageSignIn(settings, new Wire(Duration.ofSeconds(2), Duration.ofSeconds(2)), vault, clock);
    }

    private void connect() throws Exception {
        assertThat(signIn.complete(allowed()).kind()).isEqualTo(Kind.CONNECTED);
    }

    private ComingBack allowed() throws Exception {
        return back(signIn.begin("ada"), "allow");
    }

    /** The administrator presses Allow or Deny; what comes back to our callback. */
    private static ComingBack back(SignInBegun begun, String decision) throws IOException, InterruptedException {
        HttpRequest pressed = HttpRequest.newBuilder(
                        URI.create(begun.address().toString().replaceAll("\\?.*", "")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(begun.address().getRawQuery() + "&decision=" + decision))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(pressed, BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(302);
        Map<String, String> query =
                query(URI.create(answer.headers().firstValue("Location").orElseThrow()));
        return new ComingBack(
                query.getOrDefault("state", ""),
                query.getOrDefault("code", ""),
                query.getOrDefault("error", ""),
                query.getOrDefault("error_description", ""),
                begun.browser());
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
        private volatile String putting = "";

        @Override
        public Optional<String> get(String name) {
            return Optional.ofNullable(secrets.get(name));
        }

        /** Fails, but only where this secret is put. */
        void failAt(String name) {
            if (putting.equals(name)) {
                throw new IllegalStateException("the store is down");
            }
        }

        @Override
        public void put(String name, String value) {
            putting = name;
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
