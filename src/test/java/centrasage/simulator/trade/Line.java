package centrasage.simulator.trade;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A line of a basket. Prices are those of the price list, with VAT or without as the basket's tax mode says.
 *
 * @param originalMinor the unit price before discount, in minor units
 * @param unitMinor the unit price after discount, in minor units; it may have a fraction, the value of the line has not
 * @param discountPercent as Centra shows it: for a discount by amount, the percentage it comes to
 */
public record Line(
        int id,
        Type type,
        Article article,
        int quantity,
        int cancelledQuantity,
        long originalMinor,
        BigDecimal unitMinor,
        BigDecimal discountPercent,
        BigDecimal vatPercent,
        @Nullable String comment) {

    public enum Type {
        PRODUCT,
        BUNDLE,
        /** Its value is a share of its bundle's: it does not count again in the totals. */
        BUNDLE_ITEM,
        GIFT_CERTIFICATE
    }

    public long valueMinor() {
        return unitMinor
                .multiply(BigDecimal.valueOf(quantity))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    /** The VAT of the value: inside, or on top. */
    public long taxMinor(TaxMode mode) {
        return mode.tax(valueMinor(), vatPercent);
    }

    public boolean counts() {
        return type != Type.BUNDLE_ITEM;
    }

    /** Cancels units of the line, as Centra does: they leave the quantity and stay visible beside it. */
    public Line cancel(int units) {
        if (units < 0 || units > quantity) {
            throw new IllegalArgumentException("cannot cancel " + units + " of " + quantity);
        }
        return with(article, quantity - units, cancelledQuantity + units, comment);
    }

    public Line withQuantity(int newQuantity) {
        return with(article, newQuantity, cancelledQuantity, comment);
    }

    Line withArticle(Article other) {
        return with(other, quantity, cancelledQuantity, comment);
    }

    Line withComment(String text) {
        return with(article, quantity, cancelledQuantity, text);
    }

    Line priced(BigDecimal unit, BigDecimal percent) {
        return new Line(
                id, type, article, quantity, cancelledQuantity, originalMinor, unit, percent, vatPercent, comment);
    }

    private Line with(Article newArticle, int newQuantity, int newCancelled, @Nullable String newComment) {
        return new Line(
                id,
                type,
                newArticle,
                newQuantity,
                newCancelled,
                originalMinor,
                unitMinor,
                discountPercent,
                vatPercent,
                newComment);
    }
}
