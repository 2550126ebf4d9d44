package centrasage.centra.client;

import centrasage.centra.client.wire.CentraGraphQl;
import centrasage.centra.client.wire.CentraSettings;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that gives the answers it was told, in turn, and keeps what it was asked. */
public final class StubCentra implements AutoCloseable {
    /** One request as it came. */
    record Asked(String path, String authorization, String contentType, String body) {}

    @FunctionalInterface
    private interface Step {
        void give(HttpExchange exchange) throws IOException;
    }

    static {
        // Read once by the JDK, by whichever server of this JVM comes first: without it each answer waits 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    public final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final Deque<Step> steps = new ArrayDeque<>();
    private volatile Step otherwise = exchange -> {
        throw new IllegalStateException("nothing more was to be asked");
    };
    private final HttpServer server;

    public StubCentra() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::serve);
        server.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The client that reads from it, in pages of this size. */
    public CentraOrders orders(int pageSize) {
        CentraSettings settings =
                new CentraSettings(url(), "secret-token", Duration.ofSeconds(5), Duration.ofSeconds(5));
        return new CentraOrders(new CentraGraphQl(settings, new TestTime(), length -> {}), pageSize);
    }

    public StubCentra answers(int status, String body) {
        return answers(status, body, "X-None", "");
    }

    public StubCentra answers(int status, String body, String header, String value) {
        steps.add(exchange -> {
            exchange.getResponseHeaders().set(header, value);
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        return this;
    }

    /** Promises a longer answer than it gives. */
    StubCentra breaksOff(String body) {
        steps.add(exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length * 2L);
            exchange.getResponseBody().write(bytes);
            exchange.getResponseBody().flush();
            exchange.close();
        });
        return this;
    }

    /** Reads whatever it is asked after its other answers and says nothing, until the stub is closed. */
    StubCentra staysSilent() {
        otherwise = exchange -> {};
        return this;
    }

    private void serve(HttpExchange exchange) throws IOException {
        asked.add(new Asked(
                exchange.getRequestURI().getPath(),
                exchange.getRequestHeaders().getFirst("Authorization"),
                exchange.getRequestHeaders().getFirst("Content-Type"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        Step step = steps.poll();
        (step == null ? otherwise : step).give(exchange);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
