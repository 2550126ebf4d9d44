package centrasage.simulator.centra;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import centrasage.simulator.centra.shipment.Shipment;
import centrasage.simulator.centra.shipment.ShippedLine;
import centrasage.simulator.centra.state.CentraOrder;
import centrasage.simulator.http.Json;
import centrasage.simulator.trade.Mix;
import centrasage.simulator.trade.OrderKind;
import centrasage.simulator.trade.Standing;
import centrasage.simulator.trade.TradeGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an integration does with returns and their refunds, over GraphQL. */
final class CentraReturnsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final String BACK = "returnStockActionPolicy: {releaseItemsBackToWarehouse: true}";
    private static final String FIELDS = "{return {id returnStatus totalQuantity grandTotal {value} returnedToStock"
            + " returnWarehouse {name} comment externalId order {number} shipment {id}"
            + " refundPaymentHistory {entryType status value {value}}"
            + " lines {quantity lineValue {value} net: lineValue(includingTax: false) {value} unitPrice {value}"
            + " orderLine {id returnedQuantity} shipmentLine {id returnedQuantity lineValue {value}}"
            + " appliedTaxRules {taxIncluded {value}}}"
            + " totals {shipping {value} shippingTaxRules {taxIncluded {value}} handling {value} returnCost {value}"
            + " returnCostTaxRules {rule {taxPercent}} discounts {value} discountTaxRules {taxIncluded {value}}}}"
            + " userErrors {message path} userWarnings {message}}";

    private final TestClock clock = new TestClock("2026-11-21T09:00:00.500Z");
    private CentraSimulator centra;
    private CentraClient client;

    @BeforeEach
    void start() throws IOException {
        centra = CentraSimulator.start(CentraOptions.of(0, 7).withClock(clock));
        client = new CentraClient(centra.baseUrl());
    }

    @AfterEach
    void stop() {
        centra.close();
    }

    /** One order of the kind, all of it shipped in one parcel. */
    private CentraOrder shipped(OrderKind kind) {
        centra.state().place(new TradeGenerator(3).day(DAY, 1, Mix.only(kind), 1));
        client.control("POST", "shipments", "{'order': 1, 'tracking': 'T1'}");
        return order();
    }

    private CentraOrder order() {
        return requireNonNull(centra.state().order(1));
    }

    @Test
    void all_that_was_shipped_comes_back_and_is_worth_what_was_paid() {
        CentraOrder order = shipped(OrderKind.ORDER_VOUCHER);

        JsonNode made = created(everything()
                + ", shippingCost: {fromShipment: true}, handlingCost: {fromShipment: true},"
                + " voucherValue: {fromShipment: true}, comment: 'Too small', externalId: 'R-1'");

        assertThat(made.path("returnStatus").asText()).isEqualTo("PENDING");
        assertThat(minor(made.path("grandTotal"))).isEqualTo(order.totals().grand());
        assertThat(made.path("totalQuantity").asInt()).isEqualTo(order.totals().quantity());
        assertThat(minor(made.path("totals").path("discounts")))
                .isEqualTo(order.totals().discountsMinor())
                .isPositive();
        assertThat(minor(made.path("totals").path("shipping")))
                .isEqualTo(order.totals().shippingMinor());
        assertThat(made.path("comment").asText()).isEqualTo("Too small");
        assertThat(made.path("externalId").asText()).isEqualTo("R-1");
        assertThat(made.path("returnWarehouse").path("name").asText()).isEqualTo("Main");
        JsonNode line = made.path("lines").path(0);
        assertThat(line.path("orderLine").path("returnedQuantity").asInt())
                .isEqualTo(line.path("shipmentLine").path("returnedQuantity").asInt())
                .isEqualTo(line.path("quantity").asInt());
        assertThat(minor(line.path("lineValue")) - minor(line.path("net")))
                .isEqualTo(minor(line.path("appliedTaxRules").path(0).path("taxIncluded")))
                .isPositive();
    }

    @Test
    void without_charges_it_is_worth_its_goods_and_a_fee_lessens_it() {
        shipped(OrderKind.PLAIN);
        long goods = order().totals().lineValues();

        JsonNode made = created(everything() + ", returnCost: {value: 2.95, currencyIsoCode: '"
                + order().currency().code() + "'}");

        assertThat(minor(made.path("grandTotal"))).isEqualTo(goods - 295);
        assertThat(minor(made.path("totals").path("returnCost"))).isEqualTo(295);
        assertThat(made.path("totals").path("returnCostTaxRules").findValuesAsText("taxPercent"))
                .hasSize(1);
        assertThat(minor(made.path("totals").path("shipping"))).isZero();
    }

    @Test
    void an_amount_is_capped_by_what_remains_on_the_shipment() {
        CentraOrder order = shipped(OrderKind.VOUCHER_ON_SHIPPING);
        shippedByThrees(order);
        ShippedLine line = parcel().lines().get(0);
        long shipping = order.totals().shippingMinor();
        String one = lines(line.id(), 1) + ", shippingCost: {value: {value: 1.00}}";

        assertThat(minor(created(one).path("totals").path("shipping"))).isEqualTo(100);
        JsonNode rest = created(lines(line.id(), 1) + ", shippingCost: {value: {value: 99999}}");

        assertThat(minor(rest.path("totals").path("shipping")))
                .isEqualTo(shipping - 100)
                .isPositive();
    }

    /** Has more units of the first line than one. */
    private void shippedByThrees(CentraOrder order) {
        centra.state().clear();
        centra.state()
                .place(List.of(order.trade()
                        .withStanding(order.standing().withStatus(Standing.Status.CONFIRMED))
                        .withBasket(order.trade()
                                .basket()
                                .withLines(order.trade().basket().lines().stream()
                                        .map(line -> line.withQuantity(3))
                                        .toList()))));
        client.control("POST", "orders/1/payments", "{'type': 'CAPTURE', 'minor': 9999999}");
        client.control("POST", "shipments", "{'order': 1}");
    }

    @Test
    void unit_by_unit_returns_add_up_to_the_line_and_never_exceed_it() {
        shippedByThrees(shipped(OrderKind.LINE_DISCOUNT_PERCENT));
        ShippedLine line = parcel().lines().get(0);
        long whole = minor(created(lines(line.id(), 1))
                .path("lines")
                .path(0)
                .path("shipmentLine")
                .path("lineValue"));
        long rest = minor(created(lines(line.id(), 2)).path("lines").path(0).path("lineValue"));
        long first = client.data("{returns(sort: id_ASC, limit: 1) {grandTotal {valueInCents}}}")
                .findPath("valueInCents")
                .asLong();

        assertThat(first + rest).isEqualTo(whole);
        assertThat(refusal(lines(line.id(), 1))).contains("0 remain");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "shipment: {id: 99}, lines: [{shipmentLine: {id: 1}, quantity: 1}] | Could not find shipment",
                "shipment: {id: 11}, lines: [{shipmentLine: {id: 1}, quantity: 1}] | Could not find shipment line",
                "shipment: {id: 11}, lines: [] | must have lines",
                "shipment: {id: 11}, lines: [{shipmentLine: {id: 101}, quantity: 0}] | 1 or greater",
                "shipment: {id: 11}, lines: [{shipmentLine: {id: 101}, quantity: 99}] | cannot be returned",
                "$, shippingCost: {fromShipment: true, value: {value: 1}} | Exactly one",
                "$, shippingCost: {} | Exactly one",
                "$, returnCost: {value: -1} | negative",
                "$, returnCost: {value: 999999} | worth less",
                "$, voucherValue: {value: {value: 1, currencyIsoCode: 'XXX'}} | currency",
                "$, createdAt: '2026-11-22T10:00:00Z' | future",
            })
    void a_return_that_makes_no_sense_is_refused_and_leaves_nothing(String input, String reason) {
        shipped(OrderKind.PLAIN);

        assertThat(refusal(input.replace("$", everything())
                        .replace("id: 101", "id: " + parcel().lines().get(0).id())))
                .contains(reason);
        assertThat(centra.state().returns()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{releaseItemsBackToWarehouse: true, removeItemsFromStock: true}",
                "{sendItemsToDifferentWarehouse: {id: 4711}}"
            })
    void the_stock_action_is_exactly_one_and_its_warehouse_is_known(String policy) {
        shipped(OrderKind.PLAIN);

        assertThat(mutation("createReturn(input: {" + everything() + ", returnStockActionPolicy: " + policy + "})")
                        .path("userErrors"))
                .hasSize(1);
    }

    @Test
    void goods_go_back_on_stock_elsewhere_or_nowhere() {
        shippedByThrees(shipped(OrderKind.PLAIN));
        client.control("PUT", "orders/1/warehouse", "{'warehouse': 'Leeds'}");
        int leeds = order().shipping().allocatedFrom().id();
        String one = lines(parcel().lines().get(0).id(), 1) + ", returnStockActionPolicy: ";

        JsonNode sent =
                mutation("createReturn(input: {" + one + "{sendItemsToDifferentWarehouse: {id: " + leeds + "}}})");
        JsonNode gone = mutation("createReturn(input: {" + one + "{removeItemsFromStock: true}})");

        assertThat(sent.findPath("returnWarehouse").path("name").asText()).isEqualTo("Leeds");
        assertThat(sent.findPath("returnedToStock").asBoolean()).isTrue();
        assertThat(gone.findPath("returnedToStock").asBoolean()).isFalse();
        assertThat(gone.findPath("returnWarehouse").isNull()).isTrue();
    }

    @Test
    void what_has_not_left_cannot_come_back() {
        centra.state().place(new TradeGenerator(3).day(DAY, 1, Mix.only(OrderKind.PLAIN), 1));
        client.control("POST", "shipments", "{'order': 1, 'complete': false}");

        assertThat(refusal(everything())).contains("not shipped");
    }

    @Test
    void a_return_is_completed_once_and_may_be_opened_again_and_deleted() {
        shipped(OrderKind.PLAIN);
        int id = created(everything()).path("id").asInt();

        assertThat(mutation("completeReturn(id: " + id + ", input: {sendEmail: true})")
                        .findPath("returnStatus")
                        .asText())
                .isEqualTo("COMPLETED");
        assertThat(error(mutation("completeReturn(id: " + id + ")"))).contains("already completed");
        assertThat(error(deleted(id))).contains("completed");
        assertThat(mutation("uncompleteReturn(id: " + id + ")")
                        .findPath("returnStatus")
                        .asText())
                .isEqualTo("PENDING");
        assertThat(error(mutation("uncompleteReturn(id: " + id + ")"))).contains("not completed");
        assertThat(deleted(id).path("userErrors")).isEmpty();
        assertThat(error(deleted(id))).contains("Could not find return");
        assertThat(client.data("{return(id: " + id + ") {id}}").path("return").isNull())
                .isTrue();
        assertThat(created(everything()).path("id").asInt()).isEqualTo(id + 1);
    }

    @Test
    void a_refund_is_paid_once_and_does_not_depend_on_completion() {
        shipped(OrderKind.PLAIN);
        JsonNode made = created(everything());
        int id = made.path("id").asInt();

        JsonNode refunded = client.data("mutation {refundReturn(id: " + id + ", input: {sendEmail: false})"
                        + " {return {returnStatus refundPaymentHistory {id}} paymentHistoryEntry {id}"
                        + " paymentHistoryEntries {id entryType status source value {value} order {number}"
                        + " return {id}} userErrors {message}}}")
                .path("refundReturn");

        JsonNode entry = refunded.path("paymentHistoryEntries").path(0);
        assertThat(entry.path("entryType").asText()).isEqualTo("REFUND");
        assertThat(entry.path("status").asText()).isEqualTo("SUCCESS");
        assertThat(entry.path("source").asText()).isEqualTo("Integration API");
        assertThat(entry.path("return").path("id").asInt()).isEqualTo(id);
        assertThat(entry.path("order").path("number").asInt()).isEqualTo(1);
        assertThat(minor(entry.path("value"))).isEqualTo(minor(made.path("grandTotal")));
        assertThat(refunded.path("return").path("returnStatus").asText()).isEqualTo("PENDING");
        assertThat(refunded.findPath("refundPaymentHistory").findPath("id"))
                .isEqualTo(refunded.path("paymentHistoryEntry").path("id"));
        assertThat(error(mutation("refundReturn(id: " + id + ")"))).contains("already refunded");
        assertThat(error(mutation("refundReturn(id: 5)"))).contains("Could not find return");
        assertThat(error(deleted(id))).contains("refunded");
    }

    @Test
    void a_refund_never_exceeds_what_was_captured() {
        shipped(OrderKind.PLAIN);
        client.control("POST", "orders/1/refund", "{'minor': 100, 'reason': 'goodwill'}");
        int id = created(everything() + ", shippingCost: {fromShipment: true}")
                .path("id")
                .asInt();

        assertThat(error(mutation("refundReturn(id: " + id + ")"))).contains("exceeds the captured amount");
        assertThat(order().trade().payments())
                .filteredOn(entry -> entry.type().isOfRefund())
                .hasSize(1);
    }

    @Test
    void returns_are_found_by_status_and_moment_in_pages_and_by_no_time_of_change() {
        shippedByThrees(shipped(OrderKind.PLAIN));
        int line = parcel().lines().get(0).id();
        int first = created(lines(line, 1)).path("id").asInt();
        clock.advance(Duration.ofMinutes(5));
        int second = created(lines(line, 1)).path("id").asInt();
        mutation("completeReturn(id: " + first + ")");

        assertThat(client.data("{returns(where: {status: COMPLETED}) {id}}").findValuesAsText("id"))
                .containsExactly(Integer.toString(first));
        assertThat(client.data("{returns(where: {createdAt: {from: '2026-11-21T09:04:00Z'},"
                                + " storeType: DIRECT_TO_CONSUMER}) {id}}")
                        .findValuesAsText("id"))
                .containsExactly(Integer.toString(second));
        int customer = requireNonNull(order().trade().parties().customer()).id();
        assertThat(client.data("{returns(where: {customerId: " + customer + ", id: [" + first + "]}) {id}}")
                        .path("returns"))
                .hasSize(1);
        assertThat(client.data("{returns(where: {customerId: [1]}) {id}}").path("returns"))
                .isEmpty();
        JsonNode page = client.data(
                "{returnConnection(first: 1, sort: createdAt_DESC) {totalCount pageInfo {hasNextPage} edges {node {id}}}}");
        assertThat(page.findPath("totalCount").asInt()).isEqualTo(2);
        assertThat(page.findPath("node").path("id").asInt()).isEqualTo(second);
        assertThat(client.data("{returns(limit: 1, page: 2) {id}}").findValuesAsText("id"))
                .containsExactly(Integer.toString(second));
        assertThat(client.query("{returns(limit: 201) {id}}")
                        .findPath("message")
                        .asText())
                .contains("1 - 200");
        assertThat(client.post("{returns {updatedAt}}").statusCode()).isEqualTo(400);

        client.control("PUT", "tenant", "{'returnUpdatedAt': true}");
        assertThat(client.data("{returns(where: {updatedAt: {from: '2026-11-21T09:04:00Z'}}, sort: updatedAt_ASC)"
                                + " {id updatedAt}}")
                        .path("returns"))
                .hasSize(2);
    }

    @Test
    void duplicated_rows_strike_returns_as_they_strike_orders() {
        shippedByThrees(shipped(OrderKind.PLAIN));
        created(lines(parcel().lines().get(0).id(), 1));
        created(lines(parcel().lines().get(0).id(), 1));
        centra.dataFaults().set("duplicateRows", 1000);

        assertThat(client.data("{returns {id}}").path("returns")).hasSize(3);
    }

    @Test
    void events_tell_of_returns_and_of_the_order_that_they_hang_on() {
        shippedByThrees(shipped(OrderKind.PLAIN));
        client.data("mutation {setEventListeners(input: [{objectType: Return}, {objectType: Order}])"
                + " {userErrors {message}}}");
        int id = created(lines(parcel().lines().get(0).id(), 1)).path("id").asInt();
        int gone = created(lines(parcel().lines().get(0).id(), 1)).path("id").asInt();
        mutation("completeReturn(id: " + id + ")");
        mutation("uncompleteReturn(id: " + id + ")");
        mutation("refundReturn(id: " + id + ")");
        deleted(gone);

        JsonNode events = client.data("{events {objectType changeType objectReference object {__typename"
                        + " ... on DirectToConsumerReturn {returnStatus}}}}")
                .path("events");

        assertThat(changes(events, "Return", id)).containsExactly("CREATED", "COMPLETED", "UPDATED", "UPDATED");
        assertThat(changes(events, "Return", gone)).containsExactly("CREATED", "DELETED");
        assertThat(changes(events, "Order", 1)).hasSize(6).containsOnly("DEPENDENT_DATA_CHANGED");
        assertThat(events.toString())
                .contains("{\"__typename\":\"DirectToConsumerReturn\",\"returnStatus\":\"PENDING\"}")
                .contains("\"changeType\":\"DELETED\",\"objectReference\":" + gone + ",\"object\":null");
    }

    private static List<String> changes(JsonNode events, String type, int reference) {
        List<String> changes = new ArrayList<>();
        events.forEach(event -> {
            if (event.path("objectType").asText().equals(type)
                    && event.path("objectReference").asInt() == reference) {
                changes.add(event.path("changeType").asText());
            }
        });
        return changes;
    }

    @Test
    void returns_have_permissions_of_their_own() {
        shipped(OrderKind.PLAIN);
        created(everything() + ", comment: 'Private'");
        client.control("PUT", "tokens/order", "{'permissions': ['Order:read']}");
        client.control("PUT", "tokens/return", "{'permissions': ['Return:read']}");

        client.as("order");
        assertThat(message("{returns {id}}")).contains("Return:read");
        assertThat(message("{returnConnection {totalCount}}")).contains("Return:read");
        client.as("return");
        assertThat(message("{returns {comment}}")).contains("Return.comment:read");
        assertThat(message("{returns {refundPaymentHistory {id}}}")).contains("PaymentHistory:read");
        for (String mutation : List.of("complete", "uncomplete", "delete", "refund")) {
            assertThat(message("mutation {" + mutation + "Return(id: 70001) {userErrors {message}}}"))
                    .contains("Return:write");
        }
        assertThat(message(
                        "mutation {createReturn(input: {" + everything() + ", " + BACK + "}) {userErrors {message}}}"))
                .contains("Return:write");
        assertThat(centra.state().returns()).hasSize(1);
    }

    @Test
    void amounts_are_exact_in_variables_as_well() {
        shipped(OrderKind.PLAIN);
        ObjectNode variables = Json.object();
        variables.putObject("fee").put("value", new BigDecimal("4.35"));

        JsonNode answer = client.query(
                "mutation m($fee: MonetaryValueInput) {createReturn(input: {" + everything() + ", " + BACK
                        + ", returnCost: $fee}) {return {totals {returnCost {value}}}}}",
                variables);

        assertThat(answer.findPath("value").decimalValue()).isEqualByComparingTo("4.35");
    }

    @Test
    void an_external_id_belongs_to_one_return() {
        shippedByThrees(shipped(OrderKind.PLAIN));
        String one = lines(parcel().lines().get(0).id(), 1) + ", externalId: 'SR-1'";

        assertThat(created(one).path("externalId").asText()).isEqualTo("SR-1");
        assertThat(refusal(one)).contains("already used");
    }

    private String message(String query) {
        return client.query(query).path("errors").path(0).path("message").asText();
    }

    private Shipment parcel() {
        return order().shipping().shipments().get(0);
    }

    private String everything() {
        return "shipment: {id: 11}, lines: "
                + parcel().lines().stream()
                        .map(line -> "{shipmentLine: {id: " + line.id() + "}, quantity: " + line.quantity() + "}")
                        .toList();
    }

    private static String lines(int id, int quantity) {
        return "shipment: {id: 11}, lines: [{shipmentLine: {id: " + id + "}, quantity: " + quantity + "}]";
    }

    private JsonNode created(String input) {
        JsonNode done = mutation("createReturn(input: {" + input + ", " + BACK + "})");
        assertThat(done.path("userErrors")).as(done.toString()).isEmpty();
        return done.path("return");
    }

    private String refusal(String input) {
        JsonNode done = mutation("createReturn(input: {" + input + ", " + BACK + "})");
        assertThat(done.path("return").isNull()).isTrue();
        return error(done);
    }

    private JsonNode mutation(String call) {
        return client.data("mutation {done: " + call + " " + FIELDS + "}").path("done");
    }

    private JsonNode deleted(int id) {
        return client.data("mutation {done: deleteReturn(id: " + id + ") {userErrors {message}}}")
                .path("done");
    }

    private static String error(JsonNode result) {
        return result.path("userErrors").path(0).path("message").asText();
    }

    private static long minor(JsonNode amount) {
        return amount.path("value").decimalValue().movePointRight(2).longValueExact();
    }
}
