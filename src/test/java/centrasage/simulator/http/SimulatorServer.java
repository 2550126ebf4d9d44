package centrasage.simulator.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An HTTP server on the loopback address: gate, route, fault, answer. */
public final class SimulatorServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SimulatorServer.class);
    /** Enough for a caller's lanes to sit in held answers while others are served. */
    private static final int THREADS_MAX = 96;

    static {
        // Without it each small answer waits 40 ms for the acknowledgement of its headers.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ThreadPoolExecutor pool;
    private final Router router;
    private final Faults faults;
    private final FaultyRunner runner;
    private final RequestLog requests = new RequestLog();
    private final WriteLog writes = new WriteLog();

    private SimulatorServer(HttpServer server, Router router, Faults faults) {
        this.server = server;
        this.router = router;
        this.faults = faults;
        this.runner = new FaultyRunner(faults, writes);
        this.pool = new ThreadPoolExecutor(
                THREADS_MAX, THREADS_MAX, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "simulator-http");
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
    }

    /**
     * Serves the routes on 127.0.0.1.
     *
     * @param port 0 for a free one
     * @param resetState what {@code POST /control/reset} does to the simulator, besides faults and counts
     */
    public static SimulatorServer start(int port, Router router, Runnable resetState) throws IOException {
        return start(port, router, new Faults(), resetState);
    }

    /** As above, for a simulator that shares the settings of its faults with its own code. */
    public static SimulatorServer start(int port, Router router, Faults faults, Runnable resetState)
            throws IOException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
        SimulatorServer started = new SimulatorServer(HttpServer.create(address, 0), router, faults);
        new ControlRoutes(started.faults, started.requests, resetState).addTo(router);
        started.server.setExecutor(started.pool);
        started.server.createContext("/", started::serve);
        started.server.start();
        return started;
    }

    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public Faults faults() {
        return faults;
    }

    public RequestLog requests() {
        return requests;
    }

    public WriteLog writes() {
        return writes;
    }

    private void serve(HttpExchange exchange) {
        try (exchange) {
            Answer answer = answer(Request.read(exchange));
            Kill kill = answer.kill();
            if (kill == null) {
                send(exchange, answer);
            } else {
                sendDeadly(exchange, answer, kill);
            }
        } catch (IOException e) {
            LOG.debug("the caller went away: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A caller that has gone away meanwhile has not had the whole answer: the next one will do. */
    private void sendDeadly(HttpExchange exchange, Answer answer, Kill kill) throws IOException {
        try {
            send(exchange, answer);
        } catch (IOException e) {
            faults.kills().giveBack(kill);
            throw e;
        }
        faults.kills().strike(kill);
    }

    private Answer answer(Request request) throws InterruptedException {
        Router.Match match = router.match(request);
        if (!Router.isControl(request)) {
            requests.count(
                    request.method(),
                    match == null ? "(unknown)" : match.route().template());
        }
        Response refusal = router.refusal(request);
        if (refusal != null) {
            return Answer.whole(refusal);
        }
        return match == null ? Answer.whole(router.notFound()) : runner.run(match.route(), match.request());
    }

    /** Closing the exchange before its body is complete closes the connection: that is how answers are cut. */
    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        if (answer.ending() == Answer.Ending.DROPPED) {
            return;
        }
        byte[] body = answer.response().body();
        answer.response().headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(answer.response().status(), body.length == 0 ? -1 : body.length);
        if (body.length == 0) {
            return;
        }
        OutputStream out = exchange.getResponseBody();
        boolean cut = answer.ending() == Answer.Ending.CUT_IN_BODY;
        out.write(cut ? Arrays.copyOf(body, body.length / 2) : body);
        out.flush();
        if (!cut) {
            out.close();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        pool.shutdownNow();
        runner.close();
    }
}
