package centrasage.simulator.trade;

import java.util.List;

/** Fills the baskets: what is bought, at what price, and how it ships. */
final class BasketMaker {
    private final Dice dice;
    private final Pricing pricing;
    private final int orderNumber;

    BasketMaker(Dice dice, Pricing pricing, int orderNumber) {
        this.dice = dice;
        this.pricing = pricing;
        this.orderNumber = orderNumber;
    }

    Basket basket(OrderKind kind) {
        List<Line> lines = new LineMaker(dice, pricing, orderNumber).lines(kind);
        Basket empty = new Basket(lines, option(kind), List.of(), List.of(), pricing.mode(), List.of(), Signs.POSITIVE);
        Basket shipped = new Basket(
                lines,
                empty.shippingOption(),
                shipping(kind, empty),
                handling(kind),
                pricing.mode(),
                List.of(),
                Signs.POSITIVE);
        return new DiscountMaker(dice, pricing, orderNumber).discounted(shipped, kind);
    }

    /** Express is never free. */
    private ShippingOption option(OrderKind kind) {
        boolean discounted = kind == OrderKind.VOUCHER_ON_SHIPPING || kind == OrderKind.VOUCHER_FREE_SHIPPING;
        return discounted || dice.chance(15) ? Shop.EXPRESS : Shop.STANDARD;
    }

    private List<Share> shipping(OrderKind kind, Basket basket) {
        if (kind == OrderKind.GIFT_CERTIFICATE_SALE || kind.isWholesale()) {
            return List.of();
        }
        long value = Share.sum(basket.lineShares());
        long minor =
                pricing.amount(basket.shippingOption().price(pricing.terms().currency(), value));
        boolean mixed = kind == OrderKind.MIXED_RATES || kind == OrderKind.MIXED_RATES_VOUCHER;
        // Some shops tax shipping as what is shipped, some at the usual rate.
        return mixed && dice.chance(50)
                ? Share.split(minor, basket.lineShares())
                : Share.all(pricing.vatPercent(), minor);
    }

    private List<Share> handling(OrderKind kind) {
        boolean other = kind == OrderKind.TAX_ADDED || kind == OrderKind.TAX_DEDUCTED;
        if (kind != OrderKind.HANDLING && !(other && dice.chance(40))) {
            return List.of();
        }
        long consumerPrice =
                Shop.HANDLING.getOrDefault(pricing.terms().currency().code(), 0L);
        return Share.all(pricing.vatPercent(), pricing.amount(consumerPrice));
    }
}
