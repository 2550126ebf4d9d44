package centrasage.sage200;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a product costs in a price band of Sage 200's, without any customer's discount.
 *
 * @param product its code
 * @param band its name
 * @param price to two decimal places, as Sage shows it: of a product that follows the standard band, too. Zero where nobody has set a
 *     price: Sage gives every stock item a standard price, and begins with that
 */
public record BandPrice(String product, String band, BigDecimal price) {
    /** Decimal places of a price. */
    public static final int PLACES = 2;

    public BandPrice {
        price = price.setScale(PLACES, RoundingMode.UNNECESSARY);
    }
}
