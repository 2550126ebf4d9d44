package centrasage.centra.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import centrasage.centra.client.wire.CentraGraphQl;
import centrasage.centra.client.wire.CentraSettings;
import centrasage.flow.TargetUnavailable;
import centrasage.sage200.client.RawServer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CentraOrdersTest {
    private static final Instant FROM = Instant.parse("2026-11-22T00:00:00.999Z");
    private static final String LAST_PAGE = page("", false, "null");

    private final StubCentra centra = new StubCentra();
    private final TestTime time = new TestTime();

    @AfterEach
    void close() {
        centra.close();
    }

    @Test
    void a_page_is_asked_for_with_token_window_size_and_cursor() throws TargetUnavailable {
        centra.answers(200, LAST_PAGE);

        orders().page(FROM, "bnVtYmVyOjE2Ng==");

        StubCentra.Asked asked = centra.asked.get(0);
        assertThat(asked.path()).isEqualTo("/graphql");
        assertThat(asked.authorization()).isEqualTo("Bearer secret-token");
        assertThat(asked.contentType()).startsWith("application/json");
        assertThat(asked.body())
                .startsWith("{\"query\":\"# Everything that planning an order needs")
                .endsWith("\"operationName\":\"orders\",\"variables\":{\"where\":{\"updatedAt\":{\"from\":"
                        + "\"2026-11-22T00:00:00Z\"}},\"first\":50,\"after\":\"bnVtYmVyOjE2Ng==\"}}");
    }

    @Test
    void nodes_are_kept_with_the_digits_and_the_order_of_members_that_centra_sent() throws TargetUnavailable {
        centra.answers(
                200,
                page(
                        "{\"cursor\": \"a\", \"node\": {\"updatedAt\": \"2026-11-22T10:00:00+01:00\",\n"
                                + " \"number\": 7, \"b\": 5.90, \"a\": 20.101680672, \"c\": 100000000000000000000.10, \"é\": \"\\u00e9\"}}",
                        true,
                        "\"x\""));

        OrderPage page = orders().page(FROM, null);

        assertThat(page.hasNextPage()).isTrue();
        assertThat(page.endCursor()).isEqualTo("x");
        assertThat(page.orders())
                .containsExactly(new RawOrder(
                        7,
                        Instant.parse("2026-11-22T09:00:00Z"),
                        "{\"updatedAt\":\"2026-11-22T10:00:00+01:00\",\"number\":7,\"b\":5.90,\"a\":20.101680672,"
                                + "\"c\":100000000000000000000.10,\"é\":\"é\"}",
                        "{\"number\":7,\"b\":5.90,\"a\":20.101680672,\"c\":100000000000000000000.10,\"é\":\"é\"}"));
    }

    @Test
    void a_page_says_when_centra_sent_it_by_its_own_clock_and_nothing_where_it_does_not() throws Exception {
        assertThat(sentAt("Date: Sun, 22 Nov 2026 09:30:05 GMT\r\n")).isEqualTo("2026-11-22T09:30:05Z");
        assertThat(sentAt("Date: soon\r\n")).isNull();
        assertThat(sentAt("")).isNull();
    }

    private @Nullable Instant sentAt(String header) throws Exception {
        String answer = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n" + header + "Content-Length: "
                + LAST_PAGE.length() + "\r\n\r\n" + LAST_PAGE;
        try (RawServer server = new RawServer(request -> RawServer.bytes(answer))) {
            URI url = URI.create("http://127.0.0.1:" + server.port());
            return new CentraOrders(graphQl(url), 50).page(FROM, null).sentAt();
        }
    }

    @Test
    void an_order_that_was_never_touched_is_as_new_as_its_creation() throws TargetUnavailable {
        centra.answers(
                200,
                page(
                        "{\"node\": {\"number\": 7, \"updatedAt\": null, \"createdAt\": \"2026-11-22T10:00:00Z\"}},"
                                + "{\"node\": {\"number\": 8, \"updatedAt\": \"soon\"}}",
                        false,
                        "null"));

        assertThat(orders().page(FROM, null).orders())
                .extracting(RawOrder::updatedAt)
                .containsExactly(Instant.parse("2026-11-22T10:00:00Z"), null);
    }

    @ParameterizedTest
    @CsvSource({
        "401, 'System > API Tokens', 30 days",
        "403, permissions, firewall",
        "404, 'centra.url', '/graphql'",
        "400, HTTP 400, centra.page-size",
        "302, redirects, 'centra.url'",
    })
    void what_stays_wrong_is_told_at_once_with_its_remedy(int status, String first, String second) {
        centra.answers(status, "");

        assertThat(failure()).hasMessageContaining(first).hasMessageContaining(second);
        assertThat(centra.asked).hasSize(1);
    }

    @Test
    void missing_permissions_are_named_all_at_once() {
        centra.answers(
                200,
                "{\"data\": null, \"errors\": [" + denied("Order:read") + "," + denied("Customer:read") + ","
                        + denied("Order:read") + ", 7]}");

        assertThat(failure())
                .hasMessageContaining("lacks the permission Order:read, Customer:read:")
                .hasMessageContaining("System > API Tokens");
        assertThat(centra.asked).hasSize(1);
    }

    @Test
    void a_refused_query_is_told_in_the_words_of_centra_also_with_half_an_answer() {
        centra.answers(
                200,
                "{\"data\": {\"orderConnection\": {\"edges\": []}}, \"errors\": [{\"message\": \"Too complex\","
                        + " \"extensions\": {\"category\": \"graphql\"}, \"path\": [\"orderConnection\", \"edges\", 3]}]}");

        assertThat(failure()).hasMessageContaining("Too complex (at orderConnection.edges.3)");
    }

    @Test
    void words_of_centra_in_a_bad_request_are_passed_on() {
        centra.answers(400, "{\"errors\": [{\"message\": \"Syntax Error: Unexpected Name\"}]}");

        assertThat(failure()).hasMessageContaining("Syntax Error: Unexpected Name");
    }

    @Test
    void a_read_is_repeated_after_what_passes_with_growing_pauses() throws TargetUnavailable {
        centra.answers(502, "<html>Bad gateway</html>")
                .breaksOff("{\"data\": {")
                .answers(200, "{\"data\": {\"orderCon")
                .answers(200, "{\"errors\": [{\"message\": \"oops\", \"extensions\": {\"category\": \"internal\"}}]}")
                .answers(200, LAST_PAGE);

        orders().page(FROM, null);

        assertThat(time.pauses).extracting(Duration::toMillis).containsExactly(250L, 500L, 1000L, 2000L);
    }

    @Test
    void a_read_that_fails_again_and_again_is_given_up_with_clear_words() {
        for (int i = 0; i < CentraGraphQl.TRIES_MAX; i++) {
            centra.answers(503, "");
        }

        assertThat(failure()).hasMessageContaining("HTTP 503").hasMessageContaining("(orders, tried 5 times)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>Welcome</html>",
                "",
                "[]",
                "{}",
                "{\"data\": {\"orderConnection\": {\"edges\": [], \"pageInfo\": {}}}}",
                "{\"data\": {\"orderConnection\": null}}",
                "{\"data\": {\"orderConnection\": {\"edges\": 1, \"pageInfo\": {\"hasNextPage\": false}}}}",
                "{\"data\": {\"orderConnection\": {\"edges\": [{\"node\": {\"name\": \"Zoë\"}}],"
                        + " \"pageInfo\": {\"hasNextPage\": false}}}}"
            })
    void an_answer_that_is_not_of_centra_is_refused_whole_and_not_quoted(String body) {
        for (int i = 0; i < CentraGraphQl.TRIES_MAX; i++) {
            centra.answers(200, body);
        }

        assertThat(failure()).hasMessageContaining("centra.url").message().doesNotContain("Zoë");
    }

    @Test
    void a_cursor_that_does_not_move_ends_the_reading_instead_of_going_round() {
        centra.answers(200, page("{\"node\": {\"number\": 7}}", true, "\"same\""))
                .answers(200, page("", true, "null"));

        assertThatThrownBy(() -> orders().page(FROM, "same")).isInstanceOf(TargetUnavailable.class);
        assertThatThrownBy(() -> orders().page(FROM, "same")).isInstanceOf(TargetUnavailable.class);
    }

    @Test
    void a_silent_centra_is_told_with_the_timeouts_in_force() {
        centra.staysSilent();

        assertThat(failure()).hasMessageContaining("centra.read-timeout = PT0.2S");
    }

    @Test
    void an_answer_that_trickles_in_is_no_answer() throws IOException {
        try (RawServer slow = new RawServer(request -> RawServer.trickle(10_000, Duration.ofMillis(20)))) {
            CentraOrders read = new CentraOrders(graphQl(URI.create("http://127.0.0.1:" + slow.port())), 50);
            assertThatThrownBy(() -> read.page(FROM, null))
                    .isInstanceOf(TargetUnavailable.class)
                    .hasMessageContaining("centra.read-timeout = PT0.2S");
        }
    }

    @Test
    void an_unreachable_centra_is_named_and_the_token_is_not() {
        centra.close();

        assertThat(failure())
                .hasMessageContaining("Centra at " + centra.url() + " cannot be reached (ConnectException")
                .message()
                .doesNotContain("secret-token");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 201})
    void a_page_size_that_centra_refuses_is_refused_here(int size) {
        assertThatThrownBy(() -> new CentraOrders(graphQl(centra.url()), size))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("centra.page-size = " + size);
    }

    private TargetUnavailable failure() {
        return catchThrowableOfType(TargetUnavailable.class, () -> orders().page(FROM, null));
    }

    private CentraOrders orders() {
        return new CentraOrders(graphQl(centra.url()), 50);
    }

    private CentraGraphQl graphQl(URI url) {
        CentraSettings settings =
                new CentraSettings(url, "secret-token", Duration.ofSeconds(1), Duration.ofMillis(200));
        return new CentraGraphQl(settings, time, time);
    }

    private static String denied(String permission) {
        return "{\"message\": \"You need " + permission + " permission to access orderConnection.\","
                + " \"extensions\": {\"category\": \"authorization\"}}";
    }

    private static String page(String edges, boolean hasNextPage, String endCursor) {
        return "{\"data\": {\"orderConnection\": {\"edges\": [" + edges + "], \"pageInfo\": {\"hasNextPage\": "
                + hasNextPage + ", \"endCursor\": " + endCursor + "}}}, \"extensions\": {\"complexity\": 229}}";
    }
}
