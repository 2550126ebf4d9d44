package centrasage.simulator.trade;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a customer who sends something back orders instead: one other article, on the terms of the first order. */
public final class Exchange {
    private static final String HEX = "0123456789abcdef";

    private final TradeOrder original;
    private final Line returned;
    private final boolean dearer;

    /** @param dearer than what comes back, else cheaper */
    public Exchange(TradeOrder original, Line returned, boolean dearer) {
        this.original = original;
        this.returned = returned;
        this.dearer = dearer;
    }

    /** Null where the shop has nothing dearer, or nothing cheaper, or does not exchange what was bought. */
    public @Nullable TradeOrder order(int number, Instant at, long seed) {
        Terms terms = original.terms();
        if (terms.store().type() != Store.Type.DIRECT_TO_CONSUMER
                || !Catalogue.usual().contains(returned.article())) {
            return null;
        }
        Pricing pricing = Pricing.toConsumer(terms, original.basket().taxMode());
        Article article = article(pricing);
        if (article == null) {
            return null;
        }
        Dice dice = new Dice(seed, number);
        Basket basket = basket(pricing, new LineMaker(dice, pricing, number).line(0, Line.Type.PRODUCT, article, 1));
        List<Payment> payments = new Payments(dice, number, at)
                .of(OrderKind.PLAIN, basket.totals().grand());
        return new TradeOrder(
                number,
                dice.letters(HEX, 32),
                OrderKind.PLAIN,
                at,
                at,
                terms,
                Standing.CONFIRMED,
                original.parties(),
                basket,
                payments,
                "Exchange for order " + original.number());
    }

    /** The next one up or down the price list. */
    private @Nullable Article article(Pricing pricing) {
        Comparator<Article> byPrice = Comparator.comparingLong(pricing::price);
        long price = pricing.price(returned.article());
        return dearer
                ? Catalogue.usual().stream()
                        .filter(article -> pricing.price(article) > price)
                        .min(byPrice)
                        .orElse(null)
                : Catalogue.usual().stream()
                        .filter(article -> pricing.price(article) < price)
                        .max(byPrice)
                        .orElse(null);
    }

    /** Sent free of charge. */
    private Basket basket(Pricing pricing, Line line) {
        return new Basket(
                List.of(line.priced(BigDecimal.valueOf(pricing.price(line.article())), BigDecimal.ZERO)),
                Shop.STANDARD,
                List.of(),
                List.of(),
                pricing.mode(),
                List.of(),
                original.basket().signs());
    }
}
