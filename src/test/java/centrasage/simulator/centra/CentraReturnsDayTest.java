package centrasage.simulator.centra;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.simulator.centra.shipment.OrderShipping;
import centrasage.simulator.centra.shipment.Return;
import centrasage.simulator.centra.state.CentraOrder;
import centrasage.simulator.centra.state.OrderReturn;
import centrasage.simulator.trade.OrderKind;
import centrasage.simulator.trade.Payment;
import centrasage.simulator.trade.Standing;
import centrasage.simulator.trade.TaxMode;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A day on which customers send things back. */
final class CentraReturnsDayTest {
    private CentraSimulator centra;
    private CentraClient client;

    @BeforeEach
    void a_day_of_every_kind_was_shipped_in_one_or_two_parcels() throws IOException {
        centra = CentraSimulator.start(CentraOptions.of(0, 7).withClock(new TestClock("2026-11-21T09:00:00Z")));
        client = new CentraClient(centra.baseUrl());
        centra.trade(LocalDate.of(2026, 11, 20), 600);
        client.control("POST", "shipments/all", "{'seed': 5, 'split': 40, 'part': 10}");
    }

    @AfterEach
    void stop() {
        centra.close();
    }

    private JsonNode day(String settings) {
        return client.control("POST", "returns/all", settings);
    }

    /** Piece by piece until nothing is left: what came back is what was paid, its VAT as well, in every mode of tax. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatever_comes_back_in_parts_adds_up_to_what_was_paid(long seed) {
        for (int round = 0; round < 60; round++) {
            day("{'seed': " + (seed * 100 + round) + ", 'share': 100, 'part': 70, 'shipping': 50, 'returnCost': 0,"
                    + " 'exchange': 0, 'goodwill': 0, 'refund': 0}");
        }
        day("{'share': 100, 'part': 0, 'exchange': 0, 'refund': 0, 'returnCost': 0}");
        Set<OrderKind> seen = EnumSet.noneOf(OrderKind.class);

        for (CentraOrder order : centra.state().orders()) {
            if (isShipped(order)) {
                seen.add(order.trade().kind());
                assertAddsUp(order);
            }
        }
        assertThat(seen)
                .contains(
                        OrderKind.BUNDLE,
                        OrderKind.TAX_ADDED,
                        OrderKind.TAX_DEDUCTED,
                        OrderKind.MIXED_RATES_VOUCHER,
                        OrderKind.FREE_PRODUCT,
                        OrderKind.VOUCHER_ON_SHIPPING,
                        OrderKind.VOUCHER_FREE_SHIPPING,
                        OrderKind.HANDLING,
                        OrderKind.ZERO_TOTAL);
    }

    private static boolean isShipped(CentraOrder order) {
        return order.standing().status() == Standing.Status.SHIPPED
                && !order.shipping().shipments().isEmpty()
                && order.trade().kind() != OrderKind.GIFT_WRAP;
    }

    /** Shipping and handling may not have come back with the goods: then it is what is missing, and nothing else. */
    private static void assertAddsUp(CentraOrder order) {
        List<Return> returns = order.shipping().returns();
        order.trade().basket().lines().stream()
                .filter(OrderShipping::isShippable)
                .forEach(line -> assertThat(order.shipping().returned(line)).isEqualTo(line.quantity()));
        long goods = returns.stream()
                .flatMap(made -> made.goods().stream())
                .mapToLong(each -> each.minor())
                .sum();
        assertThat(goods)
                .as("goods of %s", order.number())
                .isEqualTo(order.totals().lineValues());
        boolean all =
                returns.stream().anyMatch(made -> !made.amounts().shipping().isEmpty())
                        || order.totals().shippingMinor() == 0 && order.totals().handlingMinor() == 0;
        if (all) {
            TaxMode mode = order.trade().basket().taxMode();
            assertThat(returns.stream().mapToLong(made -> made.grand(mode)).sum())
                    .as("returns of %s, %s", order.number(), order.trade().kind())
                    .isEqualTo(order.totals().grand());
            assertThat(returns.stream().mapToLong(made -> made.vat(mode)).sum())
                    .as(
                            "VAT of returns of %s, %s",
                            order.number(), order.trade().kind())
                    .isEqualTo(order.totals().vat());
        }
    }

    @Test
    void the_sums_it_answers_with_are_those_of_the_returns_and_entries() {
        JsonNode answer = day("{'seed': 9, 'share': 30, 'goodwill': 20, 'exchange': 40, 'part': 50, 'complete': 60,"
                + " 'refund': 60}");

        JsonNode counts = answer.path("counts");
        for (String what : List.of(
                "returned",
                "part",
                "completed",
                "refunded",
                "goodwill",
                "exchanged",
                "exchangedForDearer",
                "exchangedForCheaper")) {
            assertThat(counts.path(what).asInt()).as(what).isPositive();
        }
        JsonNode sums = answer.path("sumsMinor");
        Map<String, Long> returned = new HashMap<>();
        Map<String, Long> refunded = new HashMap<>();
        Map<String, Long> goodwill = new HashMap<>();
        client.control("GET", "returns", "")
                .forEach(row -> returned.merge(
                        row.path("currency").asText(), row.path("grandMinor").asLong(), Long::sum));
        client.control("GET", "payments", "").forEach(entry -> {
            if (entry.path("movedMinor").asLong() < 0) {
                (entry.path("return").isNull() ? goodwill : refunded)
                        .merge(
                                entry.path("currency").asText(),
                                -entry.path("movedMinor").asLong(),
                                Long::sum);
            }
        });
        for (String currency : List.of("GBP", "EUR", "SEK")) {
            JsonNode sum = sums.path(currency);
            assertThat(sum.path("returned").asLong()).isEqualTo(returned.getOrDefault(currency, 0L));
            assertThat(sum.path("refunded").asLong()).isEqualTo(refunded.getOrDefault(currency, 0L));
            assertThat(sum.path("goodwill").asLong()).isEqualTo(goodwill.getOrDefault(currency, 0L));
        }
        assertThat(client.control("GET", "returns", ""))
                .hasSize(counts.path("returned").asInt());
    }

    @Test
    void goods_and_money_come_back_independently() {
        day("{'share': 100, 'complete': 50, 'refund': 50, 'exchange': 0}");

        Set<String> met = new HashSet<>();
        centra.state()
                .returns()
                .filter(row -> row.grand() > 0)
                .forEach(row -> met.add(row.made().completed() + " " + isRefunded(row)));
        assertThat(met).containsExactlyInAnyOrder("true true", "true false", "false true", "false false");
    }

    private static boolean isRefunded(OrderReturn row) {
        return row.refunds().stream().mapToLong(Payment::movedMinor).sum() == -row.grand();
    }

    @Test
    void nobody_gets_back_more_than_was_paid_whatever_the_day() {
        for (int day = 0; day < 4; day++) {
            day("{'seed': " + day + ", 'share': 60, 'goodwill': 60, 'refund': 100}");
        }

        assertThat(centra.state().orders())
                .allMatch(order -> order.trade().payments().stream()
                                .mapToLong(Payment::movedMinor)
                                .sum()
                        >= 0);
        centra.state()
                .orders()
                .forEach(order -> order.trade()
                        .basket()
                        .lines()
                        .forEach(line -> assertThat(order.shipping().returned(line))
                                .isLessThanOrEqualTo(order.shipping().shipped(line))));
    }

    @Test
    void an_exchange_is_a_new_order_of_the_same_customer_on_the_same_terms() {
        int before = centra.state().orders().size();
        day("{'share': 40, 'exchange': 100}");

        List<CentraOrder> all = new ArrayList<>(centra.state().orders());
        List<CentraOrder> exchanges = all.subList(before, all.size());
        assertThat(exchanges).hasSizeGreaterThan(20);
        for (CentraOrder exchange : exchanges) {
            String comment = exchange.trade().comment();
            int original = Integer.parseInt(comment.substring(comment.lastIndexOf(' ') + 1));
            CentraOrder first = Objects.requireNonNull(centra.state().order(original));
            assertThat(exchange.trade().parties()).isEqualTo(first.trade().parties());
            assertThat(exchange.trade().terms()).isEqualTo(first.trade().terms());
            assertThat(first.shipping().returns()).isNotEmpty();
            assertThat(exchange.trade().authorisedMinor())
                    .isEqualTo(exchange.totals().grand())
                    .isPositive();
        }
    }

    @Test
    void the_same_seed_returns_the_same_and_another_seed_something_else() throws IOException {
        JsonNode first = day("{'seed': 1}");
        JsonNode again = again("{'seed': 1}");
        JsonNode other = again("{'seed': 2}");

        assertThat(again).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
    }

    private JsonNode again(String settings) throws IOException {
        stop();
        a_day_of_every_kind_was_shipped_in_one_or_two_parcels();
        return day(settings);
    }
}
