package centrasage.simulator.centra.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.simulator.centra.CentraOptions;
import centrasage.simulator.centra.CentraSimulator;
import centrasage.simulator.http.Json;
import centrasage.simulator.trade.Line;
import centrasage.simulator.trade.Mix;
import centrasage.simulator.trade.OrderKind;
import centrasage.simulator.trade.Payment;
import centrasage.simulator.trade.TradeGenerator;
import centrasage.simulator.trade.TradeOrder;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an integration does with shipments, over GraphQL. */
final class ShipmentsTest {
    private static final String FIELDS =
            "{shipment {id number isGoodToGo isPaid isCaptured isShipped shippedAt} userErrors {message} userWarnings {message}}";

    private final HttpClient http = HttpClient.newHttpClient();
    private CentraSimulator centra;
    private List<Line> lines;

    @BeforeEach
    void an_order_of_several_units_waits() throws IOException {
        Clock clock = Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC);
        centra = CentraSimulator.start(CentraOptions.of(0, 7).withClock(clock));
        centra.state().place(new TradeGenerator(3).day(LocalDate.of(2026, 11, 20), 1, Mix.only(OrderKind.PLAIN), 1));
        centra.state()
                .change(
                        1,
                        order -> order.withTrade(authorised(order.trade()
                                .withBasket(order.trade()
                                        .basket()
                                        .withLines(order.trade().basket().lines().stream()
                                                .map(line -> line.withQuantity(2))
                                                .toList())))));
        lines = centra.state().orders().iterator().next().trade().basket().lines();
    }

    @AfterEach
    void stop() {
        centra.close();
    }

    /** By a second card, for what the first does not cover. */
    private static TradeOrder authorised(TradeOrder order) {
        Payment card = order.payments().get(0);
        long missing = order.basket().totals().grand() - order.authorisedMinor();
        Payment second = new Payment(
                card.id() + 5,
                card.createdAt(),
                Payment.Type.AUTH,
                Payment.Status.SUCCESS,
                missing,
                card.externalReference(),
                card.gateway());
        return order.withPayments(List.of(card, second));
    }

    @Test
    void a_shipment_is_created_captured_made_good_to_go_and_completed() {
        JsonNode created = mutation("createShipment(input: {order: {number: 1}, lines: " + all(1) + ", capture: true,"
                + " shipmentInfo: {carrier: 'DHL', service: 'Express', trackingNumber: 'T1', packagesNumber: 2}})");
        int id = created.path("shipment").path("id").asInt();

        assertThat(created.path("userErrors")).isEmpty();
        assertThat(created.path("shipment").toString())
                .isEqualTo("{\"id\":11,\"number\":\"1-1\",\"isGoodToGo\":false,\"isPaid\":true,\"isCaptured\":true,"
                        + "\"isShipped\":false,\"shippedAt\":null}");
        assertThat(error(mutation("completeShipment(id: " + id + ", input: {})")))
                .contains("not good to go");
        mutation("updateShipment(id: " + id + ", input: {isGoodToGo: true})");
        JsonNode completed = mutation("completeShipment(id: " + id + ", input: {sendEmail: true})");

        assertThat(completed.path("shipment").path("shippedAt").asText()).isEqualTo("2026-11-21T10:00:00+01:00");
        assertThat(data("{orders {status}}").findPath("status").asText()).isEqualTo("PROCESSING");
        assertThat(error(mutation("completeShipment(id: " + id + ", input: {})")))
                .contains("already shipped");
        assertThat(error(mutation("captureShipment(id: " + id + ")"))).contains("already captured");
        assertThat(error(mutation("updateShipment(id: " + id + ", input: {shipmentInfo: {carrier: 'DPD'}})")))
                .contains("already shipped");
    }

    @Test
    void the_order_is_shipped_when_its_last_unit_has_left_and_the_captures_add_up_to_its_total() {
        assertThat(ship(all(1))).isEmpty();
        assertThat(data("{orders {status}}").findPath("status").asText()).isEqualTo("PROCESSING");
        assertThat(ship(all(1))).isEmpty();

        assertThat(data("{orders {status}}").findPath("status").asText()).isEqualTo("SHIPPED");
        assertThat(centra.state().orders().iterator().next().trade().capturedMinor())
                .isEqualTo(centra.state().orders().iterator().next().totals().grand());
        assertThat(error(mutation("createShipment(input: {order: {number: 1}, lines: " + all(1) + "})")))
                .contains("SHIPPED");
    }

    @Test
    void only_what_remains_can_be_shipped_and_only_of_a_confirmed_order() {
        ship(all(1));

        assertThat(error(mutation("createShipment(input: {order: {number: 1}, lines: " + all(2) + "})")))
                .contains("1 remain");
        assertThat(error(mutation(
                        "createShipment(input: {order: {number: 1}, lines: [{orderLine: {id: 7}, quantity: 1}]})")))
                .contains("Could not find order line");
        assertThat(error(mutation("createShipment(input: {order: {number: 1}})")))
                .contains("lines");
        centra.state().place(new TradeGenerator(3).day(LocalDate.of(2026, 11, 20), 1, Mix.only(OrderKind.PENDING), 2));
        assertThat(error(mutation("createShipment(input: {order: {number: 2}, lines: " + all(1) + "})")))
                .contains("confirmed");
    }

    @Test
    void a_capture_that_fails_is_a_warning_of_a_new_shipment_and_an_error_of_an_old_one() {
        control("POST", "captures", "{'order': 1, 'message': 'Refused by the bank', 'times': 2}");

        JsonNode created = mutation(
                "createShipment(input: {order: {number: 1}, lines: " + all(1) + ", capture: true, isGoodToGo: true})");
        int id = created.path("shipment").path("id").asInt();

        assertThat(created.path("userErrors")).isEmpty();
        assertThat(created.path("userWarnings").path(0).path("message").asText())
                .isEqualTo("Refused by the bank");
        assertThat(created.path("shipment").path("isCaptured").asBoolean()).isFalse();
        assertThat(error(mutation("captureShipment(id: " + id + ")"))).isEqualTo("Refused by the bank");
        assertThat(error(mutation("completeShipment(id: " + id + ")"))).contains("not paid");
        assertThat(mutation("captureShipment(id: " + id + ")").path("userErrors"))
                .isEmpty();
        assertThat(data("{orders {paymentHistory(where: {entryType: [CAPTURE_FAILED]}) {status}}}")
                        .findValuesAsText("status"))
                .containsExactly("FAILED", "FAILED");
    }

    @Test
    void shipments_are_found_by_flags_and_moments_in_pages() {
        ship(all(1));
        mutation("createShipment(input: {order: {number: 1}, lines: " + all(1) + "})");

        JsonNode page = data("{shipmentConnection(first: 1, sort: updatedAt_ASC, where: {isShipped: true,"
                        + " updatedAt: {from: '2026-11-21T09:00:00Z'}}) {totalCount pageInfo {hasNextPage endCursor}"
                        + " edges {node {number order {number status} carrierInformation {carrierName serviceName}"
                        + " lines {quantity orderLine {id productSize {SKU}} allocations {quantity warehouse {id name}}}}}}}")
                .path("shipmentConnection");

        assertThat(page.path("totalCount").asInt()).isEqualTo(1);
        assertThat(page.findPath("node").path("number").asText()).isEqualTo("1-1");
        assertThat(page.findPath("warehouse").toString()).isEqualTo("{\"id\":1,\"name\":\"Main\"}");
        assertThat(data("{shipments(where: {negate: ['isShipped'], isShipped: true}) {number}}")
                        .path("shipments"))
                .hasSize(1);
        assertThat(data("{orders {lines {shippedQuantity quantity} shipments {number}}}")
                        .findPath("shippedQuantity")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void goods_cannot_have_left_in_the_future_and_may_have_left_before() {
        String info = "order: {number: 1}, lines: " + all(1) + ", isPaid: true, isGoodToGo: true, shippedAt: ";

        assertThat(error(mutation("createShipment(input: {" + info + "'2026-11-22T09:00:00Z'})")))
                .contains("future");
        assertThat(mutation("createShipment(input: {" + info + "'2026-11-20T09:00:00Z'})")
                        .path("shipment")
                        .path("isShipped")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void events_tell_of_a_shipment_and_of_its_order() {
        data(
                "mutation {setEventListeners(input: [{objectType: Order}, {objectType: Shipment}]) {userErrors {message}}}");
        ship(all(1));

        JsonNode events = data("{events {objectType changeType objectReference object {... on DirectToConsumerShipment"
                        + " {isShipped}}}}")
                .path("events");

        assertThat(events.toString())
                .contains("{\"objectType\":\"Shipment\",\"changeType\":\"CREATED\",\"objectReference\":11,"
                        + "\"object\":{\"isShipped\":true}}")
                .contains("\"objectType\":\"Shipment\",\"changeType\":\"COMPLETED\",\"objectReference\":11")
                .contains("\"objectType\":\"Order\",\"changeType\":\"UPDATED\",\"objectReference\":1");
    }

    @Test
    void shipments_have_permissions_of_their_own() {
        control("PUT", "tokens/centra-demo-token", "{'permissions': ['Order:read']}");

        assertThat(post("{shipments {number}}").findPath("message").asText()).contains("Shipment:read");
        assertThat(post("mutation {captureShipment(id: 11) {userErrors {message}}}")
                        .findPath("message")
                        .asText())
                .contains("Shipment:write");
    }

    /** Creates and completes, and answers with what was refused. */
    private List<String> ship(String goods) {
        JsonNode created = mutation("createShipment(input: {order: {number: 1}, lines: " + goods
                + ", capture: true, isGoodToGo: true, shipmentInfo: {carrier: 'DHL'}})");
        int id = created.path("shipment").path("id").asInt();
        return mutation("completeShipment(id: " + id + ")").path("userErrors").findValuesAsText("message");
    }

    private String all(int quantity) {
        return lines.stream()
                .map(line -> "{orderLine: {id: " + line.id() + "}, quantity: " + quantity + "}")
                .toList()
                .toString();
    }

    private static String error(JsonNode result) {
        return result.path("userErrors").path(0).path("message").asText();
    }

    private JsonNode mutation(String call) {
        return data("mutation {done: " + call + " " + FIELDS + "}").path("done");
    }

    private JsonNode data(String query) {
        JsonNode answer = post(query);
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        return answer.path("data");
    }

    private JsonNode post(String query) {
        return send(
                "POST",
                "/graphql",
                Json.object().put("query", query.replace('\'', '"')).toString());
    }

    private void control(String method, String path, String json) {
        send(method, "/control/" + path, json.replace('\'', '"'));
    }

    private JsonNode send(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(centra.baseUrl() + path))
                .header("Authorization", "Bearer " + CentraOptions.DEFAULT_TOKEN)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isLessThan(300);
            return Json.parse(response.body());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
