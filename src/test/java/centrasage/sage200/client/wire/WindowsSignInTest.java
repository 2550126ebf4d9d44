package centrasage.sage200.client.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centrasage.flow.Outcome;
import centrasage.flow.Outcome.Posted;
import centrasage.flow.Outcome.Refused;
import centrasage.flow.TargetUnavailable;
import centrasage.sage200.NewSalesOrder;
import centrasage.sage200.Site;
import centrasage.sage200.client.Given;
import centrasage.sage200.client.RawServer;
import centrasage.sage200.client.SageOrders;
import centrasage.sage200.client.read.Query;
import centrasage.sage200.client.read.ReadFailed;
import centrasage.sage200.client.read.SageReads;
import centrasage.sage200.client.read.SiteReader;
import centrasage.sage200.client.wire.WireAnswer.NotSent;
import centrasage.simulator.sage200.SageSimulator;
import java.io.IOException;
import java.net.Authenticator;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WindowsSignInTest {
    private static final String USER = "CENTRA\\api.centra";

    @AfterEach
    void forgetTheAuthenticator() {
        Authenticator.setDefault(null);
    }

    @Test
    void a_post_goes_once_over_a_connection_that_a_read_has_signed_in() throws Exception {
        try (RawServer site = new RawServer(new NtlmSite()::reply)) {
            Wire wire = wire(windows(site.url(), "secret"));

            assertThat(post(wire, site)).isEqualTo(new WireAnswer.Answered(200, "{}"));

            assertThat(site.posts()).hasSize(1);
            RawServer.Request post = site.posts().get(0);
            assertThat(post.headers()).doesNotContainKey("authorization");
            assertThat(site.requests().get(site.requests().size() - 2))
                    .extracting(RawServer.Request::method, RawServer.Request::connection)
                    .containsExactly("GET", post.connection());
        }
    }

    @Test
    void a_wrong_password_is_tried_once_and_then_left_alone() throws Exception {
        NtlmSite refusesAll = new NtlmSite();
        refusesAll.refuses = true;
        try (RawServer site = new RawServer(refusesAll::reply)) {
            Wire wire = wire(windows(site.url(), "wrong"));

            assertThat(post(wire, site)).isInstanceOf(NotSent.class);
            assertThat(refusesAll.passwords).isEqualTo(1);

            assertThat(((NotSent) post(wire, site)).why()).contains(USER).contains("sage200.password");
            assertThat(refusesAll.passwords).isEqualTo(1);
            assertThat(site.posts()).isEmpty();
        }
    }

    @Test
    void a_wrong_password_is_tried_once_by_reads_too() throws Exception {
        NtlmSite refusesAll = new NtlmSite();
        refusesAll.refuses = true;
        try (RawServer site = new RawServer(refusesAll::reply)) {
            WindowsSignIn windows = windows(site.url(), "wrong");
            SageReads reads = new SageReads(Given.settings(site.url()), windows);

            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> reads.list("33", "warehouses", Query.all()))
                        .isInstanceOf(ReadFailed.class)
                        .hasMessageContaining("refused the sign-in");
            }
            assertThat(refusesAll.passwords).isEqualTo(1);
        }
    }

    @Test
    void orders_are_posted_and_found_at_a_windows_site_by_many_threads() throws Exception {
        try (SageSimulator simulator = SageSimulator.start(0, 7)) {
            String url = simulator.baseUrl().toString().replaceAll("/+$", "");
            control(
                    url,
                    "POST",
                    "/control/products",
                    "[{\"code\": \"DEMO-TEE\", \"freeStock\": 100, \"warehouse\": \"HOME\"}]");
            control(url, "PUT", "/control/auth", "{\"mode\": \"windows\"}");
            WindowsSignIn windows = windows(url, "secret");
            SageReads reads = new SageReads(settings(url), windows);
            Site site = new SiteReader(reads, Duration.ofMinutes(5), Clock.systemUTC()).read("33");
            SageOrders orders = new SageOrders(settings(url), reads, windows, Optional.of(windows), Clock.systemUTC());

            List<Outcome> outcomes = inParallel(60, number -> {
                orders.find("33", List.of("C" + number));
                return orders.post(order("C" + number), site);
            });

            assertThat(outcomes)
                    .hasSize(60)
                    .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Posted.class));
            assertThat(simulator.requests().of("POST /sop_orders")).isEqualTo(60);
            assertThat(orders.find("33", List.of("C3", "C7")).values())
                    .allSatisfy(found -> assertThat(found).hasSize(1));
        }
    }

    /** The JDK signs all of them in with one object: two at once might compute a wrong proof, which is a wrong password. */
    @Test
    void reads_go_one_after_the_other() throws Exception {
        NtlmSite ntlm = new NtlmSite();
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (RawServer site = new RawServer(request -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
            now.decrementAndGet();
            return ntlm.reply(request);
        })) {
            SageReads reads = new SageReads(Given.settings(site.url()), windows(site.url(), "secret"));
            inParallel(40, number -> {
                try {
                    reads.list("33", "warehouses", Query.all());
                } catch (ReadFailed e) {
                    throw e.unavailable();
                }
                return new Outcome.InDoubt("read");
            });
        }
        assertThat(most).hasValue(1);
    }

    @Test
    void a_missing_permission_is_told_from_a_missing_sign_in() throws Exception {
        try (SageSimulator simulator = SageSimulator.start(0, 7)) {
            String url = simulator.baseUrl().toString().replaceAll("/+$", "");
            control(
                    url,
                    "POST",
                    "/control/products",
                    "[{\"code\": \"DEMO-TEE\", \"freeStock\": 100, \"warehouse\": \"HOME\"}]");
            control(
                    url,
                    "PUT",
                    "/control/tables/current_user_sop_user_permissions",
                    "{\"set\": {\"override_prices_discounts\": false}}");
            control(url, "PUT", "/control/auth", "{\"mode\": \"windows\"}");
            WindowsSignIn windows = windows(url, "secret");
            SageReads reads = new SageReads(settings(url), windows);
            Site site = new SiteReader(reads, Duration.ofMinutes(5), Clock.systemUTC()).read("33");

            Outcome outcome = new SageOrders(settings(url), reads, windows, Optional.of(windows), Clock.systemUTC())
                    .post(order("C1"), site);

            assertThat(((Refused) outcome).reasons().get(0).code()).isEqualTo("MISSING_PERMISSION");
            assertThat(simulator.requests().of("POST /sop_orders")).isEqualTo(1);
        }
    }

    private interface Work {
        Outcome of(int number) throws TargetUnavailable;
    }

    private static List<Outcome> inParallel(int count, Work work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Outcome>> futures = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int number = i;
                futures.add(threads.submit(() -> work.of(number)));
            }
            List<Outcome> outcomes = new ArrayList<>();
            for (Future<Outcome> future : futures) {
                outcomes.add(future.get());
            }
            return outcomes;
        } finally {
            threads.shutdownNow();
        }
    }

    private static NewSalesOrder order(String key) {
        NewSalesOrder order = Given.order("33", "CENTGBP1", List.of(Given.standard("DEMO-TEE", "1", "10.00")));
        return new NewSalesOrder(
                "33",
                order.customer(),
                key,
                order.documentDate(),
                order.deliveryAddress(),
                Map.of(),
                order.lines(),
                order.total(),
                order.vat());
    }

    private static SageSettings settings(String url) {
        return new SageSettings(
                url,
                "6a1b9c52-1f0e-4c6e-9d5a-3c2f7e8b0d41",
                Duration.ofSeconds(2),
                Duration.ofSeconds(5),
                Pattern.compile("lock"),
                Duration.ofMinutes(5),
                Duration.ofMinutes(2));
    }

    private static WindowsSignIn windows(String url, String password) {
        WindowsSignIn windows = new WindowsSignIn(url, USER, password);
        Authenticator.setDefault(windows);
        return windows;
    }

    private static Wire wire(WindowsSignIn windows) {
        return new Wire(Duration.ofSeconds(2), Duration.ofSeconds(2), Optional.of(windows));
    }

    private static WireAnswer post(Wire wire, RawServer site) {
        return wire.post(URI.create(site.url() + "/sop_orders"), Map.of(), "{}");
    }

    private static void control(String url, String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
    }

    /** Challenges as IIS does, and signs a connection in by the third message of NTLM. */
    private static final class NtlmSite {
        private final List<Integer> signedIn = new ArrayList<>();
        private boolean refuses;
        private int passwords;

        synchronized RawServer.Reply reply(RawServer.Request request) {
            String header = request.headers().getOrDefault("authorization", "");
            if (header.isEmpty() && signedIn.contains(request.connection())) {
                return RawServer.json(200, "{}");
            }
            if (header.isEmpty()) {
                return challenge("NTLM");
            }
            byte[] message = Base64.getDecoder().decode(header.substring("NTLM ".length()));
            if (message[8] == 1) {
                return challenge("NTLM " + second());
            }
            passwords++;
            if (refuses) {
                return challenge("NTLM");
            }
            signedIn.add(request.connection());
            return RawServer.json(200, "{}");
        }

        private static RawServer.Reply challenge(String scheme) {
            return RawServer.staying(
                    "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: " + scheme + "\r\nContent-Length: 0\r\n\r\n");
        }

        private static String second() {
            ByteBuffer buffer = ByteBuffer.allocate(48).order(ByteOrder.LITTLE_ENDIAN);
            buffer.put("NTLMSSP\0".getBytes(StandardCharsets.US_ASCII)).putInt(2);
            buffer.putShort((short) 0).putShort((short) 0).putInt(48);
            buffer.putInt(0x00080201).putLong(0x0123456789abcdefL).putLong(0);
            buffer.putShort((short) 0).putShort((short) 0).putInt(48);
            return Base64.getEncoder().encodeToString(buffer.array());
        }
    }
}
