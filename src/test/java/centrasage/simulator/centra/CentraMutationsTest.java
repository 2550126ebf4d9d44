package centrasage.simulator.centra;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.simulator.trade.Mix;
import centrasage.simulator.trade.OrderKind;
import centrasage.simulator.trade.TradeGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an integration writes to orders. */
final class CentraMutationsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private CentraSimulator centra;
    private CentraClient client;

    @BeforeEach
    void start() throws IOException {
        centra = CentraSimulator.start(CentraOptions.of(0, 7).withClock(new TestClock("2026-11-21T09:00:00.500Z")));
        client = new CentraClient(centra.baseUrl());
    }

    @AfterEach
    void stop() {
        centra.close();
    }

    @Test
    void an_external_id_belongs_to_one_order_of_one_integration() {
        place(OrderKind.PLAIN, 2);
        client.control("PUT", "tokens/other", "{'integration': 'warehouse'}");

        assertThat(client.data(externalId(1, "SO-1")).findPath("userErrors")).isEmpty();
        assertThat(client.data(externalId(2, "SO-1"))
                        .findPath("userErrors")
                        .path(0)
                        .path("message")
                        .asText())
                .isEqualTo("External ID is already used by order 1");

        assertThat(client.data("{orders(where: {externalId: 'SO-1'}) {number externalId}}")
                        .path("orders"))
                .hasSize(1);
        assertThat(client.as("other")
                        .data("{orders(where: {externalId: 'SO-1'}) {number}}")
                        .path("orders"))
                .isEmpty();
    }

    @Test
    void attributes_are_assigned_to_the_order_of_that_number() {
        place(OrderKind.PLAIN, 1);

        client.data("mutation {assignAttributes(input: {objectType: Order, objectId: 1, dynamicAttributes:"
                + " [{attributeTypeName: 'sage', attributeElementKey: 'order_number', attributeElementValue: '0000012'}]})"
                + " {userErrors {message}}}");

        assertThat(client.data(
                                "{orders {attributes {type {name} elements {key ... on AttributeStringElement {value}}}}}")
                        .path("orders")
                        .path(0)
                        .path("attributes")
                        .toString())
                .isEqualTo("[{\"type\":{\"name\":\"sage\"},"
                        + "\"elements\":[{\"key\":\"order_number\",\"value\":\"0000012\"}]}]");
    }

    @Test
    void an_attribute_that_was_never_set_up_is_a_user_error() {
        place(OrderKind.PLAIN, 1);

        JsonNode data =
                client.data("mutation {assignAttributes(input: {objectType: Order, objectId: 1, dynamicAttributes:"
                        + " [{attributeTypeName: 'erp', attributeElementKey: 'x', attributeElementValue: 'y'}]})"
                        + " {object {__typename} userErrors {message path}}}");

        assertThat(data.findPath("userErrors").path(0).path("message").asText())
                .isEqualTo("Could not find attribute element erp.x");
        assertThat(data.findPath("object").isNull()).isTrue();
    }

    @Test
    void pending_orders_are_confirmed_once_and_cancelled_ones_never_again() {
        centra.state().place(new TradeGenerator(1).day(DAY, 1, Mix.only(OrderKind.PENDING), 1));
        String confirm = "mutation {confirmOrder(input: {order: {number: 1}}) {order {status} userErrors {message}}}";
        String id =
                client.data("{orders {id}}").path("orders").path(0).path("id").asText();
        String cancel = "mutation {cancelDirectToConsumerOrder(id: '" + id + "', input: {cancelAuthorization: true})"
                + " {order {status} userErrors {message}}}";

        assertThat(client.data(confirm).findPath("status").asText()).isEqualTo("CONFIRMED");
        assertThat(client.data(confirm).findPath("userErrors")).hasSize(1);
        assertThat(client.data(cancel).findPath("status").asText()).isEqualTo("CANCELLED");
        assertThat(client.data(cancel).findPath("userErrors")).hasSize(1);
    }

    private static String externalId(int number, String id) {
        return "mutation {updateDirectToConsumerOrder(order: {number: " + number + "}, input: {externalId: '" + id
                + "'}) {order {number} userErrors {message}}}";
    }

    private void place(OrderKind kind, int orders) {
        centra.state().place(new TradeGenerator(1).day(DAY, orders, Mix.only(kind), 1));
    }
}
