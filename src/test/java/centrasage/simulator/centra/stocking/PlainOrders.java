package centrasage.simulator.centra.stocking;

import centrasage.simulator.centra.stock.ProductSize;
import centrasage.simulator.trade.Article;
import centrasage.simulator.trade.Basket;
import centrasage.simulator.trade.Line;
import centrasage.simulator.trade.Mix;
import centrasage.simulator.trade.OrderKind;
import centrasage.simulator.trade.Payment;
import centrasage.simulator.trade.Shop;
import centrasage.simulator.trade.TradeGenerator;
import centrasage.simulator.trade.TradeOrder;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Makes confirmed and authorised orders of one article: plain ones of the usual trade whose first line gets another SKU and
 * keeps its price, VAT and description.
 */
final class PlainOrders {
    private final long seed;

    PlainOrders(long seed) {
        this.seed = seed;
    }

    TradeOrder of(ProductSize size, int quantity, int number, Instant now) {
        LocalDate today = now.atZone(Shop.ZONE).toLocalDate();
        TradeOrder plain = new TradeGenerator(seed + number)
                .day(today, 1, Mix.only(OrderKind.PLAIN), number)
                .get(0);
        Line first = plain.basket().lines().get(0);
        Basket basket = plain.basket().withLines(List.of(line(first, size, quantity)));
        long grand = basket.totals().grand();
        return new TradeOrder(
                number,
                plain.id(),
                plain.kind(),
                now,
                now,
                plain.terms(),
                plain.standing(),
                plain.parties(),
                basket,
                plain.payments().stream().map(entry -> paid(entry, grand, now)).toList(),
                plain.comment());
    }

    private static Line line(Line like, ProductSize size, int quantity) {
        Article usual = like.article();
        Article article = new Article(
                size.id(),
                size.sku(),
                size.ean() == null ? "" : size.ean(),
                usual.style(),
                usual.colour(),
                size.size(),
                usual.prices(),
                usual.rateAtHome(),
                size.preorder());
        return new Line(
                like.id(),
                Line.Type.PRODUCT,
                article,
                quantity,
                0,
                like.originalMinor(),
                like.unitMinor(),
                BigDecimal.ZERO,
                like.vatPercent(),
                null);
    }

    private static Payment paid(Payment entry, long minor, Instant at) {
        return new Payment(
                entry.id(),
                at,
                entry.type(),
                entry.status(),
                minor,
                entry.externalReference(),
                entry.gateway(),
                entry.origin());
    }
}
