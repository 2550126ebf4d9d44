package centrasage.simulator.trade;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Takes something off whole baskets. */
final class DiscountMaker {
    private final Dice dice;
    private final Pricing pricing;
    private final int orderNumber;

    DiscountMaker(Dice dice, Pricing pricing, int orderNumber) {
        this.dice = dice;
        this.pricing = pricing;
        this.orderNumber = orderNumber;
    }

    /** The VAT of the discounts has a minus in half of the orders, because nobody says whether it has. */
    Basket discounted(Basket basket, OrderKind kind) {
        List<Discount> discounts = discounts(basket, kind);
        return discounts.isEmpty() ? basket : basket.withDiscounts(discounts, new Signs(false, dice.chance(50)));
    }

    private List<Discount> discounts(Basket basket, OrderKind kind) {
        return switch (kind) {
            case ORDER_VOUCHER, MIXED_RATES_VOUCHER -> List.of(tenth(basket));
            case TAX_ADDED, TAX_DEDUCTED -> dice.chance(40) ? List.of(tenth(basket)) : List.of();
            case VOUCHER_ON_SHIPPING -> List.of(onShippingToo(basket));
            case VOUCHER_FREE_SHIPPING ->
                List.of(new Discount(
                        Discount.Type.FREE_SHIPPING, "Free shipping", "SHIPFREE", basket.shipping(), shipping(basket)));
            case ADMIN_DISCOUNT -> List.of(goodwill(basket));
            case FREE_PRODUCT ->
                List.of(new Discount(Discount.Type.FREE_PRODUCT, "Gift with purchase", "GWP", List.of(), 0));
            case VOUCHER_CREDIT -> List.of(credit(basket));
            case ZERO_TOTAL ->
                List.of(new Discount(Discount.Type.VOUCHER, "Press sample", "PRESS", everything(basket), 0));
            default -> List.of();
        };
    }

    private static Discount tenth(Basket basket) {
        return new Discount(Discount.Type.VOUCHER, "Welcome 10", "WELCOME10", tenthOfLines(basket), 0);
    }

    /** Of the goods of each rate by itself. */
    private static List<Share> tenthOfLines(Basket basket) {
        return basket.lineShares().stream()
                .map(share -> new Share(share.vatPercent(), (share.minor() + 5) / 10))
                .toList();
    }

    private Discount onShippingToo(Basket basket) {
        long off = shipping(basket) / dice.between(1, 2);
        List<Share> shares = new ArrayList<>(tenthOfLines(basket));
        shares.addAll(Share.all(pricing.vatPercent(), off));
        return new Discount(Discount.Type.VOUCHER, "Sorry for the delay", "SORRY", Share.merged(shares), off);
    }

    private Discount goodwill(Basket basket) {
        long units = pricing.terms().currency().equals(Shop.SEK) ? 10 : 1;
        long value = Share.sum(basket.lineShares());
        long off = Math.min(units * dice.between(2, 9) * 100, value / 2);
        return new Discount(Discount.Type.ADMIN, "", "", Share.all(pricing.vatPercent(), off), 0);
    }

    /** A payment in truth. Half of the orders show less VAT for it, as for a discount, and half do not. */
    private Discount credit(Basket basket) {
        long paid = basket.totals().grand() * dice.between(10, 60) / 100;
        BigDecimal rate = dice.chance(50) ? pricing.vatPercent() : BigDecimal.ZERO;
        return new Discount(
                Discount.Type.VOUCHER_CREDIT, "Gift certificate", "GC" + orderNumber, Share.all(rate, paid), 0);
    }

    private static List<Share> everything(Basket basket) {
        List<Share> shares = new ArrayList<>(basket.lineShares());
        shares.addAll(basket.shipping());
        return Share.merged(shares);
    }

    private static long shipping(Basket basket) {
        return Share.sum(basket.shipping());
    }
}
