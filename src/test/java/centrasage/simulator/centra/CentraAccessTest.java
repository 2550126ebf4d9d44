package centrasage.simulator.centra;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.simulator.centra.limits.Counter;
import centrasage.simulator.centra.limits.Plan;
import centrasage.simulator.centra.limits.Window;
import centrasage.simulator.http.FaultKind;
import centrasage.simulator.http.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens, permissions, the envelope, limits and faults: everything around the orders. */
final class CentraAccessTest {
    private final TestClock clock = new TestClock("2026-11-21T09:00:00.250Z");
    private CentraSimulator centra;
    private CentraClient client;

    @BeforeEach
    void start() throws IOException {
        centra = CentraSimulator.start(CentraOptions.of(0, 7).withClock(clock));
        centra.trade(LocalDate.of(2026, 11, 20), 30);
        client = new CentraClient(centra.baseUrl());
    }

    @AfterEach
    void stop() {
        centra.close();
    }

    @Test
    void a_wrong_token_is_answered_with_401_and_json() {
        HttpResponse<String> answer = client.as("wrong").post("{rateLimits {type}}");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(Json.parse(answer.body())
                        .path("errors")
                        .path(0)
                        .path("message")
                        .asText())
                .contains("access token");
    }

    @Test
    void a_missing_permission_is_an_error_of_the_documented_shape() {
        client.control("PUT", "tokens/narrow", "{'permissions': ['Store:read']}");

        HttpResponse<String> answer = client.as("narrow").post("{orderConnection {totalCount}}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Json.parse(answer.body()).path("errors").toString())
                .isEqualTo("[{\"message\":\"You need Order:read permission to access orderConnection.\","
                        + "\"extensions\":{\"category\":\"authorization\"},"
                        + "\"locations\":[{\"line\":1,\"column\":2}],\"path\":[\"orderConnection\"]}]");
    }

    @Test
    void a_permission_taken_away_hides_one_field_and_leaves_the_rest() {
        client.control("PUT", "tokens/narrow", "{'permissions': ['Order:read']}");

        JsonNode answer = client.as("narrow").query("{orders(limit: 1) {number shippingAddress {city}}}");

        assertThat(answer.path("data").path("orders").path(0).path("number").asInt())
                .isEqualTo(10_001);
        assertThat(answer.path("data")
                        .path("orders")
                        .path(0)
                        .path("shippingAddress")
                        .isNull())
                .isTrue();
        assertThat(answer.path("errors").path(0).path("message").asText())
                .isEqualTo("You need Order.shippingAddress:read permission to access shippingAddress.");
    }

    @Test
    void every_answer_tells_its_complexity_the_permissions_it_used_and_the_version() {
        JsonNode extensions =
                client.query("{orders(limit: 10) {number store {name}}}").path("extensions");

        assertThat(extensions.path("complexity").asInt()).isEqualTo(31);
        assertThat(extensions.path("permissionsUsed").toString()).isEqualTo("[\"Order:read\",\"Store:read\"]");
        assertThat(extensions.path("appVersion").asText()).startsWith("v1.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{orders {numbr}}",
                "{orders {number}",
                "{orders(where: {statuz: CONFIRMED}) {number}}",
                "{orders(sort: number_UP) {number}}",
                "query q($n: Int!) {orders(limit: $n) {number}}"
            })
    void a_query_that_does_not_fit_the_schema_is_a_bad_request(String query) {
        HttpResponse<String> answer = client.post(query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Json.parse(answer.body())
                        .path("errors")
                        .path(0)
                        .path("extensions")
                        .path("category")
                        .asText())
                .isEqualTo("graphql");
    }

    @Test
    void a_body_that_is_not_json_is_a_bad_request() {
        assertThat(client.send("POST", "/graphql", "{\"query\": ").statusCode()).isEqualTo(400);
        assertThat(client.send("POST", "/graphql", "{}").statusCode()).isEqualTo(400);
    }

    @Test
    void the_schema_can_be_explored_by_introspection() {
        JsonNode type = client.data("{__type(name: 'OrderStatus') {enumValues {name}}}");

        assertThat(type.findValuesAsText("name")).contains("PENDING", "CONFIRMED", "SHIPPED");
    }

    @ParameterizedTest
    @CsvSource({"epoch", "http-date", "seconds"})
    void more_than_the_quota_is_refused_until_the_moment_the_header_names(String format) {
        client.control("PUT", "rate-limits", "{'plan': 'tiny', 'retryAfter': '" + format + "'}");
        for (int i = 0; i < 5; i++) {
            assertThat(client.post("{rateLimits {type}}").statusCode()).isEqualTo(200);
        }

        HttpResponse<String> refused = client.post("{rateLimits {type}}");

        assertThat(refused.statusCode()).isEqualTo(429);
        Duration wait = wait(format, refused.headers().firstValue("Retry-After").orElse(""));
        assertThat(wait).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(3));
        clock.advance(Duration.ofSeconds(1));
        assertThat(client.post("{rateLimits {type}}").statusCode()).isEqualTo(429);
        clock.advance(wait.minusSeconds(1));
        assertThat(client.post("{rateLimits {type}}").statusCode()).isEqualTo(200);
    }

    private Duration wait(String format, String header) {
        return switch (format) {
            case "seconds" -> Duration.ofSeconds(Long.parseLong(header));
            case "epoch" -> Duration.between(clock.instant(), Instant.ofEpochSecond(Long.parseLong(header)));
            default ->
                Duration.between(
                        clock.instant(),
                        OffsetDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME)
                                .toInstant());
        };
    }

    @Test
    void the_quotas_of_the_plan_and_their_use_can_be_asked_for() {
        client.control("PUT", "rate-limits", "{'plan': 'growth'}");

        JsonNode limits = client.data("{rateLimits {type intervalSeconds quota usedQuota remainingQuota}}")
                .path("rateLimits");

        assertThat(limits).hasSize(6);
        assertThat(limits.path(0).toString())
                .isEqualTo("{\"type\":\"REQUEST_COUNT\",\"intervalSeconds\":\"TEN_SECONDS\","
                        + "\"quota\":60,\"usedQuota\":1,\"remainingQuota\":59}");
    }

    @Test
    void each_mutation_of_a_request_counts_and_none_runs_when_they_are_too_many() {
        client.control("PUT", "rate-limits", "{'plan': 'tiny'}");
        String lock = "setOrdersLock(input: {orders: [{number: 10001}], isLocked: true}) {userErrors {message}}";

        HttpResponse<String> refused = client.post("mutation {a: " + lock + " b: " + lock + " c: " + lock + "}");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(client.data("{orders(limit: 1) {isLocked}}")
                        .findPath("isLocked")
                        .asBoolean())
                .isFalse();
        assertThat(client.post("mutation {a: " + lock + "}").statusCode()).isEqualTo(200);
    }

    @Test
    void a_query_heavier_than_the_bucket_is_refused_for_good() {
        client.control("PUT", "rate-limits", "{'plan': 'tiny'}");

        HttpResponse<String> refused = client.post(
                "{orders(limit: 200) {number lines {id} totals {shipping {value} handling {value} discounts {value}}"
                        + " grandTotal {value currency {code}} a: grandTotal {value currency {code}}"
                        + " b: grandTotal {value currency {code}} c: grandTotal {value currency {code}}"
                        + " d: grandTotal {value currency {code}}}}");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("Query complexity");
    }

    @Test
    void faults_of_the_connection_strike_queries_by_the_rates_of_reads_and_are_counted() {
        client.control("PUT", "faults", "{'seed': 3, 'read': {'500': 300, '504-before-commit': 200}}");
        int struck = 0;
        for (int i = 0; i < 60; i++) {
            struck += client.post("{rateLimits {type}}").statusCode() == 200 ? 0 : 1;
        }

        assertThat(struck).isPositive().isEqualTo((int) (centra.faults().count(FaultKind.SERVER_ERROR)
                + centra.faults().count(FaultKind.GATEWAY_TIMEOUT_BEFORE_COMMIT)));
    }

    @Test
    void a_fault_429_names_the_moment_as_centra_does() {
        client.control("POST", "faults/next", "{'kind': '429'}");

        HttpResponse<String> refused = client.post("{rateLimits {type}}");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After").orElse("")).matches("\\d{10}");
    }

    @Test
    void bad_gateways_and_malformed_bodies_are_counted() {
        client.control("PUT", "data-faults", "{'badGateway': 1000}");
        assertThat(client.post("{rateLimits {type}}").statusCode()).isEqualTo(502);

        client.control("PUT", "data-faults", "{'badGateway': 0, 'malformedBody': 1000}");
        assertThat(client.post("{rateLimits {type}}").body()).endsWith("{\"no");

        JsonNode counts = client.control("GET", "data-faults", "").path("counts");
        assertThat(counts.path("badGateway").asInt()).isEqualTo(1);
        assertThat(counts.path("malformedBody").asInt()).isEqualTo(1);
    }

    @Test
    void a_skewed_clock_moves_the_time_of_changes() {
        client.control("PUT", "data-faults", "{'clockSkewSeconds': -120}");

        client.control("POST", "orders/10001/edit", "{'onHold': true}");

        assertThat(client.control("GET", "orders/10001", "").path("updatedAt").asText())
                .isEqualTo("2026-11-21T08:58:00Z");
    }

    @Test
    void control_deals_trade_by_weights_and_shows_what_it_dealt() {
        JsonNode dealt = client.control(
                "POST", "trade", "{'date': '2026-11-20', 'orders': 40, 'seed': 5, 'mix': {'PLAIN': 3, 'BUNDLE': 1}}");

        assertThat(dealt.path("kinds").toString()).isEqualTo("{\"BUNDLE\":10,\"PLAIN\":30}");
        assertThat(dealt.path("firstNumber").asInt()).isEqualTo(10_031);
        assertThat(client.control("GET", "catalogue", "").size()).isGreaterThan(100);
        assertThat(client.send("POST", "/control/trade", "{\"mix\": {\"ODD\": 1}}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void requests_are_counted_and_a_reset_empties_the_tenant() {
        client.post("{rateLimits {type}}");

        assertThat(centra.requests().of("POST /graphql")).isEqualTo(1);
        client.control("POST", "reset", "");
        assertThat(client.data("{orderConnection {totalCount}}")
                        .findPath("totalCount")
                        .asInt())
                .isZero();
    }

    @Test
    void plans_keep_the_order_of_their_counters() {
        assertThat(Plan.GROWTH.quota(Counter.MUTATION_COUNT, Window.ONE_HOUR)).isEqualTo(1_800);
    }
}
