package centrasage.settlements.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.Owner;
import centrasage.flow.event.SettlementFinding.Kind;
import centrasage.settlements.SettlementWorld;
import centrasage.settlements.folder.Inbox;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The step that brings files into the inbox. */
class FetchFilesTest {
    @TempDir
    Path inbox = Path.of("");

    private final SettlementWorld world = new SettlementWorld();

    @SuppressWarnings("NullAway.Init")
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            boolean isThere = exchange.getRequestURI().getPath().equals("/r_1.csv");
            byte[] body = (isThere ? "one" : "").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(isThere ? 200 : 404, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        world.with("settlements.inbox", inbox.toString());
        world.with("settlements.adyen.fetch-url", "http://127.0.0.1:1/{batch}.csv");
        world.with(
                "settlements.other.fetch-url",
                "http://127.0.0.1:" + server.getAddress().getPort() + "/r_{batch}.csv");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void fetch() {
        FetchFiles step = new FetchFiles(
                new FetchSettings(world.config()),
                world.settings(),
                world.fileReport(),
                world.clock(),
                world.store.runCounts(),
                world.run());
        assertThat(step.process()).isEqualTo("COMPLETED");
    }

    /** It need not lie quiet first: it has landed whole. */
    @Test
    void what_is_fetched_is_ready_for_the_step_that_follows() throws Exception {
        fetch();
        assertThat(new Inbox(inbox)
                        .ready(world.clock().instant(), world.settings().quiet()))
                .containsExactly(inbox.resolve("r_1.csv"));
        assertThat(world.counted()).containsEntry("files fetched", 1L);
    }

    @Test
    void a_provider_that_is_not_reached_is_told_and_stops_none_of_the_others() {
        fetch();
        assertThat(world.counted()).containsEntry("sources not reached", 1L).containsEntry("files fetched", 1L);
        assertThat(world.found(Kind.SETTLEMENT_FILE)).singleElement().satisfies(told -> {
            assertThat(told.subject()).isEqualTo("fetch-adyen");
            assertThat(told.reasons().get(0).owner()).isEqualTo(Owner.OPERATIONS);
            assertThat(told.reasons().get(0).what())
                    .endsWith("could not be fetched: the server refused the connection, or nothing listens there");
            assertThat(told.reasons().get(0).remedy()).contains("settlements.adyen.fetch-url");
        });
        assertThat(world.isOver(Kind.SETTLEMENT_FILE, "fetch-other")).isTrue();
    }
}
