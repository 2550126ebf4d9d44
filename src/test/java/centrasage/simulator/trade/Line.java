package centrasage.simulator.trade;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A line of a basket. Prices include VAT.
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
        BigDecimal vatPercent) {

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

    /** The VAT inside the value. */
    public long taxMinor() {
        return Vat.inside(valueMinor(), vatPercent);
    }

    public boolean counts() {
        return type != Type.BUNDLE_ITEM;
    }

    /** Cancels units of the line, as Centra does: they leave the quantity and stay visible beside it. */
    public Line cancel(int units) {
        if (units < 0 || units > quantity) {
            throw new IllegalArgumentException("cannot cancel " + units + " of " + quantity);
        }
        return new Line(
                id,
                type,
                article,
                quantity - units,
                cancelledQuantity + units,
                originalMinor,
                unitMinor,
                discountPercent,
                vatPercent);
    }

    public Line withQuantity(int newQuantity) {
        return new Line(
                id,
                type,
                article,
                newQuantity,
                cancelledQuantity,
                originalMinor,
                unitMinor,
                discountPercent,
                vatPercent);
    }
}
