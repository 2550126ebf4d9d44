package centrasage.simulator.trade;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Puts articles on lines, by the kind of the order. */
final class LineMaker {
    private final Dice dice;
    private final Pricing pricing;
    private final int firstId;

    LineMaker(Dice dice, Pricing pricing, int orderNumber) {
        this.dice = dice;
        this.pricing = pricing;
        this.firstId = orderNumber * 10;
    }

    List<Line> lines(OrderKind kind) {
        return switch (kind) {
            case BUNDLE -> new BundleMaker(dice, pricing, this).lines();
            case GIFT_CERTIFICATE_SALE -> List.of(giftCertificate());
            case UNKNOWN_SKU -> with(goods(), Catalogue.unlisted(dice.pick(Catalogue.usual())), 1);
            case MIXED_RATES, MIXED_RATES_VOUCHER -> mixed();
            case FREE_PRODUCT -> withFreeProduct(goods());
            case GIFT_WRAP -> wrapped(goods());
            case PREORDER -> preordered(goods());
            case PART_CANCELLED -> toCancel();
            case WHOLESALE, WHOLESALE_UNMAPPED ->
                goods().stream()
                        .map(line -> line.withQuantity(line.quantity() * 12))
                        .toList();
            case LINE_DISCOUNT_PERCENT -> new LineDiscounts(dice).byPercent(goods());
            case LINE_DISCOUNT_AMOUNT -> new LineDiscounts(dice).byAmount(goods());
            default -> goods();
        };
    }

    Line line(int index, Line.Type type, Article article, int quantity) {
        return line(index, type, article, quantity, pricing.vatPercent(article));
    }

    private Line line(int index, Line.Type type, Article article, int quantity, BigDecimal vat) {
        long price = pricing.price(article);
        BigDecimal unit = BigDecimal.valueOf(price);
        return new Line(firstId + index, type, article, quantity, 0, price, unit, BigDecimal.ZERO, vat, null);
    }

    private List<Line> goods() {
        int count = 1 + dice.weighted(45, 28, 15, 8, 4);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int quantity = 1 + dice.weighted(82, 12, 4, 2);
            lines.add(line(i, Line.Type.PRODUCT, dice.pick(Catalogue.usual()), quantity));
        }
        return lines;
    }

    private List<Line> with(List<Line> lines, Article article, int quantity) {
        List<Line> result = new ArrayList<>(lines);
        result.add(line(lines.size(), Line.Type.PRODUCT, article, quantity));
        return result;
    }

    /** Goods of two rates of VAT for certain, and perhaps of a third. */
    private List<Line> mixed() {
        List<Line> lines = goods();
        int more = dice.between(1, 3);
        for (int i = 0; i < more; i++) {
            lines = with(lines, dice.pick(Catalogue.favoured()), dice.between(1, 2));
        }
        return lines;
    }

    private List<Line> withFreeProduct(List<Line> lines) {
        List<Line> result = with(lines, dice.pick(Catalogue.usual()), 1);
        int last = result.size() - 1;
        result.set(last, result.get(last).priced(BigDecimal.ZERO, BigDecimal.valueOf(100)));
        return result;
    }

    private List<Line> wrapped(List<Line> lines) {
        List<Line> result = with(lines, Catalogue.giftWrap(), dice.chance(80) ? 1 : 2);
        int last = result.size() - 1;
        result.set(last, result.get(last).withComment("Ribbon in “Navy”, no price on the note"));
        return result;
    }

    private List<Line> preordered(List<Line> lines) {
        Line first = lines.get(0);
        lines.set(0, first.withArticle(first.article().preordered()));
        return lines;
    }

    /** One line to be lessened, and one to be cancelled wholly. */
    private List<Line> toCancel() {
        List<Line> lines = with(goods(), dice.pick(Catalogue.usual()), 1);
        lines.set(0, lines.get(0).withQuantity(dice.between(2, 4)));
        return lines;
    }

    /** No VAT is due before the certificate is spent. */
    private Line giftCertificate() {
        Article certificate = Catalogue.giftCertificate(dice.pick(List.of(25, 50, 100)));
        return line(0, Line.Type.GIFT_CERTIFICATE, certificate, 1, BigDecimal.ZERO);
    }
}
