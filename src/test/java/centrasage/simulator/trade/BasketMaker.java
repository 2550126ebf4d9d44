package centrasage.simulator.trade;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Fills the baskets: what is bought, at what price, and how it ships. */
final class BasketMaker {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final List<Integer> PERCENTAGES = List.of(10, 15, 20, 25, 30, 40, 50);

    private final Dice dice;
    private final Terms terms;
    private final int firstLineId;

    BasketMaker(Dice dice, Terms terms, int orderNumber) {
        this.dice = dice;
        this.terms = terms;
        this.firstLineId = orderNumber * 10;
    }

    Basket basket(OrderKind kind) {
        List<Line> lines = lines(kind);
        ShippingOption option = dice.chance(15) ? Shop.EXPRESS : Shop.STANDARD;
        long value =
                lines.stream().filter(Line::counts).mapToLong(Line::valueMinor).sum();
        boolean ships = kind != OrderKind.GIFT_CERTIFICATE_SALE && kind != OrderKind.WHOLESALE;
        long shipping = ships ? option.price(terms.currency(), value) : 0;
        return new Basket(lines, option, shipping, terms.country().vatPercent(), List.of());
    }

    private List<Line> lines(OrderKind kind) {
        return switch (kind) {
            case BUNDLE -> bundle();
            case GIFT_CERTIFICATE_SALE -> List.of(giftCertificate());
            case UNKNOWN_SKU -> withUnlisted(goods());
            case LINE_DISCOUNT_PERCENT -> discounted(goods(), true);
            case LINE_DISCOUNT_AMOUNT -> discounted(goods(), false);
            case WHOLESALE ->
                goods().stream()
                        .map(line -> line.withQuantity(line.quantity() * 12))
                        .toList();
            default -> goods();
        };
    }

    private List<Line> goods() {
        int count = 1 + dice.weighted(45, 28, 15, 8, 4);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int quantity = 1 + dice.weighted(82, 12, 4, 2);
            lines.add(line(i, Line.Type.PRODUCT, dice.pick(Catalogue.articles()), quantity));
        }
        return lines;
    }

    private Line line(int index, Line.Type type, Article article, int quantity) {
        long price = article.price(terms.currency());
        BigDecimal unit = BigDecimal.valueOf(price);
        BigDecimal vat = terms.country().vatPercent();
        return new Line(firstLineId + index, type, article, quantity, 0, price, unit, BigDecimal.ZERO, vat);
    }

    /** Discounts the first line for certain and each of the others perhaps. */
    private List<Line> discounted(List<Line> lines, boolean byPercent) {
        List<Line> result = new ArrayList<>();
        for (Line line : lines) {
            boolean discounted = result.isEmpty() || dice.chance(40);
            result.add(discounted ? (byPercent ? byPercent(line) : byAmount(line)) : line);
        }
        return result;
    }

    private Line byPercent(Line line) {
        BigDecimal percent = BigDecimal.valueOf(dice.pick(PERCENTAGES));
        BigDecimal unit = BigDecimal.valueOf(line.originalMinor())
                .multiply(HUNDRED.subtract(percent))
                .divide(HUNDRED, 0, RoundingMode.HALF_UP);
        return priced(line, unit, percent);
    }

    /** Between a tenth and half of the price, in steps of half a unit of currency. */
    private Line byAmount(Line line) {
        long price = line.originalMinor();
        long off = Math.max(50, price * dice.between(10, 50) / 100 / 50 * 50);
        BigDecimal unit = BigDecimal.valueOf(price - off);
        BigDecimal percent =
                BigDecimal.valueOf(off).multiply(HUNDRED).divide(BigDecimal.valueOf(price), 2, RoundingMode.HALF_UP);
        return priced(line, unit, percent);
    }

    private static Line priced(Line line, BigDecimal unit, BigDecimal percent) {
        return new Line(
                line.id(),
                line.type(),
                line.article(),
                line.quantity(),
                line.cancelledQuantity(),
                line.originalMinor(),
                unit,
                percent,
                line.vatPercent());
    }

    private List<Line> withUnlisted(List<Line> lines) {
        List<Line> result = new ArrayList<>(lines);
        Article unlisted = Catalogue.unlisted(dice.pick(Catalogue.articles()));
        result.add(line(lines.size(), Line.Type.PRODUCT, unlisted, 1));
        return result;
    }

    /** Two articles sold together for what both cost; the items repeat the value as shares. */
    private List<Line> bundle() {
        Article first = dice.pick(Catalogue.articles());
        Article second = dice.pick(Catalogue.articles());
        Line one = line(1, Line.Type.BUNDLE_ITEM, first, 1);
        Line two = line(2, Line.Type.BUNDLE_ITEM, second, 1);
        Article together = Catalogue.bundle(first, second);
        return List.of(line(0, Line.Type.BUNDLE, together, 1), one, two);
    }

    /** No VAT is due before the certificate is spent. */
    private Line giftCertificate() {
        Article certificate = Catalogue.giftCertificate(dice.pick(List.of(25, 50, 100)));
        long price = certificate.price(terms.currency());
        return new Line(
                firstLineId,
                Line.Type.GIFT_CERTIFICATE,
                certificate,
                1,
                0,
                price,
                BigDecimal.valueOf(price),
                BigDecimal.ZERO,
                BigDecimal.ZERO);
    }
}
