package centrasage.simulator.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class TradeGeneratorTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    @Test
    void the_same_seed_deals_the_same_orders_and_another_seed_others() {
        assertThat(new TradeGenerator(42).day(DAY, 500)).isEqualTo(new TradeGenerator(42).day(DAY, 500));
        assertThat(new TradeGenerator(42).day(DAY, 500)).isNotEqualTo(new TradeGenerator(43).day(DAY, 500));
        assertThat(new TradeGenerator(42).catalogue()).isEqualTo(new TradeGenerator(42).catalogue());
    }

    @Test
    void a_day_of_five_hundred_has_three_currencies_seven_vat_countries_and_every_kind() {
        List<TradeOrder> orders = new TradeGenerator(20261123).day(DAY, 500);

        assertThat(orders).extracting(order -> order.terms().currency().code()).contains("GBP", "EUR", "SEK");
        assertThat(orders)
                .extracting(order -> order.terms().country().code())
                .contains("GB", "DE", "FR", "NL", "SE", "IE", "IT");
        assertThat(orders).extracting(TradeOrder::kind).contains(OrderKind.values());
    }

    @Test
    void the_usual_shares_add_up_to_a_thousand_and_are_dealt_exactly() {
        List<TradeOrder> orders = new TradeGenerator(5).day(DAY, 2000);

        Map<OrderKind, Long> dealt =
                orders.stream().collect(Collectors.groupingBy(TradeOrder::kind, Collectors.counting()));

        assertThat(Mix.usual().weights().values().stream().mapToInt(i -> i).sum())
                .isEqualTo(1000);
        for (OrderKind kind : OrderKind.values()) {
            assertThat(dealt.get(kind)).as(kind.name()).isEqualTo(2L * kind.perThousand());
        }
    }

    @Test
    void numbers_rise_with_time_and_time_stays_in_the_day() {
        List<TradeOrder> orders = new TradeGenerator(9).day(DAY, 400, Mix.usual(), 70_000);

        assertThat(orders.get(0).number()).isEqualTo(70_000);
        assertThat(orders).extracting(TradeOrder::createdAt).isSorted();
        assertThat(orders)
                .allSatisfy(
                        order -> assertThat(order.createdAt().atZone(Shop.ZONE).toLocalDate())
                                .isEqualTo(DAY));
        assertThat(orders).allSatisfy(order -> assertThat(order.updatedAt()).isAfter(order.createdAt()));
        assertThat(orders).extracting(TradeOrder::id).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(names = {"PLAIN", "LINE_DISCOUNT_PERCENT", "LINE_DISCOUNT_AMOUNT", "MIXED_RATES", "PREORDER"})
    void ordinary_goods_are_confirmed_paid_and_known_to_the_books(OrderKind kind) {
        TradeGenerator generator = new TradeGenerator(3);
        List<String> known =
                generator.catalogue().stream().map(CatalogueItem::code).toList();

        for (TradeOrder order : generator.day(DAY, 300, Mix.only(kind), 1)) {
            assertThat(order.standing()).isEqualTo(Standing.CONFIRMED);
            assertThat(order.authorisedMinor())
                    .isEqualTo(order.basket().totals().grand())
                    .isPositive();
            assertThat(order.basket().lines())
                    .allSatisfy(
                            line -> assertThat(known).contains(line.article().sku()));
            assertThat(order.parties().shipping()).isNotNull();
            assertThat(order.basket().discounts()).isEmpty();
        }
    }

    @Test
    void a_discounted_line_costs_less_than_its_price_and_more_than_nothing() {
        List<TradeOrder> orders = new TradeGenerator(8)
                .day(DAY, 500, Mix.only(OrderKind.LINE_DISCOUNT_PERCENT, OrderKind.LINE_DISCOUNT_AMOUNT), 1);

        assertThat(orders)
                .allSatisfy(order -> assertThat(order.basket().lines().get(0))
                        .satisfies(line -> assertThat(line.unitMinor().longValueExact())
                                .isPositive()
                                .isLessThan(line.originalMinor())));
    }

    @Test
    void every_hold_reason_is_dealt_and_names_are_not_all_ascii() {
        List<TradeOrder> orders = new TradeGenerator(11).day(DAY, 1000);

        assertThat(new ArrayList<>(orders))
                .extracting(order -> order.standing().holdReason())
                .contains(Standing.HoldReason.values());
        assertThat(orders)
                .map(TradeGeneratorTest::lastName)
                .anyMatch(name -> !name.isEmpty() && name.chars().anyMatch(c -> c > 0xff));
        assertThat(orders).map(TradeGeneratorTest::lastName).anyMatch(name -> name.length() > 30);
    }

    private static String lastName(TradeOrder order) {
        Address address = order.parties().shipping();
        return address == null ? "" : address.lastName();
    }
}
