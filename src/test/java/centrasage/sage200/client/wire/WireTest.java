package centrasage.sage200.client.wire;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.sage200.client.RawServer;
import centrasage.sage200.client.wire.WireAnswer.Answered;
import centrasage.sage200.client.wire.WireAnswer.Lost;
import centrasage.sage200.client.wire.WireAnswer.NotSent;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WireTest {
    private final Wire wire = new Wire(Duration.ofMillis(800), Duration.ofMillis(700));

    @Test
    void a_post_that_is_read_and_dropped_on_a_kept_alive_connection_is_sent_exactly_once() throws IOException {
        AtomicInteger posts = new AtomicInteger();
        RawServer.Script dropsTheSecond =
                request -> posts.incrementAndGet() == 1 ? RawServer.json(200, "{}") : RawServer.drop();
        try (RawServer server = new RawServer(dropsTheSecond)) {
            assertThat(post(server.url())).isInstanceOf(Answered.class);

            WireAnswer dropped = post(server.url());

            assertThat(dropped).isInstanceOf(Lost.class);
            assertThat(server.posts()).hasSize(2);
            assertThat(server.posts().get(1).connection())
                    .as("the second request went over the connection of the first")
                    .isEqualTo(1);
        }
    }

    @Test
    void the_counting_server_counts_a_second_explicit_post() throws IOException {
        try (RawServer server = new RawServer(request -> RawServer.drop())) {
            assertThat(post(server.url())).isInstanceOf(Lost.class);
            assertThat(server.posts()).hasSize(1);

            assertThat(post(server.url())).isInstanceOf(Lost.class);
            assertThat(server.posts()).hasSize(2);
        }
    }

    @Test
    void a_reset_after_the_request_is_lost() throws IOException {
        try (RawServer server = new RawServer(request -> RawServer.reset())) {
            assertThat(post(server.url())).isInstanceOf(Lost.class);
            assertThat(server.posts()).hasSize(1);
        }
    }

    @Test
    void no_answer_within_the_read_timeout_is_lost() throws IOException {
        try (RawServer server = new RawServer(request -> RawServer.silence())) {
            assertThat(post(server.url())).isInstanceOf(Lost.class);
            assertThat(server.posts()).hasSize(1);
        }
    }

    @Test
    void an_answer_that_trickles_in_is_lost() throws IOException {
        try (RawServer server = new RawServer(request -> RawServer.trickle(10_000, Duration.ofMillis(50)))) {
            assertThat(post(server.url()))
                    .isInstanceOfSatisfying(
                            Lost.class, lost -> assertThat(lost.why()).contains("trickles in"));
            assertThat(server.posts()).hasSize(1);
        }
    }

    @Test
    void a_body_that_ends_early_in_chunks_is_lost() throws IOException {
        String half = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n10\r\n{\"id\":1";
        try (RawServer server = new RawServer(request -> RawServer.bytes(half))) {
            assertThat(post(server.url())).isInstanceOf(Lost.class);
        }
    }

    @Test
    void a_body_that_is_shorter_than_announced_is_lost() throws IOException {
        String half = "HTTP/1.1 400 Bad\r\nContent-Length: 40\r\n\r\n{\"Message\":\"This record";
        try (RawServer server = new RawServer(request -> RawServer.bytes(half))) {
            assertThat(post(server.url())).isInstanceOf(Lost.class);
        }
    }

    @Test
    void an_answer_that_is_not_http_is_lost() throws IOException {
        try (RawServer server = new RawServer(request -> RawServer.bytes("SSH-2.0-OpenSSH\r\n"))) {
            assertThat(post(server.url())).isInstanceOf(Lost.class);
        }
    }

    @Test
    void redirects_are_not_followed() throws IOException {
        String redirect = "HTTP/1.1 307 Moved\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n";
        try (RawServer server = new RawServer(request -> RawServer.bytes(redirect))) {
            assertThat(post(server.url())).isEqualTo(new Answered(307, ""));
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void an_unauthorised_post_is_not_repeated() throws IOException {
        String challenge = "HTTP/1.1 401 No\r\nWWW-Authenticate: Basic realm=\"sage\"\r\nContent-Length: 0\r\n\r\n";
        try (RawServer server = new RawServer(request -> RawServer.bytes(challenge))) {
            assertThat(post(server.url())).isEqualTo(new Answered(401, ""));
            assertThat(server.posts()).hasSize(1);
        }
    }

    @Test
    void a_refused_connection_proves_that_nothing_was_sent() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        assertThat(post("http://127.0.0.1:" + free)).isInstanceOf(NotSent.class);
    }

    @Test
    void an_unknown_host_proves_that_nothing_was_sent() {
        assertThat(post("http://sage.invalid:8080")).isInstanceOf(NotSent.class);
    }

    @Test
    void a_connection_that_is_not_accepted_in_time_proves_that_nothing_was_sent() throws IOException {
        // a listen queue of one that nobody empties: the kernel leaves further connections unanswered
        List<Socket> fill = new ArrayList<>();
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), full.getLocalPort());
            for (int i = 0; i < 8; i++) {
                Socket socket = new Socket();
                fill.add(socket);
                try {
                    socket.connect(address, 100);
                } catch (IOException e) {
                    break;
                }
            }

            WireAnswer answer = post("http://127.0.0.1:" + full.getLocalPort());

            assertThat(answer).isInstanceOf(NotSent.class);
            assertThat(((NotSent) answer).why()).containsIgnoringCase("timed out");
        } finally {
            for (Socket socket : fill) {
                socket.close();
            }
        }
    }

    @Test
    void a_tls_handshake_that_fails_proves_that_nothing_was_sent() throws IOException {
        try (RawServer server = new RawServer(request -> RawServer.bytes("HTTP/1.1 400 Bad\r\n\r\n"))) {
            assertThat(post("https://127.0.0.1:" + server.port())).isInstanceOf(NotSent.class);
        }
    }

    /** As after a change of the authority that signs Sage's certificate: nothing is in doubt for it, everything waits. */
    @Test
    void a_certificate_that_nobody_here_trusts_proves_that_nothing_was_sent(@TempDir Path folder) throws Exception {
        AtomicInteger heard = new AtomicInteger();
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(SelfSigned.in(folder)));
        server.createContext("/", exchange -> {
            heard.incrementAndGet();
            exchange.close();
        });
        server.start();
        try {
            WireAnswer answer = post("https://127.0.0.1:" + server.getAddress().getPort());

            assertThat(answer).isInstanceOf(NotSent.class);
            assertThat(((NotSent) answer).why()).contains("certification path");
            assertThat(heard).hasValue(0);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void a_tls_handshake_that_is_never_answered_proves_that_nothing_was_sent() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            WireAnswer answer = post("https://127.0.0.1:" + silent.getLocalPort());

            // a "Read timed out" all the same: the words of an exception prove nothing, the phase does
            assertThat(answer).isInstanceOf(NotSent.class);
            assertThat(((NotSent) answer).why()).containsIgnoringCase("read timed out");
        }
    }

    private WireAnswer post(String url) {
        return wire.post(URI.create(url + "/sop_orders"), Map.of("X-Company", "3"), "{\"customer_id\":1}");
    }
}
