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

/** What the warehouse of the shop does, through the control API. */
final class CentraWarehouseTest {
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
    void ships_an_order_and_amends_its_tracking_afterwards() {
        place(OrderKind.PLAIN, 1);

        JsonNode shipped = client.control(
                "POST",
                "shipments",
                "{'order': 1, 'carrier': 'DHL', 'tracking': 'T1', 'warehouse': 'Leeds', 'shippedAt': '2026-11-20T08:00:00Z'}");
        client.control("PUT", "shipments/" + shipped.path("id").asInt(), "{'tracking': 'T2'}");

        JsonNode row = client.control("GET", "shipments", "").path(0);
        assertThat(row.path("shipped").asBoolean()).isTrue();
        assertThat(row.path("shippedAt").asText()).isEqualTo("2026-11-20T08:00:00Z");
        assertThat(row.path("tracking").asText()).isEqualTo("T2");
        assertThat(row.path("carrier").asText()).isEqualTo("DHL");
        assertThat(row.path("orderStatus").asText()).isEqualTo("SHIPPED");
        assertThat(row.findValuesAsText("warehouse")).containsOnly("Leeds");
    }

    @Test
    void goods_whose_money_was_refused_stay_until_somebody_takes_it() {
        place(OrderKind.PLAIN, 1);
        client.control("POST", "captures", "{'order': 1}");

        JsonNode waiting = client.control("POST", "shipments", "{'order': 1}");
        assertThat(waiting.path("shipped").asBoolean()).isFalse();

        JsonNode left =
                client.control("PUT", "shipments/" + waiting.path("id").asInt(), "{'capture': true, 'complete': true}");
        assertThat(left.path("shipped").asBoolean()).isTrue();
    }

    @Test
    void a_day_is_shipped_the_same_way_for_the_same_seed() {
        centra.trade(DAY, 200);

        JsonNode counts = client.control("POST", "shipments/all", "{'split': 30, 'part': 10, 'seed': 4}");
        String first = client.control("GET", "shipments", "").toString();

        assertThat(counts.path("orders").asInt()).isGreaterThan(100);
        assertThat(counts.path("split").asInt()).isPositive();
        assertThat(counts.path("part").asInt()).isPositive();
        assertThat(counts.path("shipments").asInt())
                .isEqualTo(counts.path("orders").asInt() + counts.path("split").asInt());
        assertThat(data("{orderConnection(where: {status: PROCESSING}) {totalCount}}"))
                .isEqualTo(counts.path("unpaid").asInt());
        client.control("POST", "reset", "");
        centra.trade(DAY, 200);
        client.control("POST", "shipments/all", "{'split': 30, 'part': 10, 'seed': 4}");
        assertThat(client.control("GET", "shipments", "").toString()).isEqualTo(first);
    }

    @Test
    void what_is_left_of_an_order_in_part_is_worth_its_discounts() {
        centra.trade(DAY, 400);
        assertThat(client.control("POST", "shipments/all", "{'split': 0, 'part': 100, 'seed': 4}")
                        .path("part")
                        .asInt())
                .isGreaterThan(50);
        client.control("GET", "orders", "")
                .forEach(order -> assertThat(order.at("/facts/grandTotalMinor").asLong())
                        .as("%s", order.path("number"))
                        .isNotNegative());
    }

    @Test
    void a_share_of_the_day_leaves_the_rest_waiting() {
        place(OrderKind.PLAIN, 40);

        int orders = client.control("POST", "shipments/all", "{'share': 50, 'split': 0, 'part': 0}")
                .path("orders")
                .asInt();

        assertThat(orders).isBetween(10, 30);
        assertThat(data("{orderConnection(where: {status: CONFIRMED}) {totalCount}}"))
                .isEqualTo(40 - orders);
    }

    @Test
    void another_warehouse_can_keep_the_goods_of_an_order() {
        place(OrderKind.PLAIN, 1);

        client.control("PUT", "orders/1/warehouse", "{'warehouse': 'Sage store'}");

        assertThat(client.data("{orders {lines {allocations {quantity warehouse {name}}}}}")
                        .findPath("warehouse")
                        .path("name")
                        .asText())
                .isEqualTo("Sage store");
        assertThat(client.control("POST", "shipments", "{'order': 1}")
                        .findPath("warehouse")
                        .asText())
                .isEqualTo("Sage store");
    }

    @Test
    void units_that_are_in_a_shipment_can_no_longer_be_cancelled() {
        place(OrderKind.PLAIN, 1);
        client.control("POST", "shipments", "{'order': 1}");
        int line = client.control("GET", "shipments", "").findPath("line").asInt();

        assertThat(client.send("POST", "/control/orders/1/edit", "{\"lines\": [{\"id\": " + line + ", \"cancel\": 1}]}")
                        .statusCode())
                .isEqualTo(400);
    }

    private int data(String query) {
        return client.data(query).findPath("totalCount").asInt();
    }

    private void place(OrderKind kind, int orders) {
        centra.state().place(new TradeGenerator(1).day(DAY, orders, Mix.only(kind), 1));
    }
}
