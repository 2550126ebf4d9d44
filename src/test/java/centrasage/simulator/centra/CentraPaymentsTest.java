package centrasage.simulator.centra;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import centrasage.simulator.centra.shipment.Shipment;
import centrasage.simulator.centra.state.CentraOrder;
import centrasage.simulator.trade.Mix;
import centrasage.simulator.trade.OrderKind;
import centrasage.simulator.trade.Payment;
import centrasage.simulator.trade.TradeGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Captures and refunds as they come: at once, later, never, by hand, and back again. */
final class CentraPaymentsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final String LATER = "{'asynchronousCaptures': true, 'asynchronousRefunds': true,"
            + " 'asynchronousGateways': {'adyen': true, 'klarna': true, 'paypal': true}}";

    private final TestClock clock = new TestClock("2026-11-21T09:00:00.500Z");
    private CentraSimulator centra;
    private CentraClient client;

    @BeforeEach
    void start() throws IOException {
        centra = CentraSimulator.start(CentraOptions.of(0, 7).withClock(clock));
        client = new CentraClient(centra.baseUrl());
        place(OrderKind.PLAIN);
    }

    @AfterEach
    void stop() {
        centra.close();
    }

    private void place(OrderKind kind) {
        centra.state().place(new TradeGenerator(3).day(DAY, 1, Mix.only(kind), 1));
    }

    private CentraOrder order() {
        return requireNonNull(centra.state().order(1));
    }

    private Shipment parcel() {
        return order().shipping().shipments().get(0);
    }

    private List<String> entries() {
        return order().trade().payments().stream()
                .map(entry -> entry.type() + " " + entry.status())
                .toList();
    }

    private void ship() {
        client.control("POST", "shipments", "{'order': 1}");
    }

    private long grand() {
        return order().totals().grand();
    }

    private JsonNode pay(String entry) {
        return client.control("POST", "orders/1/payments", entry);
    }

    private JsonNode refund(String refund) {
        return client.control("POST", "orders/1/refund", refund);
    }

    private int refused(String path, String body) {
        return client.send("POST", "/control/" + path, body.replace('\'', '"')).statusCode();
    }

    @Test
    void a_capture_is_answered_at_once_unless_the_tenant_says_otherwise() {
        ship();

        assertThat(entries()).containsExactly("AUTH SUCCESS", "CAPTURE SUCCESS");
        assertThat(client.control("GET", "tenant", "")
                        .path("asynchronousCaptures")
                        .asBoolean(true))
                .isFalse();
        assertThat(client.control("GET", "tenant", "")
                        .path("asynchronousGateways")
                        .toString())
                .isEqualTo("{\"adyen\":true,\"klarna\":true,\"paypal\":false,\"stripe\":false}");
    }

    @ParameterizedTest
    @CsvSource({"true, CAPTURE_REQUEST PENDING", "false, CAPTURE SUCCESS"})
    void each_gateway_answers_in_its_own_time(boolean later, String entry) {
        String gateway = order().trade().payments().get(0).gateway().uri();
        client.control(
                "PUT",
                "tenant",
                "{'asynchronousCaptures': true, 'asynchronousGateways': {'" + gateway + "': " + later + "}}");
        ship();

        assertThat(entries()).containsExactly("AUTH SUCCESS", entry);
        assertThat(parcel().shipped()).isTrue();
    }

    @Test
    void a_request_to_capture_becomes_money_when_it_is_settled() {
        client.control("PUT", "tenant", LATER);
        ship();
        assertThat(order().trade().capturedMinor()).isZero();
        assertThat(client.control("POST", "captures/settle", "{'share': 0}")
                        .path("outstanding")
                        .asInt())
                .isEqualTo(1);
        clock.advance(Duration.ofHours(3));

        JsonNode settled = client.control("POST", "captures/settle", "{'seed': 4}");

        assertThat(settled.path("settled").asInt()).isEqualTo(1);
        assertThat(settled.path("outstanding").asInt()).isZero();
        assertThat(settled.path("settledMinor").toString())
                .isEqualTo("{\"" + order().currency().code() + "\":" + grand() + "}");
        assertThat(entries()).containsExactly("AUTH SUCCESS", "CAPTURE_REQUEST PENDING", "CAPTURE SUCCESS");
        assertThat(order().trade().capturedMinor()).isEqualTo(grand());
        assertThat(order().trade().payments().get(2).createdAt()).isEqualTo(Instant.parse("2026-11-21T12:00:00Z"));
        assertThat(client.control("POST", "captures/settle", "{}")
                        .path("settled")
                        .asInt())
                .isZero();
        assertThat(entries()).hasSize(3);
    }

    @Test
    void a_request_that_fails_leaves_the_shipment_unpaid_and_can_be_asked_again() {
        client.control("PUT", "tenant", LATER);
        ship();

        JsonNode settled = client.control("POST", "captures/settle", "{'fail': 100}");

        assertThat(settled.path("failed").asInt()).isEqualTo(1);
        assertThat(entries()).endsWith("CAPTURE_FAILED FAILED");
        assertThat(parcel().payment().paid()).isFalse();
        client.data("mutation {captureShipment(id: 11) {userErrors {message}}}");
        client.control("POST", "captures/settle", "{}");
        assertThat(entries()).endsWith("CAPTURE_REQUEST PENDING", "CAPTURE SUCCESS");
        assertThat(order().trade().capturedMinor()).isEqualTo(grand());
    }

    @Test
    void what_is_asked_for_is_not_asked_for_twice() {
        client.control("PUT", "tenant", LATER);
        ship();

        assertThat(client.data("mutation {captureShipment(id: 11) {userErrors {message}}}")
                        .findPath("userErrors")
                        .toString())
                .contains("already captured");
        assertThat(order().trade().outstanding(Payment.Type.CAPTURE_REQUEST)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Payment.Type.class)
    void every_type_of_entry_can_be_written_by_hand_and_read(Payment.Type type) {
        pay("{'type': '" + type + "', 'amount': 12.50, 'source': 'AMS', 'reference': 'X1'}");

        JsonNode entry = client.data("{orders {paymentHistory {id entryType status source externalReference"
                        + " value {value} order {number} return {id}}}}")
                .path("orders")
                .path(0)
                .path("paymentHistory")
                .path(1);
        assertThat(entry.path("entryType").asText()).isEqualTo(type.name());
        assertThat(entry.path("source").asText()).isEqualTo("AMS");
        assertThat(entry.path("externalReference").asText()).isEqualTo("X1");
        assertThat(entry.path("value").path("value").decimalValue()).isEqualByComparingTo("12.5");
        assertThat(entry.path("order").path("number").asInt()).isEqualTo(1);
        assertThat(entry.path("return").isNull()).isTrue();
    }

    @Test
    void equal_part_captures_are_entries_of_their_own() {
        JsonNode made = pay("{'type': 'CAPTURE', 'minor': 500, 'times': 12}");

        assertThat(made.findValuesAsText("id")).hasSize(12).doesNotHaveDuplicates();
        assertThat(order().trade().capturedMinor()).isEqualTo(6000);
        assertThat(client.control("GET", "payments", "").findValuesAsText("id"))
                .hasSize(13)
                .doesNotHaveDuplicates();
    }

    @Test
    void a_shipment_captures_what_part_captures_have_left() {
        pay("{'type': 'CAPTURE', 'minor': 500, 'times': 3}");
        ship();

        assertThat(entries()).hasSize(5).endsWith("CAPTURE SUCCESS");
        assertThat(order().trade().capturedMinor()).isEqualTo(grand());
        assertThat(parcel().payment().capturedMinor()).isEqualTo(grand());
    }

    @Test
    void what_was_paid_elsewhere_is_not_captured_again() {
        pay("{'type': 'MARKED_AS_PAID'}");
        ship();

        assertThat(entries()).containsExactly("AUTH SUCCESS", "MARKED_AS_PAID SUCCESS");
        assertThat(parcel().shipped()).isTrue();
    }

    @Test
    void what_is_marked_as_unpaid_again_is_captured() {
        pay("{'type': 'PREPAID'}");
        pay("{'type': 'MARKED_AS_UNPAID'}");
        ship();

        assertThat(entries()).endsWith("MARKED_AS_UNPAID SUCCESS", "CAPTURE SUCCESS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'type': 'PAID'}",
                "{'type': 'CAPTURE', 'status': 'DONE'}",
                "{'type': 'CAPTURE', 'amount': 'much'}",
                "{'type': 'CAPTURE', 'gateway': 'cash'}",
                "{'type': 'CAPTURE', 'createdAt': 'today'}",
                "{'type': 'REFUND', 'return': 70001}",
                "{'type': 'CAPTURE', 'times': 0}",
                "{'type': 'CAPTURE', 'typo': 1}"
            })
    void an_entry_that_makes_no_sense_is_a_bad_request(String entry) {
        assertThat(refused("orders/1/payments", entry)).isEqualTo(400);
        assertThat(refused("orders/2/payments", "{'type': 'CAPTURE'}")).isEqualTo(404);
        assertThat(entries()).hasSize(1);
    }

    @Test
    void an_entry_moves_its_orders_time_of_change_unless_the_fault_keeps_it() {
        Instant before = order().updatedAt();
        centra.dataFaults().set("paymentsDoNotTouchOrders", 1);
        pay("{'type': 'CAPTURE'}");
        assertThat(order().updatedAt()).isEqualTo(before);

        centra.dataFaults().set("paymentsDoNotTouchOrders", 0);
        pay("{'type': 'OTHER'}");
        assertThat(order().updatedAt()).isEqualTo(Instant.parse("2026-11-21T09:00:00Z"));
    }

    @Test
    void events_tell_of_entries_and_of_the_order_that_they_hang_on() {
        client.data("mutation {setEventListeners(input: [{objectType: PaymentHistoryEntry}, {objectType: Order}])"
                + " {userErrors {message}}}");
        int id = pay("{'type': 'CAPTURE'}").path(0).path("id").asInt();

        JsonNode events = client.data("{events {objectType changeType objectReference object {__typename"
                        + " ... on PaymentHistoryEntry {entryType}}}}")
                .path("events");

        assertThat(events).hasSize(2);
        assertThat(events.path(0).toString())
                .isEqualTo("{\"objectType\":\"PaymentHistoryEntry\",\"changeType\":\"CREATED\",\"objectReference\":"
                        + id + ",\"object\":{\"__typename\":\"PaymentHistoryEntry\",\"entryType\":\"CAPTURE\"}}");
        assertThat(events.path(1).path("changeType").asText()).isEqualTo("DEPENDENT_DATA_CHANGED");
        ship();
        assertThat(client.data("{events(where: {objectType: PaymentHistoryEntry}) {id}}")
                        .path("events"))
                .hasSize(1);
    }

    @Test
    void a_capture_with_a_shipment_is_an_event_too() {
        client.data("mutation {setEventListeners(input: [{objectType: PaymentHistoryEntry}, {objectType: Order}])"
                + " {userErrors {message}}}");
        ship();

        assertThat(client.data("{events {objectType changeType}}")
                        .path("events")
                        .toString())
                .contains("{\"objectType\":\"PaymentHistoryEntry\",\"changeType\":\"CREATED\"}")
                .contains("{\"objectType\":\"Order\",\"changeType\":\"COMPLETED\"}")
                .doesNotContain("DEPENDENT_DATA_CHANGED");
    }

    @Test
    void goodwill_is_refunded_without_a_return_and_never_beyond_what_was_captured() {
        assertThat(refused("orders/1/refund", "{'minor': 1}")).isEqualTo(409);
        ship();

        JsonNode entry = refund("{'amount': 5.00, 'reason': 'goodwill'}").path(0);

        assertThat(entry.path("type").asText()).isEqualTo("REFUND");
        assertThat(entry.path("minor").asLong()).isEqualTo(500);
        assertThat(entry.path("movedMinor").asLong()).isEqualTo(-500);
        assertThat(entry.path("note").asText()).isEqualTo("goodwill");
        assertThat(entry.path("return").isNull()).isTrue();
        assertThat(refused("orders/1/refund", "{'minor': " + (grand() - 499) + "}"))
                .isEqualTo(409);
        assertThat(refused("orders/1/refund", "{'minor': 0}")).isEqualTo(409);
        refund("{'minor': " + (grand() - 500) + "}");
        refund("{'minor': 1, 'force': true}");
        assertThat(order().trade().payments().stream()
                        .mapToLong(Payment::movedMinor)
                        .sum())
                .isEqualTo(-1);
    }

    @Test
    void a_request_to_refund_counts_against_the_money_and_becomes_a_refund_when_it_is_settled() {
        ship();
        client.control("PUT", "tenant", LATER);
        refund("{}");

        assertThat(entries()).endsWith("REFUND_REQUEST PENDING");
        assertThat(refused("orders/1/refund", "{'minor': 1}")).isEqualTo(409);
        client.control("POST", "refunds/settle", "{'fail': 100}");
        assertThat(entries()).endsWith("REFUND_REQUEST PENDING", "REFUND_FAILED FAILED");
        refund("{}");
        assertThat(client.control("POST", "refunds/settle", "{}")
                        .path("settled")
                        .asInt())
                .isEqualTo(1);
        assertThat(entries()).endsWith("REFUND_REQUEST PENDING", "REFUND SUCCESS");
        assertThat(order().trade().payments().stream()
                        .mapToLong(Payment::movedMinor)
                        .sum())
                .isZero();
    }

    @Test
    void the_refund_of_a_return_keeps_its_return_when_it_is_settled_and_is_not_asked_for_twice() {
        ship();
        client.control("PUT", "tenant", LATER);
        int line = parcel().lines().get(0).id();
        int id = client.data("mutation {createReturn(input: {shipment: {id: 11}, lines: [{shipmentLine: {id: " + line
                        + "}, quantity: 1}], returnStockActionPolicy: {removeItemsFromStock: true}}) {return {id}}}")
                .findPath("id")
                .asInt();
        String refund = "mutation {refundReturn(id: " + id + ") {userErrors {message}}}";

        assertThat(client.data(refund).findPath("userErrors")).isEmpty();
        assertThat(client.data(refund).findPath("userErrors").toString()).contains("already refunded");
        client.control("POST", "refunds/settle", "{'fail': 100}");
        assertThat(client.data(refund).findPath("userErrors")).isEmpty();
        client.control("POST", "refunds/settle", "{}");
        assertThat(client.data("{returns {refundPaymentHistory {entryType}}}").findValuesAsText("entryType"))
                .containsExactly("REFUND_REQUEST", "REFUND_FAILED", "REFUND_REQUEST", "REFUND");
    }

    @Test
    void an_order_paid_by_card_and_gift_card_is_captured_and_refunded_on_both() {
        client.control("PUT", "tenant", "{'giftCardCaptures': true}");
        place(OrderKind.GIFT_CARD_PAID);
        ship();
        long onGiftCard = minor(Payment.Type.CAPTURE_GIFT_CARD);
        assertThat(onGiftCard).isEqualTo(minor(Payment.Type.AUTH_GIFT_CARD)).isPositive();
        assertThat(minor(Payment.Type.CAPTURE)).isEqualTo(grand() - onGiftCard).isPositive();

        JsonNode half = refund("{'minor': " + grand() / 2 + "}");
        JsonNode rest = refund("{'minor': " + (grand() - grand() / 2) + "}");

        assertThat(half.findValuesAsText("type")).containsExactly("REFUND_GIFT_CARD", "REFUND");
        assertThat(rest.findValuesAsText("type")).containsExactly("REFUND_GIFT_CARD", "REFUND");
        assertThat(minor(Payment.Type.REFUND_GIFT_CARD)).isEqualTo(onGiftCard);
        assertThat(minor(Payment.Type.REFUND)).isEqualTo(grand() - onGiftCard);
    }

    private long minor(Payment.Type type) {
        return order().trade().payments().stream()
                .filter(entry -> entry.type() == type)
                .mapToLong(Payment::minor)
                .sum();
    }

    @Test
    void the_value_of_a_refund_has_the_sign_that_the_tenant_says() {
        ship();
        refund("{'amount': 5}");
        String query = "{orders {paymentHistory(where: {entryType: [REFUND, CAPTURE]}) {value {value}}}}";

        assertThat(client.data(query)
                        .findValues("value")
                        .get(1)
                        .findPath("value")
                        .decimalValue())
                .isEqualByComparingTo("5");
        client.control("PUT", "tenant", "{'refundSign': 'negative'}");
        assertThat(client.data(query)
                        .findValues("value")
                        .get(1)
                        .findPath("value")
                        .decimalValue())
                .isEqualByComparingTo("-5");
        assertThat(client.data(query)
                        .findValues("value")
                        .get(0)
                        .findPath("value")
                        .decimalValue())
                .isPositive();
        assertThat(client.send("PUT", "/control/tenant", "{\"refundSign\": \"odd\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(client.send("PUT", "/control/tenant", "{\"refunds\": true}").statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_refund_that_the_bank_sends_back_is_a_capture_once_more_and_can_be_paid_again() {
        ship();
        int id = refund("{}").path(0).path("id").asInt();

        JsonNode back = client.control("POST", "orders/1/payments/" + id + "/reverse", "")
                .path(0);

        assertThat(back.path("type").asText()).isEqualTo("CAPTURE");
        assertThat(back.path("source").asText()).isEqualTo("reversal");
        assertThat(back.path("minor").asLong()).isEqualTo(grand());
        assertThat(refused("orders/1/payments/" + id + "/reverse", "")).isEqualTo(409);
        assertThat(refused("orders/1/payments/10/reverse", "")).isEqualTo(409);
        assertThat(order().trade().capturedMinor()).isEqualTo(grand());
        refund("{}");
        assertThat(entries()).endsWith("CAPTURE SUCCESS", "REFUND SUCCESS");
    }

    @Test
    void entries_have_a_permission_of_their_own() {
        client.control("PUT", "tokens/narrow", "{'permissions': ['Order:read']}");

        assertThat(client.as("narrow")
                        .query("{orders {paymentHistory {source return {id}}}}")
                        .findPath("message")
                        .asText())
                .contains("PaymentHistory:read");
    }
}
