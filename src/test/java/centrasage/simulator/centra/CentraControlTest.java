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

/** What the staff of the shop does to orders, and what the auditor sees of them. */
final class CentraControlTest {
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
    void a_locked_order_cannot_be_edited_by_staff_unless_forced() {
        place(OrderKind.PLAIN, 1);
        client.data(
                "mutation {setOrdersLock(input: {orders: [{number: 1}], isLocked: true}) {orders {isLocked} userErrors {message}}}");

        assertThat(client.send("POST", "/control/orders/1/edit", "{\"onHold\": true}")
                        .statusCode())
                .isEqualTo(409);
        assertThat(client.control("POST", "orders/1/edit", "{'onHold': true, 'force': true}")
                        .path("facts")
                        .path("blockedBy")
                        .toString())
                .isEqualTo("[\"ON_HOLD\"]");
    }

    @Test
    void an_edit_moves_the_total_the_address_and_the_time_of_change() {
        place(OrderKind.PLAIN, 1);
        JsonNode before = client.control("GET", "orders/1", "");
        int line = before.path("order")
                .path("basket")
                .path("lines")
                .path(0)
                .path("id")
                .asInt();

        JsonNode after = client.control(
                "POST",
                "orders/1/edit",
                "{'shippingAddress': {'city': 'Þórshöfn'}, 'lines': [{'id': " + line + ", 'quantity': 9}]}");

        assertThat(after.path("facts").path("grandTotalMinor").asLong())
                .isGreaterThan(before.path("facts").path("grandTotalMinor").asLong());
        assertThat(after.findPath("shipping").path("city").asText()).isEqualTo("Þórshöfn");
        assertThat(after.path("updatedAt").asText()).isEqualTo("2026-11-21T09:00:00Z");
    }

    @Test
    void cancelled_units_leave_the_quantity_and_a_fully_cancelled_line_the_answer() {
        place(OrderKind.PLAIN, 1);
        JsonNode line = client.control("GET", "orders/1", "")
                .path("order")
                .path("basket")
                .path("lines")
                .path(0);
        int lines = client.data("{orders {lines {id}}}").findPath("lines").size();

        client.control(
                "POST",
                "orders/1/edit",
                "{'lines': [{'id': " + line.path("id") + ", 'cancel': " + line.path("quantity") + "}]}");

        assertThat(client.data("{orders {lines {id}}}").findPath("lines")).hasSize(lines - 1);
        assertThat(client.data("{orders {lines(includeFullyCancelled: true) {id}}}")
                        .findPath("lines"))
                .hasSize(lines);
    }

    @Test
    void a_dumped_order_can_be_put_back_as_it_was() {
        centra.trade(DAY, 300);
        JsonNode dump = client.control("GET", "orders", "");
        centra.state().clear();

        dump.forEach(order ->
                client.send("POST", "/control/orders", order.path("order").toString()));

        assertThat(client.control("GET", "orders", "")).isEqualTo(dump);
    }

    @Test
    void a_late_update_is_stamped_before_the_watermark() {
        place(OrderKind.PLAIN, 1);
        client.control("PUT", "data-faults", "{'lateUpdate': 1000, 'lateUpdateSeconds': 3600}");

        client.control("POST", "orders/1/edit", "{'onHold': true}");

        assertThat(client.control("GET", "orders/1", "").path("updatedAt").asText())
                .isEqualTo("2026-11-21T08:00:00Z");
        assertThat(client.control("GET", "data-faults", "")
                        .path("counts")
                        .path("lateUpdate")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void the_facts_agree_with_the_kind_an_order_was_dealt_as() {
        centra.trade(DAY, 1000);

        client.control("GET", "orders?whole=false", "").forEach(order -> {
            JsonNode facts = order.path("facts");
            switch (order.path("treatment").asText()) {
                case "LEDGER" ->
                    assertThat(facts.path("ledger").asBoolean())
                            .as(order.toString())
                            .isTrue();
                case "BLOCKED" ->
                    assertThat(facts.path("blockedBy")).as(order.toString()).isNotEmpty();
                default ->
                    assertThat(facts.path("special")).as(order.toString()).isNotEmpty();
            }
        });
    }

    private void place(OrderKind kind, int orders) {
        centra.state().place(new TradeGenerator(1).day(DAY, orders, Mix.only(kind), 1));
    }
}
