package centrasage.simulator.centra;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.simulator.http.Json;
import centrasage.simulator.trade.Mix;
import centrasage.simulator.trade.OrderKind;
import centrasage.simulator.trade.TradeGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What lies in the warehouses, who sets it, and what orders take of it. */
final class CentraStockTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private CentraSimulator centra;
    private CentraClient client;

    @BeforeEach
    void start() throws IOException {
        centra = CentraSimulator.start(CentraOptions.of(0, 7).withClock(new TestClock("2026-11-21T09:00:00.500Z")));
        client = new CentraClient(centra.baseUrl());
        client.control("POST", "sizes", "{'skus': ['X', 'Y']}");
    }

    @AfterEach
    void stop() {
        centra.close();
    }

    @Test
    void stock_that_was_set_is_read_back() {
        JsonNode done =
                set("PHYSICAL", "{productSize: {SKU: 'X'}, quantity: 5}, {productSize: {SKU: 'Y'}, quantity: 0}");

        assertThat(done.path("stockChanges")).hasSize(1);
        assertThat(done.path("userErrors")).isEmpty();
        assertThat(done.path("userWarnings")).isEmpty();
        assertThat(client.data(
                                "{warehouses {id name status stockMaster stock {warehouse {name} productSize {SKU isActive}"
                                        + " physicalQuantity freeToAllocateQuantity allocatedQuantity}}}")
                        .path("warehouses")
                        .toString()
                        .replace('"', '\''))
                .isEqualTo("[{'id':1,'name':'Main','status':'ACTIVE','stockMaster':'EXTERNAL','stock':["
                        + "{'warehouse':{'name':'Main'},'productSize':{'SKU':'X','isActive':true},"
                        + "'physicalQuantity':5,'freeToAllocateQuantity':5,'allocatedQuantity':0},"
                        + "{'warehouse':{'name':'Main'},'productSize':{'SKU':'Y','isActive':true},"
                        + "'physicalQuantity':0,'freeToAllocateQuantity':0,'allocatedQuantity':0}]}]");
        assertThat(client.data("{productSizes(where: {SKU: {equals: 'X'}}) {stock {physicalQuantity}}}")
                        .findPath("physicalQuantity")
                        .asInt())
                .isEqualTo(5);
    }

    @Test
    void what_is_free_is_set_on_top_of_what_orders_keep() {
        count("X", 3);
        buy("X", 1, 2);

        set("FREE_TO_ALLOCATE", "{productSize: {SKU: 'X'}, quantity: 7}");

        assertThat(level("X")).isEqualTo("9 2 7");
        client.control("PUT", "tenant", "{'freeToAllocateTaken': false}");
        assertThat(errors(set("FREE_TO_ALLOCATE", "{productSize: {SKU: 'X'}, quantity: 1}")))
                .hasSize(1);
        assertThat(level("X")).isEqualTo("9 2 7");
    }

    @Test
    void fewer_than_orders_keep_become_as_many_or_an_error() {
        count("X", 3);
        buy("X", 1, 3);

        assertThat(set("PHYSICAL", "{productSize: {SKU: 'X'}, quantity: 1}").path("stockChanges"))
                .hasSize(1);
        assertThat(level("X")).isEqualTo("3 3 0");

        client.control("PUT", "tenant", "{'stockBelowAllocated': 'ERROR'}");
        JsonNode refused =
                set("PHYSICAL", "{productSize: {SKU: 'Y'}, quantity: 8}, {productSize: {SKU: 'X'}, quantity: 1}");
        assertThat(errors(refused)).containsExactly("Quantity 1 is less than the allocated quantity 3");
        assertThat(refused.path("userErrors").path(0).path("path").toString())
                .isEqualTo("[\"input\",\"productSizes\",\"1\",\"quantity\"]");
        assertThat(level("Y")).isEmpty();
    }

    @Test
    void an_unknown_sku_is_passed_over_or_spoils_everything() {
        String rows = "{productSize: {SKU: 'Z'}, quantity: 1}, {productSize: {SKU: 'X'}, quantity: 4}";

        JsonNode skipped = set("PHYSICAL", rows);
        assertThat(skipped.path("userWarnings").findValuesAsText("message"))
                .containsExactly("Could not find product size with SKU Z");
        assertThat(level("X")).isEqualTo("4 0 4");

        count("X", 0);
        client.control("PUT", "tenant", "{'unknownSku': 'ERROR'}");
        assertThat(errors(set("PHYSICAL", rows))).containsExactly("Could not find product size with SKU Z");
        assertThat(level("X")).isEqualTo("0 0 0");
    }

    @Test
    void a_size_that_was_removed_is_unknown() {
        client.control("DELETE", "sizes/X", "");

        assertThat(set("PHYSICAL", "{productSize: {SKU: 'X'}, quantity: 1}").path("userWarnings"))
                .hasSize(1);
        assertThat(client.data("{productSizeConnection(where: {SKU: {equals: 'X'}}) {totalCount}}")
                        .findPath("totalCount")
                        .asInt())
                .isZero();
    }

    @Test
    void a_negative_quantity_a_second_name_and_an_unknown_warehouse_change_nothing() {
        assertThat(errors(set("PHYSICAL", "{productSize: {SKU: 'X'}, quantity: -1}")))
                .containsExactly("Quantity must be 0 or greater");
        assertThat(errors(set("PHYSICAL", "{productSize: {SKU: 'Z'}, quantity: -1}")))
                .containsExactly("Quantity must be 0 or greater");
        assertThat(errors(set("PHYSICAL", "{productSize: {SKU: 'X', id: 1}, quantity: 1}")))
                .hasSize(1);
        assertThat(errors(set(9, "PHYSICAL", "{productSize: {SKU: 'X'}, quantity: 1}")))
                .containsExactly("Could not find warehouse with ID 9");
        assertThat(level("X")).isEmpty();
    }

    @Test
    void more_sizes_at_once_than_the_tenant_takes_are_refused() {
        client.control("PUT", "tenant", "{'stockBatchMax': 1}");

        assertThat(errors(set(
                        "PHYSICAL", "{productSize: {SKU: 'X'}, quantity: 1}, {productSize: {SKU: 'Y'}, quantity: 1}")))
                .hasSize(1);
        assertThat(level("X")).isEmpty();
        assertThat(set("PHYSICAL", "{productSize: {any: 'X'}, quantity: 1}").path("stockChanges"))
                .hasSize(1);
    }

    @Test
    void an_order_keeps_stock_until_it_is_shipped() {
        count("X", 10);

        int number = buy("X", 3, 1).path("numbers").path(0).asInt();
        assertThat(level("X")).isEqualTo("10 3 7");

        int shipment = client.control("POST", "shipments", "{'order': " + number + ", 'complete': false}")
                .path("id")
                .asInt();
        assertThat(level("X")).isEqualTo("10 3 7");

        client.control("PUT", "shipments/" + shipment, "{'complete': true}");
        assertThat(level("X")).isEqualTo("7 0 7");
    }

    @Test
    void what_is_cancelled_is_free_again() {
        count("X", 10);
        JsonNode numbers = buy("X", 2, 2).path("numbers");
        JsonNode order = client.control("GET", "orders/" + numbers.path(0).asInt(), "");
        int line = order.at("/order/basket/lines/0/id").asInt();

        client.control(
                "POST",
                "orders/" + numbers.path(0).asInt() + "/edit",
                "{'lines': [{'id': " + line + ", 'cancel': 1}]}");
        assertThat(level("X")).isEqualTo("10 3 7");

        client.control("POST", "orders/" + numbers.path(1).asInt() + "/edit", "{'status': 'CANCELLED'}");
        assertThat(level("X")).isEqualTo("10 1 9");

        client.control("DELETE", "orders/" + numbers.path(0).asInt(), "");
        assertThat(level("X")).isEqualTo("10 0 10");
    }

    @Test
    void goods_that_come_back_are_on_stock_where_they_were_put() {
        count("X", 10);
        int number = buy("X", 3, 1).path("numbers").path(0).asInt();
        int shipment = client.control("POST", "shipments", "{'order': " + number + "}")
                .path("id")
                .asInt();
        int line = client.data("{shipments {lines {id}}}")
                .findPath("lines")
                .path(0)
                .path("id")
                .asInt();

        comesBack(shipment, line, "removeItemsFromStock");
        assertThat(level("X")).isEqualTo("7 0 7");
        int kept = comesBack(shipment, line, "releaseItemsBackToWarehouse");
        assertThat(level("X")).isEqualTo("8 0 8");
        client.data("mutation {deleteReturn(id: " + kept + ") {userErrors {message}}}");
        assertThat(level("X")).isEqualTo("7 0 7");
    }

    @Test
    void another_warehouse_that_keeps_an_order_has_its_own_stock() {
        count("X", 10);
        client.control("PUT", "stock", "{'warehouse': 'Leeds', 'sku': 'X', 'physical': 4}");
        int number = buy("X", 1, 1).path("numbers").path(0).asInt();

        client.control("PUT", "orders/" + number + "/warehouse", "{'warehouse': 'Leeds'}");
        assertThat(level("X")).isEqualTo("10 0 10");
        assertThat(client.control("GET", "stock?warehouse=Leeds", "").toString())
                .isEqualTo("[{\"sku\":\"X\",\"physical\":4,\"allocated\":1,\"free\":3}]");
        assertThat(client.control("POST", "buy", "{'sku': 'X', 'orders': 9, 'warehouse': 'Leeds'}")
                        .path("placed")
                        .asInt())
                .isEqualTo(3);

        client.control("POST", "shipments", "{'order': " + number + "}");
        assertThat(client.control("GET", "stock?warehouse=Leeds", "")
                        .path(0)
                        .path("physical")
                        .asInt())
                .isEqualTo(3);
        assertThat(client.data(
                                "{warehouses(where: {name: {equals: 'Leeds'}}) {stock(where: {physicalQuantity: {to: 3}})"
                                        + " {freeToAllocateQuantity}}}")
                        .findPath("freeToAllocateQuantity")
                        .asInt())
                .isZero();
    }

    @Test
    void shoppers_buy_until_nothing_is_free() {
        count("X", 5);

        JsonNode bought = buy("X", 2, 4);

        assertThat(bought.path("placed").asInt()).isEqualTo(2);
        assertThat(bought.path("refused").asInt()).isEqualTo(2);
        assertThat(level("X")).isEqualTo("5 4 1");
        assertThat(buy("Y", 1, 1).path("refused").asInt()).isEqualTo(1);
        JsonNode order = client.data("{orders {number status lines {quantity productSize {SKU}} grandTotal {value}"
                        + " paymentHistory {entryType status value {value}}}}")
                .path("orders")
                .path(0);
        assertThat(order.path("number").asInt())
                .isEqualTo(bought.path("numbers").path(0).asInt());
        assertThat(order.path("status").asText()).isEqualTo("CONFIRMED");
        assertThat(order.path("lines")).hasSize(1);
        assertThat(order.at("/lines/0/productSize/SKU").asText()).isEqualTo("X");
        assertThat(order.at("/lines/0/quantity").asInt()).isEqualTo(2);
        assertThat(order.at("/paymentHistory/0/value/value").decimalValue())
                .isEqualByComparingTo(order.at("/grandTotal/value").decimalValue());
    }

    @Test
    void what_was_sold_and_is_not_there_shows() {
        count("X", 5);
        buy("X", 1, 4);
        assertThat(client.control("GET", "stock/oversold", "").toString()).isEqualTo("{\"now\":[],\"highest\":[]}");

        count("X", 1);
        assertThat(client.control("GET", "stock/oversold", "").path("now").toString())
                .isEqualTo("[{\"warehouse\":\"Main\",\"sku\":\"X\",\"units\":3}]");
        assertThat(level("X")).isEqualTo("1 4 -3");

        count("X", 4);
        assertThat(client.control("GET", "stock/oversold", "").path("now")).isEmpty();
    }

    @Test
    void the_worst_moment_is_that_of_an_order() {
        TradeGenerator trade = new TradeGenerator(1);
        String sku = trade.day(DAY, 1, Mix.only(OrderKind.PLAIN), 1)
                .get(0)
                .basket()
                .lines()
                .get(0)
                .article()
                .sku();
        centra.state().place(trade.day(DAY, 1, Mix.only(OrderKind.PLAIN), 1));
        assertThat(client.control("GET", "stock/oversold", "").path("now")).isEmpty();
        count(sku, 0);

        centra.state().place(trade.day(DAY, 1, Mix.only(OrderKind.PLAIN), 2));
        int worst =
                client.control("GET", "stock/oversold", "").at("/now/0/units").asInt();
        client.control("DELETE", "orders/2", "");

        JsonNode oversold = client.control("GET", "stock/oversold", "");
        assertThat(worst).isGreaterThanOrEqualTo(2);
        assertThat(oversold.at("/highest/0/units").asInt()).isEqualTo(worst);
        assertThat(oversold.at("/now/0/units").asInt()).isEqualTo(worst / 2);
    }

    @Test
    void every_row_that_was_set_is_remembered_until_the_reset() {
        count("X", 3);
        buy("X", 1, 2);
        set("PHYSICAL", "{productSize: {SKU: 'X'}, quantity: 1}, {productSize: {SKU: 'Y'}, quantity: 6}");

        assertThat(client.control("GET", "stock/history", "").toString().replace('"', '\''))
                .isEqualTo("[{'at':'2026-11-21T09:00:00Z','warehouse':'Main','sku':'X','quantity':1,'type':'PHYSICAL',"
                        + "'physicalAfter':2,'freeAfter':0},"
                        + "{'at':'2026-11-21T09:00:00Z','warehouse':'Main','sku':'Y','quantity':6,'type':'PHYSICAL',"
                        + "'physicalAfter':6,'freeAfter':6}]");

        client.control("POST", "reset", "");
        assertThat(client.control("GET", "stock/history", "")).isEmpty();
        assertThat(client.control("GET", "stock", "")).isEmpty();
        assertThat(set("PHYSICAL", "{productSize: {SKU: 'X'}, quantity: 1}").path("userWarnings"))
                .hasSize(1);
    }

    @Test
    void without_the_permission_nobody_reads_or_sets_stock() {
        client.control("PUT", "tokens/poor", "{'permissions': ['Warehouse:read', 'ProductSize:read']}");
        CentraClient poor = new CentraClient(centra.baseUrl()).as("poor");

        assertThat(poor.query(mutation(1, "PHYSICAL", "{productSize: {SKU: 'X'}, quantity: 1}"))
                        .at("/errors/0/message")
                        .asText())
                .isEqualTo("You need StockChange:write permission to access setStock.");
        assertThat(poor.query("{warehouses {stock {freeToAllocateQuantity}}}")
                        .at("/errors/0/message")
                        .asText())
                .isEqualTo("You need Warehouse.stock:read permission to access stock.");
        assertThat(poor.query("{productSizes {stock {freeToAllocateQuantity}}}")
                        .at("/errors/0/message")
                        .asText())
                .isEqualTo("You need ProductSize.stock:read permission to access stock.");
        assertThat(level("X")).isEmpty();
    }

    @Test
    void the_stock_of_two_hundred_sizes_is_one_page() {
        client.control("POST", "sizes", "{'count': 500, 'prefix': 'B-'}");
        List<Integer> ids = new ArrayList<>();
        Set<String> skus = new HashSet<>();
        String after = "";
        do {
            JsonNode page = client.data("{productSizeConnection(first: 200" + after
                            + ") {pageInfo {hasNextPage endCursor}" + " edges {node {id SKU}}}}")
                    .path("productSizeConnection");
            for (JsonNode edge : page.path("edges")) {
                skus.add(edge.at("/node/SKU").asText());
                if (edge.at("/node/SKU").asText().startsWith("B-")) {
                    ids.add(edge.at("/node/id").asInt());
                }
            }
            after = page.at("/pageInfo/hasNextPage").asBoolean()
                    ? ", after: '" + page.at("/pageInfo/endCursor").asText() + "'"
                    : "";
        } while (!after.isEmpty());
        assertThat(ids).hasSize(500).isSorted();
        assertThat(skus)
                .contains("X", "Y")
                .hasSize(502 + new TradeGenerator(7).catalogue().size());

        StringBuilder rows = new StringBuilder();
        ids.forEach(id -> rows.append("{productSize: {id: ").append(id).append("}, quantity: 2} "));
        assertThat(set("PHYSICAL", rows.toString()).path("stockChanges")).hasSize(1);

        ObjectNode variables = Json.object();
        variables.set("ids", Json.mapper().valueToTree(ids.subList(100, 300)));
        JsonNode stock = client.query(
                        "query ($ids: [Int!]) {warehouses(where: {id: [1]}) {stock(where: {productSizeId: $ids}, limit: 200)"
                                + " {productSize {id} freeToAllocateQuantity}}}",
                        variables)
                .findPath("stock");
        assertThat(stock.findValues("id").stream().map(JsonNode::asInt)).isEqualTo(ids.subList(100, 300));
        assertThat(client.data("{warehouses {stock(limit: 200, page: 3) {productSize {id}}}}")
                        .findPath("stock"))
                .hasSize(100);
        assertThat(client.query("{warehouses {stock(limit: 201) {productSize {id}}}}")
                        .at("/errors/0/message")
                        .asText())
                .isEqualTo("Limit must be in range 1 - 200");
    }

    @Test
    void many_sizes_are_one_mutation_and_what_is_free_costs_nothing_to_read() {
        set("PHYSICAL", "{productSize: {SKU: 'X'}, quantity: 1}, {productSize: {SKU: 'Y'}, quantity: 1}");

        client.data("{rateLimits {type usedQuota}}").path("rateLimits").forEach(limit -> {
            if (limit.path("type").asText().equals("MUTATION_COUNT")) {
                assertThat(limit.path("usedQuota").asInt()).isEqualTo(1);
            }
        });
        int free = complexity("freeToAllocateQuantity");
        assertThat(complexity("freeToAllocateQuantity physicalQuantity") - free).isEqualTo(1000);
        assertThat(complexity("freeToAllocateQuantity physicalQuantity allocatedQuantity") - free)
                .isEqualTo(2000);
    }

    private int complexity(String fields) {
        return client.query("{warehouses(limit: 1) {stock(limit: 200) {" + fields + "}}}")
                .at("/extensions/complexity")
                .asInt();
    }

    /** The id of the return of one unit. */
    private int comesBack(int shipment, int line, String policy) {
        JsonNode made = client.data("mutation {createReturn(input: {shipment: {id: " + shipment
                + "}, lines: [{shipmentLine: {id: " + line + "}, quantity: 1}], returnStockActionPolicy: {" + policy
                + ": true}}) {return {id} userErrors {message}}}");
        assertThat(made.findPath("userErrors")).isEmpty();
        return made.findPath("return").path("id").asInt();
    }

    private void count(String sku, int physical) {
        client.control("PUT", "stock", "{'sku': '" + sku + "', 'physical': " + physical + "}");
    }

    private JsonNode buy(String sku, int quantity, int orders) {
        return client.control(
                "POST", "buy", "{'sku': '" + sku + "', 'quantity': " + quantity + ", 'orders': " + orders + "}");
    }

    /** Physical, allocated and free units in the main warehouse; empty where there is no stock of it at all. */
    private String level(String sku) {
        for (JsonNode row : client.control("GET", "stock?warehouse=Main", "")) {
            if (row.path("sku").asText().equals(sku)) {
                return row.path("physical").asInt() + " "
                        + row.path("allocated").asInt() + " " + row.path("free").asInt();
            }
        }
        return "";
    }

    private JsonNode set(String type, String rows) {
        return set(1, type, rows);
    }

    private JsonNode set(int warehouse, String type, String rows) {
        return client.data(mutation(warehouse, type, rows)).path("setStock");
    }

    private static String mutation(int warehouse, String type, String rows) {
        return "mutation {setStock(input: {warehouse: {id: " + warehouse + "}, description: 'test', stockQuantityType: "
                + type + ", productSizes: [" + rows
                + "]}) {stockChanges {id} userErrors {message path} userWarnings {message path}}}";
    }

    private static List<String> errors(JsonNode done) {
        assertThat(done.path("stockChanges")).isEmpty();
        return done.path("userErrors").findValuesAsText("message");
    }
}
