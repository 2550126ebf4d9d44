package centrasage.simulator.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Each kind is what its name says. */
final class OrderKindTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    @Test
    void payments_parties_and_standing() {
        assertThat(one(OrderKind.UNDER_AUTHORISED)).matches(order -> order.authorisedMinor() < grand(order));
        assertThat(one(OrderKind.UNPAID).payments()).isEmpty();
        assertThat(one(OrderKind.INTERNAL_TEST).standing().internal()).isTrue();
        assertThat(one(OrderKind.MISSING_ADDRESS).parties().shipping()).isNull();
        assertThat(one(OrderKind.MISSING_CUSTOMER).parties().customer()).isNull();
        assertThat(one(OrderKind.UNMAPPED_COUNTRY).terms().country()).isEqualTo(Shop.CH);
        assertThat(one(OrderKind.GIFT_CARD_PAID).payments())
                .extracting(Payment::type)
                .containsExactly(Payment.Type.AUTH_GIFT_CARD, Payment.Type.AUTH);
        assertThat(one(OrderKind.GIFT_CARD_ONLY))
                .matches(order -> order.authorisedMinor() == grand(order))
                .extracting(TradeOrder::payments)
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(Payment.class))
                .extracting(Payment::type)
                .containsExactly(Payment.Type.AUTH_GIFT_CARD);
    }

    @Test
    void a_bundle_is_cheaper_than_its_items_and_counted_once() {
        int whole = 0;
        List<TradeOrder> orders = many(OrderKind.BUNDLE);
        for (TradeOrder order : orders) {
            List<Line> lines = order.basket().lines();
            Line bundle = lines.get(0);
            List<Line> items = lines.subList(1, lines.size());
            long parts = items.stream().mapToLong(Line::valueMinor).sum();
            long apart = items.stream()
                    .mapToLong(item -> item.originalMinor() * item.quantity())
                    .sum();

            assertThat(bundle.type()).isEqualTo(Line.Type.BUNDLE);
            assertThat(items).extracting(Line::type).containsOnly(Line.Type.BUNDLE_ITEM);
            assertThat(order.basket().totals().lineValues())
                    .isEqualTo(bundle.valueMinor())
                    .isLessThan(apart);
            assertThat(parts - bundle.valueMinor()).isBetween(-1L, 1L);
            whole += parts == bundle.valueMinor() ? 1 : 0;
        }
        assertThat(whole).as("those that miss no penny").isBetween(1, orders.size() - 1);
    }

    @Test
    void mixed_baskets_have_several_rates_and_their_shipping_has_one_or_several() {
        List<TradeOrder> orders = many(OrderKind.MIXED_RATES);

        assertThat(orders)
                .allMatch(order -> order.basket().lineShares().size() > 1)
                .anyMatch(order -> order.basket().lineShares().size() == 3)
                .anyMatch(order -> order.basket().shipping().size() > 1)
                .anyMatch(order -> order.basket().shipping().size() == 1);
        assertThat(many(OrderKind.MIXED_RATES_VOUCHER))
                .allMatch(order -> discount(order).shares().size() > 1)
                .anyMatch(order -> order.basket().signs().negativeDiscountTax())
                .anyMatch(order -> !order.basket().signs().negativeDiscountTax());
    }

    @Test
    void discounts_of_the_whole_order() {
        assertThat(grand(one(OrderKind.ZERO_TOTAL))).isZero();
        assertThat(many(OrderKind.ZERO_TOTAL))
                .allMatch(order -> order.basket().totals().vat() == 0);
        assertThat(discount(one(OrderKind.ORDER_VOUCHER)).minor()).isPositive();
        assertThat(discount(one(OrderKind.ADMIN_DISCOUNT)).type()).isEqualTo(Discount.Type.ADMIN);
        assertThat(many(OrderKind.VOUCHER_FREE_SHIPPING))
                .allMatch(order -> discount(order).type() == Discount.Type.FREE_SHIPPING
                        && discount(order).minor() == order.basket().totals().shippingMinor()
                        && discount(order).minor() > 0);
        assertThat(many(OrderKind.VOUCHER_ON_SHIPPING))
                .allMatch(order -> discount(order).shippingMinor() > 0
                        && discount(order).shippingMinor() < discount(order).minor());
        assertThat(many(OrderKind.FREE_PRODUCT))
                .allMatch(order -> order.basket().lines().stream().anyMatch(line -> line.valueMinor() == 0)
                        && discount(order).type() == Discount.Type.FREE_PRODUCT);
    }

    @Test
    void what_is_added_to_goods() {
        assertThat(many(OrderKind.HANDLING))
                .allMatch(order -> order.basket().totals().handlingMinor() > 0);
        assertThat(many(OrderKind.GIFT_WRAP))
                .allMatch(order -> !order.comment().isEmpty()
                        && order.basket().lines().stream()
                                .anyMatch(line -> line.article().sku().equals("GIFTWRAP") && line.comment() != null));
        assertThat(many(OrderKind.PREORDER))
                .allMatch(order -> order.basket().lines().get(0).article().preorder());
    }

    @Test
    void a_part_cancelled_order_has_a_lessened_line_and_one_without_units_and_was_authorised_for_more() {
        Predicate<TradeOrder> partCancelled = order -> {
            List<Line> lines = order.basket().lines();
            Line last = lines.get(lines.size() - 1);
            return lines.get(0).quantity() > 0
                    && lines.get(0).cancelledQuantity() > 0
                    && last.quantity() == 0
                    && last.cancelledQuantity() > 0;
        };

        assertThat(many(OrderKind.PART_CANCELLED))
                .allMatch(partCancelled)
                .allMatch(order -> order.authorisedMinor() > grand(order));
    }

    @Test
    void tax_on_top_and_tax_taken_off() {
        assertThat(many(OrderKind.TAX_ADDED))
                .allMatch(order -> order.basket().totals().taxAdded() > 0)
                .anyMatch(order -> order.basket().totals().handlingMinor() > 0)
                .anyMatch(order -> order.basket().totals().discountsMinor() > 0);
        assertThat(many(OrderKind.TAX_DEDUCTED))
                .allMatch(order -> order.terms().country().equals(Shop.US))
                .allMatch(order -> order.basket().totals().taxDeducted() > 0)
                .anyMatch(order -> order.basket().taxMode() == TaxMode.DEDUCTED)
                .anyMatch(order -> order.basket().taxMode() == TaxMode.DEDUCTED_FROM_LINES);
    }

    @Test
    void addresses_without_measure() {
        assertThat(many(OrderKind.LONG_ADDRESS))
                .extracting(order -> order.parties().billing())
                .allMatch(address -> address != null
                        && address.lastName().length() == 300
                        && address.address1().length() == 300);
    }

    @Test
    void resellers_have_one_currency_each_buy_net_and_pay_vat_at_home_only() {
        List<TradeOrder> orders = many(OrderKind.WHOLESALE);

        assertThat(orders)
                .extracting(order ->
                        reseller(order) + " " + order.terms().currency().code())
                .containsOnly("Harbour Store GBP", "Maison Claire EUR", "Boutique Nord SEK");
        assertThat(orders)
                .allMatch(order -> order.basket().taxMode() == TaxMode.ADDED)
                .allMatch(order -> order.parties().purchaseOrder() != null)
                .allMatch(order -> (order.basket().totals().vat() > 0)
                        == order.terms().country().equals(Shop.GB));
        assertThat(reseller(one(OrderKind.WHOLESALE_UNMAPPED))).isEqualTo("Atelier Neu");
        assertThat(Reseller.isInBooks("Atelier Neu")).isFalse();
        assertThat(Reseller.isInBooks("Maison Claire")).isTrue();
    }

    @Test
    void a_gift_certificate_is_sold_without_vat() {
        assertThat(one(OrderKind.GIFT_CERTIFICATE_SALE).basket().lines())
                .singleElement()
                .matches(line -> line.type() == Line.Type.GIFT_CERTIFICATE)
                .extracting(Line::vatPercent)
                .isEqualTo(BigDecimal.ZERO);
    }

    private static String reseller(TradeOrder order) {
        Parties.Account account = order.parties().account();
        return account == null ? "" : account.name();
    }

    private static Discount discount(TradeOrder order) {
        return order.basket().discounts().get(0);
    }

    private static long grand(TradeOrder order) {
        return order.basket().totals().grand();
    }

    private static List<TradeOrder> many(OrderKind kind) {
        return new TradeGenerator(1).day(DAY, 100, Mix.only(kind), 1);
    }

    private static TradeOrder one(OrderKind kind) {
        return new TradeGenerator(1).day(DAY, 1, Mix.only(kind), 1).get(0);
    }
}
