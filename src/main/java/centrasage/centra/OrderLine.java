package centrasage.centra;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One line of an order.
 *
 * @param type the GraphQL type, such as {@code ProductOrderLine}, {@code BundleOrderLine}, {@code GiftCertificateOrderLine}
 * @param sku {@code productSize.SKU}; null when Centra has none
 * @param quantity without what was cancelled
 * @param unitPrice after the line's own discount, tax as the price list has it
 * @param gross value of the whole line with tax
 * @param net value of the whole line without tax, as Centra computed it
 * @param taxPercent such as 20 or 5.5
 * @param preorder whether the size was sold before it was there
 */
public record OrderLine(
        long id,
        String type,
        @Nullable String sku,
        String productName,
        int quantity,
        int cancelledQuantity,
        BigDecimal unitPrice,
        BigDecimal unitOriginalPrice,
        BigDecimal gross,
        BigDecimal net,
        BigDecimal taxPercent,
        @Nullable String comment,
        boolean preorder) {

    /** Personal data must not end in a log. */
    @Override
    public String toString() {
        return "OrderLine[id=" + id + ", type=" + type + ", sku=" + sku + ", quantity=" + quantity + ", gross=" + gross
                + "]";
    }
}
