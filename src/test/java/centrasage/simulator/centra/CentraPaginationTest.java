package centrasage.simulator.centra;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.simulator.centra.state.CentraOrder;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CentraPaginationTest {
    private static final int ORDERS = 230;

    private CentraSimulator centra;
    private CentraClient client;

    @BeforeEach
    void start() throws IOException {
        centra = CentraSimulator.start(0, 7);
        centra.trade(LocalDate.of(2026, 11, 20), ORDERS);
        client = new CentraClient(centra.baseUrl());
    }

    @AfterEach
    void stop() {
        centra.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"number_ASC", "number_DESC", "id_ASC", "updatedAt_ASC", "updatedAt_DESC", "createdAt_ASC"})
    void a_connection_read_to_its_end_has_every_order_once(String sort) {
        assertThat(readForwards(sort, 50)).containsExactlyInAnyOrderElementsOf(allNumbers());
    }

    @Test
    void orders_changed_in_the_same_second_are_not_lost_between_pages() {
        Instant same = Instant.parse("2026-11-20T12:00:00Z");
        allNumbers().forEach(number -> centra.state().backdate(number, same));

        assertThat(readForwards("updatedAt_ASC", 7)).containsExactlyElementsOf(allNumbers());
    }

    @Test
    void a_connection_reads_backwards_from_a_cursor() {
        JsonNode last = client.data("{orderConnection(sort: number_ASC, last: 3) {" + PAGE + "}}")
                .path("orderConnection");
        JsonNode before = client.data("{orderConnection(sort: number_ASC, last: 2, before: '"
                        + last.path("pageInfo").path("startCursor").asText() + "') {" + PAGE + "}}")
                .path("orderConnection");

        List<Integer> all = allNumbers();
        assertThat(numbers(last)).isEqualTo(all.subList(ORDERS - 3, ORDERS));
        assertThat(numbers(before)).isEqualTo(all.subList(ORDERS - 5, ORDERS - 3));
        assertThat(before.path("pageInfo").path("hasNextPage").asBoolean()).isTrue();
    }

    @Test
    void cursors_are_base64_of_field_and_value() {
        JsonNode page =
                client.data("{orderConnection(first: 1) {" + PAGE + "}}").path("orderConnection");

        String cursor = page.path("edges").path(0).path("cursor").asText();

        assertThat(new String(Base64.getDecoder().decode(cursor), StandardCharsets.UTF_8))
                .isEqualTo("number:10001");
    }

    @Test
    void a_page_without_a_size_has_twenty_rows_in_both_forms() {
        JsonNode data = client.data("{orders {number} orderConnection {" + PAGE + "}}");

        assertThat(data.path("orders")).hasSize(20);
        assertThat(data.path("orderConnection").path("edges")).hasSize(20);
        assertThat(data.path("orderConnection").path("totalCount").asInt()).isEqualTo(ORDERS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "orders(limit: 201) {number}",
                "orders(limit: 0) {number}",
                "orderConnection(first: 201) {totalCount}",
                "orderConnection(first: 20, after: \"x\") {totalCount}",
                "orderConnection(first: 20, sort: number_ASC, after: \"aWQ6MQ==\") {totalCount}"
            })
    void a_page_of_impossible_size_or_place_is_refused(String field) {
        JsonNode answer = client.query("{" + field + "}");

        assertThat(answer.path("data").isNull()).isTrue();
        assertThat(answer.path("errors").path(0).path("message").asText())
                .matches("Limit must be in range.*|.*ursor.*");
    }

    @Test
    void the_list_form_reads_all_orders_page_by_page() {
        List<Integer> numbers = new ArrayList<>();
        for (int page = 1; page <= 3; page++) {
            JsonNode orders = client.data("{orders(sort: [number_ASC], limit: 100, page: " + page + ") {number}}")
                    .path("orders");
            orders.forEach(order -> numbers.add(order.path("number").asInt()));
        }

        assertThat(numbers).isEqualTo(allNumbers());
    }

    @Test
    void duplicated_and_reordered_rows_are_counted_and_lose_nothing_to_a_reader_of_end_cursors() {
        client.control("PUT", "data-faults", "{'duplicateRows': 500, 'reorderedRows': 500}");

        List<Integer> read = readForwards("number_ASC", 20);

        JsonNode counts = client.control("GET", "data-faults", "").path("counts");
        assertThat(read).containsAll(allNumbers());
        assertThat(read).hasSize(ORDERS + counts.path("duplicateRows").asInt());
        assertThat(counts.path("duplicateRows").asInt()).isPositive();
        assertThat(counts.path("reorderedRows").asInt()).isPositive();
    }

    private static final String PAGE =
            "totalCount pageInfo {hasNextPage hasPreviousPage startCursor endCursor} edges {cursor node {number}}";

    private List<Integer> readForwards(String sort, int size) {
        List<Integer> numbers = new ArrayList<>();
        String after = "";
        for (int page = 0; page < ORDERS; page++) {
            JsonNode connection = client.data(
                            "{orderConnection(sort: " + sort + ", first: " + size + after + ") {" + PAGE + "}}")
                    .path("orderConnection");
            numbers.addAll(numbers(connection));
            if (!connection.path("pageInfo").path("hasNextPage").asBoolean()) {
                return numbers;
            }
            after = ", after: '" + connection.path("pageInfo").path("endCursor").asText() + "'";
        }
        throw new AssertionError("the connection has no end");
    }

    private static List<Integer> numbers(JsonNode connection) {
        List<Integer> numbers = new ArrayList<>();
        connection
                .path("edges")
                .forEach(edge -> numbers.add(edge.path("node").path("number").asInt()));
        return numbers;
    }

    private List<Integer> allNumbers() {
        return centra.state().orders().stream().map(CentraOrder::number).toList();
    }
}
