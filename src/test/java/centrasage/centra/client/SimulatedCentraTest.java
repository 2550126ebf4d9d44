package centrasage.centra.client;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.fail;

import centrasage.centra.Order;
import centrasage.centra.OrderJson;
import centrasage.centra.OrderLine;
import centrasage.centra.Parsed;
import centrasage.centra.client.wire.CentraGraphQl;
import centrasage.centra.client.wire.CentraSettings;
import centrasage.centra.client.wire.Query;
import centrasage.flow.TargetUnavailable;
import centrasage.simulator.centra.CentraOptions;
import centrasage.simulator.centra.CentraSimulator;
import centrasage.simulator.centra.limits.Plan;
import centrasage.simulator.centra.limits.RetryAfter;
import centrasage.simulator.centra.state.AccessToken;
import centrasage.simulator.centra.state.CentraOrder;
import centrasage.simulator.centra.state.DataFaults;
import centrasage.simulator.http.FaultKind;
import centrasage.simulator.http.Json;
import centrasage.simulator.trade.Line;
import centrasage.simulator.trade.Mix;
import centrasage.simulator.trade.OrderKind;
import centrasage.simulator.trade.TaxMode;
import centrasage.simulator.trade.TradeGenerator;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The client against a Centra that executes its queries, with the trade of a day. */
class SimulatedCentraTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final Instant BEFORE = Instant.parse("2026-11-21T00:00:00Z");
    private static final long SEED = 20261123;
    private static final int PAGES_MAX = 1_000;
    private static final Query ANOTHER = new Query("another", "query another { rateLimits { type remainingQuota } }");

    private final TestTime time = new TestTime();
    private CentraSimulator centra;

    @BeforeEach
    void open() throws IOException {
        centra = start(Plan.ENTERPRISE, RetryAfter.EPOCH);
    }

    @AfterEach
    void close() {
        centra.close();
    }

    @Test
    void a_thousand_orders_come_page_by_page_without_loss_or_repetition() throws TargetUnavailable {
        centra.trade(DAY, 1_000);

        List<RawOrder> read = readAll(orders(90), BEFORE);

        assertThat(read).extracting(RawOrder::number).isSorted().doesNotHaveDuplicates();
        assertThat(read).hasSize(1_000);
        assertThat(centra.requests().of("POST /graphql")).isEqualTo(12);
    }

    @Test
    void orders_are_read_by_number_and_by_the_day_on_which_they_were_made() throws TargetUnavailable {
        centra.trade(DAY, 30);
        centra.trade(DAY.plusDays(1), 5);
        Instant last = Instant.parse("2026-11-22T23:59:59Z");
        CentraOrders orders = orders(20);

        assertThat(orders.countMade(BEFORE, last)).isEqualTo(30);
        OrderPage first = orders.made(BEFORE, last, null);
        assertThat(first.orders()).hasSize(20);
        assertThat(orders.made(BEFORE, last, first.endCursor()).orders()).hasSize(10);
        long number = first.orders().get(0).number();
        assertThat(orders.numbered(number - 5, number + 2).orders())
                .extracting(RawOrder::number)
                .containsExactly(number, number + 1, number + 2);
    }

    @Test
    void every_kind_of_order_is_readable_and_says_what_centra_holds() throws TargetUnavailable {
        int each = 5;
        Mix mix = new Mix(Arrays.stream(OrderKind.values()).collect(Collectors.toMap(Function.identity(), kind -> 1)));
        centra.state().place(new TradeGenerator(SEED).day(DAY, OrderKind.values().length * each, mix, 1));

        Map<Long, Order> read = readAll(orders(200), BEFORE).stream()
                .map(raw -> readable(raw.text()))
                .collect(Collectors.toMap(Order::number, Function.identity()));

        assertThat(read).hasSize(OrderKind.values().length * each);
        centra.state().orders().forEach(held -> assertSame(requireNonNull(read.get((long) held.number())), held));
    }

    @Test
    void the_same_order_has_the_same_text_on_every_road() throws TargetUnavailable {
        centra.trade(DAY, 30);
        List<RawOrder> paged = readAll(orders(7), BEFORE);

        assertThat(readAll(orders(30), BEFORE)).isEqualTo(paged);
    }

    @Test
    void a_window_holds_what_was_touched_since_its_start() throws TargetUnavailable {
        centra.trade(DAY, 20);
        Instant start = TestTime.START;
        touch(10_007);

        assertThat(readAll(orders(5), start)).extracting(RawOrder::number).containsExactly(10_007L);
        assertThat(readAll(orders(5), start.plusSeconds(1))).isEmpty();
    }

    @Test
    void orders_that_change_or_arrive_while_the_pages_are_turned_push_none_out() throws TargetUnavailable {
        centra.trade(DAY, 100);
        Set<Integer> held =
                centra.state().orders().stream().map(CentraOrder::number).collect(Collectors.toSet());
        List<RawOrder> read = new ArrayList<>();

        String cursor = null;
        for (int page = 0; page < 10; page++) {
            OrderPage got = orders(10).page(BEFORE, cursor);
            read.addAll(got.orders());
            cursor = got.endCursor();
            touch(10_001 + page * 3);
            touch(10_100 - page * 3);
        }

        assertThat(read)
                .extracting(order -> (int) order.number())
                .doesNotHaveDuplicates()
                .containsAll(held);
    }

    @Test
    void faults_on_the_way_cost_time_and_no_order() throws TargetUnavailable {
        centra.trade(DAY, 1_000);
        centra.faults()
                .configure(Json.object()
                        .put("seed", SEED)
                        .put("retryAfterFormat", "seconds")
                        .set(
                                "read",
                                Json.mapper()
                                        .valueToTree(Map.of(
                                                "429",
                                                60,
                                                "500",
                                                40,
                                                "504-before-commit",
                                                40,
                                                "reset-before-commit",
                                                40,
                                                "reset-after-commit",
                                                40))));
        for (String fault : List.of("malformedBody", "badGateway", "reorderedRows", "duplicateRows")) {
            centra.dataFaults().set(fault, 60);
        }

        List<RawOrder> read = readAll(orders(10), BEFORE);

        assertThat(read.stream().map(RawOrder::number).distinct()).hasSize(1_000);
        assertThat(read.stream().distinct()).hasSize(1_000);
        assertThat(struck()).allMatch(count -> count > 0);
    }

    @ParameterizedTest
    @EnumSource(RetryAfter.class)
    void the_smallest_quota_is_kept_and_what_others_use_up_is_waited_for(RetryAfter format) throws Exception {
        try (CentraSimulator small = start(Plan.TINY, format)) {
            small.trade(DAY, 100);
            CentraGraphQl others = graphQl(small, CentraOptions.DEFAULT_TOKEN);
            CentraOrders orders = new CentraOrders(graphQl(small, CentraOptions.DEFAULT_TOKEN), 1);
            for (int i = 0; i < 5; i++) {
                others.ask(ANOTHER, JsonValue.EMPTY_JSON_OBJECT);
            }

            assertThat(readAll(orders, BEFORE)).hasSize(100);
        }
        assertThat(time.instant()).isAfter(TestTime.START.plus(Duration.ofMinutes(3)));
    }

    @Test
    void a_token_that_lacks_permissions_is_told_which() {
        centra.state().put(new AccessToken("narrow", "erp", Set.of("Order:read", "Store:read")));
        centra.trade(DAY, 3);

        assertThatThrownBy(() -> new CentraOrders(graphQl(centra, "narrow"), 50).page(BEFORE, null))
                .isInstanceOf(TargetUnavailable.class)
                .hasMessageContaining("Customer:read")
                .hasMessageContaining("Order.shippingAddress:read")
                .hasMessageContaining("System > API Tokens");
    }

    /** What {@code graphql/orders.graphql} and the documentation ask an administrator for is all that is needed. */
    @Test
    void the_permissions_that_the_query_names_are_enough() throws TargetUnavailable {
        String named = Query.ORDERS
                .text()
                .replaceAll("(?s).*# Needs: (.*?) \\(:read each.*", "$1")
                .replace("#", " ");
        Set<String> permissions = Arrays.stream(named.split(","))
                .map(name -> name.strip() + ":read")
                .collect(Collectors.toSet());
        centra.state().put(new AccessToken("exact", "erp", permissions));
        centra.trade(DAY, 100);

        assertThat(readAll(new CentraOrders(graphQl(centra, "exact"), 50), BEFORE))
                .hasSize(100);
        // Whether the country of an address needs a permission is not documented: we ask for it to be safe.
        for (String permission : without(permissions, "Country:read")) {
            centra.state().put(new AccessToken("one-less", "erp", without(permissions, permission)));
            assertThatThrownBy(() -> new CentraOrders(graphQl(centra, "one-less"), 100).page(BEFORE, null))
                    .as(permission)
                    .hasMessageContaining(permission);
        }
    }

    @Test
    void a_revoked_token_is_told_with_its_remedy() {
        centra.state().revoke(CentraOptions.DEFAULT_TOKEN);

        assertThatThrownBy(() -> orders(50).page(BEFORE, null))
                .isInstanceOf(TargetUnavailable.class)
                .hasMessageContaining("HTTP 401")
                .hasMessageContaining("Centra says: Invalid or missing access token.");
    }

    private CentraSimulator start(Plan plan, RetryAfter format) throws IOException {
        return CentraSimulator.start(
                CentraOptions.of(0, SEED).withClock(time).withPlan(plan).withRetryAfter(format));
    }

    private CentraOrders orders(int pageSize) {
        return new CentraOrders(graphQl(centra, CentraOptions.DEFAULT_TOKEN), pageSize);
    }

    private CentraGraphQl graphQl(CentraSimulator simulator, String token) {
        CentraSettings settings =
                new CentraSettings(simulator.baseUrl(), token, Duration.ofSeconds(5), Duration.ofSeconds(30));
        return new CentraGraphQl(settings, time, time);
    }

    private static List<RawOrder> readAll(CentraOrders orders, Instant from) throws TargetUnavailable {
        List<RawOrder> all = new ArrayList<>();
        String cursor = null;
        for (int page = 0; page < PAGES_MAX; page++) {
            OrderPage got = orders.page(from, cursor);
            all.addAll(got.orders());
            cursor = got.endCursor();
            if (!got.hasNextPage()) {
                return all;
            }
        }
        return fail("the pages have no end");
    }

    private void touch(int number) {
        centra.state().change(number, order -> order.withComments("touched", ""));
    }

    private List<Long> struck() {
        List<Long> counts = new ArrayList<>();
        for (FaultKind kind : List.of(
                FaultKind.TOO_MANY_REQUESTS,
                FaultKind.SERVER_ERROR,
                FaultKind.GATEWAY_TIMEOUT_BEFORE_COMMIT,
                FaultKind.RESET_BEFORE_COMMIT,
                FaultKind.RESET_AFTER_COMMIT)) {
            counts.add(centra.faults().count(kind));
        }
        for (DataFaults.Kind kind : DataFaults.Kind.values()) {
            counts.add(
                    kind == DataFaults.Kind.LATE_UPDATE
                            ? 1L
                            : centra.dataFaults().count(kind));
        }
        return counts;
    }

    private static Set<String> without(Set<String> all, String one) {
        return all.stream().filter(each -> !each.equals(one)).collect(Collectors.toSet());
    }

    private static Order readable(String text) {
        return OrderJson.parse(text)
                .match(Parsed.Readable::document, unreadable -> fail(unreadable.reasons() + " in " + text));
    }

    private static void assertSame(Order read, CentraOrder held) {
        assertThat(read.grandTotal()).isEqualByComparingTo(major(held.totals().grand()));
        assertThat(read.totals().taxIncluded())
                .isEqualByComparingTo(major(held.totals().taxIncluded()));
        assertThat(read.currency()).isEqualTo(held.currency().code());
        assertThat(read.createdAt()).isEqualTo(held.trade().createdAt());
        assertThat(read.updatedAt()).isEqualTo(held.updatedAt());
        assertThat(read.status()).isEqualTo(held.standing().status().name());
        assertThat(read.onHold()).isEqualTo(held.standing().onHold());
        assertThat(read.internal()).isEqualTo(held.standing().internal());
        assertThat(read.storeType())
                .isEqualTo(held.trade().terms().store().type().name());
        assertThat(read.payments()).hasSameSizeAs(held.trade().payments());
        assertThat(read.discounts()).hasSameSizeAs(held.trade().basket().discounts());
        assertThat(read.customer() == null).isEqualTo(held.trade().parties().customer() == null);
        assertThat(read.shippingAddress() == null)
                .isEqualTo(held.trade().parties().shipping() == null);
        List<Line> shown = held.trade().basket().lines().stream()
                .filter(line -> line.quantity() > 0)
                .toList();
        TaxMode mode = held.totals().mode();
        assertThat(read.lines())
                .extracting(OrderLine::quantity)
                .containsExactlyElementsOf(shown.stream().map(Line::quantity).toList());
        assertThat(read.lines().stream().map(OrderLine::gross).toList())
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactlyElementsOf(shown.stream()
                        .map(line -> major(mode.shown(line.valueMinor(), line.taxMinor(mode), true)))
                        .toList());
    }

    private static BigDecimal major(long minor) {
        return BigDecimal.valueOf(minor, 2);
    }
}
