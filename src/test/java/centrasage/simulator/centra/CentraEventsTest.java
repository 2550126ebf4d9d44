package centrasage.simulator.centra;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.simulator.centra.events.Webhooks;
import centrasage.simulator.trade.Mix;
import centrasage.simulator.trade.OrderKind;
import centrasage.simulator.trade.TradeGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Event queues and web hooks, as Centra documents them. */
final class CentraEventsTest {
    private static final String LISTEN =
            "mutation {setEventListeners(input: [{objectType: Order}]) {eventListeners {objectType} userErrors {message}}}";
    private static final String EVENTS =
            "{events {id objectType changeType objectReference object {... on DirectToConsumerOrder {number}}}}";

    private record Received(String signature, String type, String body) {}

    private final TestClock clock = new TestClock("2026-11-21T09:00:00.500Z");
    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private CentraSimulator centra;
    private CentraClient client;
    private HttpServer listener;
    private int status = 204;

    @BeforeEach
    void start() throws IOException {
        centra = CentraSimulator.start(CentraOptions.of(0, 7).withClock(clock));
        centra.state().place(new TradeGenerator(1).day(LocalDate.of(2026, 11, 20), 3, Mix.only(OrderKind.PLAIN), 1));
        client = new CentraClient(centra.baseUrl());
        listener = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        listener.createContext("/hook", exchange -> {
            received.add(new Received(
                    exchange.getRequestHeaders().getFirst("X-Centra-Signature"),
                    exchange.getRequestHeaders().getFirst("Content-Type"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        listener.start();
    }

    @AfterEach
    void stop() {
        listener.stop(0);
        centra.close();
    }

    private JsonNode events() {
        return client.data(EVENTS).path("events");
    }

    private void edit() {
        client.control("POST", "orders/1/edit", "{'internalComment': 'touched'}");
    }

    private void setUp(String more) {
        client.control(
                "PUT",
                "webhooks",
                "{'on': true, 'secret': 'test123', 'url': 'http://127.0.0.1:"
                        + listener.getAddress().getPort() + "/hook'" + more + "}");
    }

    private Received next() throws InterruptedException {
        Received next = received.poll(10, TimeUnit.SECONDS);
        assertThat(next).as("a call within ten seconds").isNotNull();
        return next == null ? new Received("", "", "") : next;
    }

    @Test
    void only_who_listens_has_a_queue_and_it_keeps_what_is_not_confirmed() {
        edit();
        assertThat(events()).isEmpty();
        client.data(LISTEN);
        client.data(LISTEN);
        edit();
        client.control("DELETE", "orders/2", "");
        JsonNode given = events();
        assertThat(given.toString())
                .isEqualTo("[{\"id\":1,\"objectType\":\"Order\",\"changeType\":\"UPDATED\",\"objectReference\":1,"
                        + "\"object\":{\"number\":1}},{\"id\":2,\"objectType\":\"Order\",\"changeType\":\"DELETED\","
                        + "\"objectReference\":2,\"object\":null}]");
        client.data("mutation {confirmEvents(input: {eventsIds: [1, 7]}) {userErrors {message}}}");
        assertThat(events()).hasSize(1);
        assertThat(centra.queues().served()).as("how often each was given").isEqualTo(Map.of(1, 1, 2, 2));
        client.data("mutation {unsetEventListeners(input: [{objectType: Order}]) {userErrors {message}}}");
        assertThat(events()).isEmpty();
    }

    @Test
    void tokens_of_one_integration_share_a_queue_and_others_have_their_own() {
        client.data(LISTEN);
        edit();
        client.control("PUT", "tokens/same", "{'integration': 'centra-sage200'}");
        client.control("PUT", "tokens/other", "{'integration': 'warehouse'}");
        assertThat(client.as("other").data(EVENTS).path("events")).isEmpty();
        client.data("mutation {confirmEvents(input: {eventsIds: [1]}) {userErrors {message}}}");
        assertThat(client.as("same").data(EVENTS).path("events")).hasSize(1);
    }

    @Test
    void before_centras_staff_switches_them_on_queues_stay_empty_without_an_error() {
        client.data(LISTEN);
        client.control("PUT", "events", "{'on': false}");
        edit();
        assertThat(events()).isEmpty();
        client.control("PUT", "events", "{'on': true}");
        edit();
        assertThat(events()).hasSize(1);
    }

    @Test
    void a_page_of_events_weighs_and_is_limited_as_any_other() {
        assertThat(client.query("{events(limit: 10) {id}}")
                        .path("extensions")
                        .path("complexity")
                        .asInt())
                .isEqualTo(11);
        assertThat(client.query("{events(limit: 201) {id}}").path("errors").toString())
                .contains("1 - 200");
    }

    @Test
    void the_documented_vector_is_what_is_signed() {
        assertThat(Webhooks.sign("12345678.payload=%7B%22x%22%3A%22test%22%7D", "test123"))
                .isEqualTo("0b9cd84f5d583e5e1aadfb9f160aa8080b51d5b85ff85808d6b75bdac356c549");
    }

    @Test
    void a_change_calls_the_address_with_ids_and_a_signature() throws InterruptedException {
        edit();
        setUp("");
        edit();
        Received call = next();
        long time = clock.instant().getEpochSecond();
        assertThat(call.type()).isEqualTo("application/x-www-form-urlencoded");
        assertThat(call.signature())
                .isEqualTo("t=" + time + ",v1=" + Webhooks.sign(time + "." + call.body(), "test123"));
        assertThat(URLDecoder.decode(call.body(), StandardCharsets.UTF_8))
                .isEqualTo("payload={\"events\":[{\"type\":\"order\",\"action\":\"update\","
                        + "\"date\":\"2026-11-21 09:00:00.500000\",\"id\":1}]}");
    }

    @Test
    void a_payment_calls_for_its_order_alone() throws InterruptedException {
        setUp("");
        client.control("POST", "orders/1/payments", "{'type': 'CAPTURE'}");

        assertThat(URLDecoder.decode(next().body(), StandardCharsets.UTF_8))
                .isEqualTo("payload={\"events\":[{\"type\":\"order\",\"action\":\"update\","
                        + "\"date\":\"2026-11-21 09:00:00.500000\",\"id\":1}]}");
    }

    @Test
    void faults_strike_the_next_call_and_are_counted() throws InterruptedException {
        setUp("");
        for (String kind : new String[] {"wrong-signature", "old-timestamp", "duplicate"}) {
            client.control("POST", "webhooks/faults", "{'kind': '" + kind + "'}");
        }
        long time = clock.instant().getEpochSecond();
        edit();
        Received forged = next();
        assertThat(forged.signature()).doesNotContain(Webhooks.sign(time + "." + forged.body(), "test123"));
        edit();
        long old = time - Duration.ofHours(1).toSeconds();
        Received late = next();
        assertThat(late.signature()).isEqualTo("t=" + old + ",v1=" + Webhooks.sign(old + "." + late.body(), "test123"));
        edit();
        assertThat(next()).isEqualTo(next());
    }

    @Test
    void what_nobody_takes_is_tried_as_often_as_it_is_set_up_and_then_dropped() throws InterruptedException {
        status = 503;
        setUp(", 'retries': 2");
        edit();
        assertThat(next()).isEqualTo(next()).isEqualTo(next());
        status = 204;
        edit();
        next();
        assertThat(received).isEmpty();
    }
}
