package centrasage.simulator.trade;

import java.time.Instant;
import java.util.List;

/** Makes one order of a given kind. */
final class OrderMaker {
    private static final String HEX = "0123456789abcdef";

    private final Dice dice;
    private final int number;
    private final OrderKind kind;
    private final Instant createdAt;

    OrderMaker(Dice dice, int number, OrderKind kind, Instant createdAt) {
        this.dice = dice;
        this.number = number;
        this.kind = kind;
        this.createdAt = createdAt;
    }

    TradeOrder make() {
        Terms terms = terms();
        Parties parties = parties(terms);
        Basket basket = withDiscounts(new BasketMaker(dice, terms, number).basket(kind));
        List<Payment> payments =
                new Payments(dice, number, createdAt).of(kind, basket.totals().grand());
        String id = dice.letters(HEX, 32);
        // Confirmation follows the checkout, after the payment provider has answered.
        Instant updatedAt = createdAt.plusSeconds(dice.between(2, 240));
        return new TradeOrder(number, id, kind, createdAt, updatedAt, terms, standing(), parties, basket, payments);
    }

    private Terms terms() {
        if (kind == OrderKind.UNMAPPED_COUNTRY) {
            return new Terms(Shop.WEB, Shop.EXPORT, Shop.CH);
        }
        Store store = kind == OrderKind.WHOLESALE ? Shop.SHOWROOM : Shop.WEB;
        Market market = List.of(Shop.UNITED_KINGDOM, Shop.EURO, Shop.SWEDEN).get(dice.weighted(40, 45, 15));
        return new Terms(store, market, dice.pick(market.countries()));
    }

    private Parties parties(Terms terms) {
        int customerId = dice.chance(30) ? 1000 + dice.between(0, 199) : 100_000 + number;
        Address home = Population.resident(terms.country(), customerId, dice);
        Address shipping = dice.chance(12) ? Population.elsewhere(home, dice) : home;
        Customer customer = new Customer(customerId, home.email(), home.firstName(), home.lastName());
        return switch (kind) {
            case WHOLESALE -> new Parties(null, home, shipping, new Parties.Account(customerId, "Boutique " + number));
            case MISSING_ADDRESS -> new Parties(customer, null, null, null);
            case MISSING_CUSTOMER -> new Parties(null, home, shipping, null);
            default -> new Parties(customer, home, shipping, null);
        };
    }

    private Basket withDiscounts(Basket basket) {
        Totals totals = basket.totals();
        return switch (kind) {
            case ORDER_VOUCHER ->
                with(basket, Discount.Type.VOUCHER, "Welcome 10", "WELCOME10", (totals.lineValues() + 5) / 10);
            case VOUCHER_CREDIT ->
                with(
                        basket,
                        Discount.Type.VOUCHER_CREDIT,
                        "Gift certificate",
                        "GC" + number,
                        totals.grand() * dice.between(10, 60) / 100);
            case ZERO_TOTAL -> with(basket, Discount.Type.VOUCHER, "Press sample", "PRESS", totals.grand());
            default -> basket;
        };
    }

    private static Basket with(Basket basket, Discount.Type type, String name, String code, long minor) {
        return new Basket(
                basket.lines(),
                basket.shippingOption(),
                basket.shippingMinor(),
                basket.vatPercent(),
                List.of(new Discount(type, name, code, minor, 0)));
    }

    private Standing standing() {
        return switch (kind) {
            case HOLD_PAYMENT_MISMATCH -> Standing.held(Standing.HoldReason.PAYMENT_MISMATCH);
            case HOLD_WAITING_FOR_PAYMENT -> Standing.held(Standing.HoldReason.WAITING_FOR_PAYMENT);
            case HOLD_FRAUD_CHECK -> Standing.held(Standing.HoldReason.WAITING_FOR_FRAUD_CHECK);
            case HOLD_CHECK_FIRST_ALLOCATION -> Standing.held(Standing.HoldReason.WAITING_FOR_CHECK_FIRST_ALLOCATION);
            case HOLD_GIFT_CARD_AUTHORIZATION -> Standing.held(Standing.HoldReason.WAITING_FOR_GIFT_CARD_AUTHORIZATION);
            case HOLD_BY_HAND -> Standing.held(null);
            case WAITING_FOR_PAYMENT ->
                new Standing(Standing.Status.CONFIRMED, false, Standing.HoldReason.WAITING_FOR_PAYMENT, true, false);
            case PENDING -> Standing.of(Standing.Status.PENDING);
            case CANCELLED -> Standing.of(Standing.Status.CANCELLED);
            case INTERNAL_TEST -> new Standing(Standing.Status.CONFIRMED, false, null, false, true);
            case GIFT_CERTIFICATE_SALE -> Standing.of(Standing.Status.SHIPPED);
            default -> Standing.CONFIRMED;
        };
    }
}
