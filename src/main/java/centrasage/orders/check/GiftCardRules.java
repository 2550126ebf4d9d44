package centrasage.orders.check;

import centrasage.orders.check.OrderRules.GiftCardVat;
import java.util.Optional;

/**
 * What the operator decided about gift cards, new and old.
 *
 * @param vat {@code gift-card.vat}; empty holds every gift card
 * @param areVouchersTender {@code orders.credit-vouchers}: whether a voucher for credit is an old gift certificate, which pays, and no
 *     discount, which lessens what was sold
 */
public record GiftCardRules(Optional<GiftCardVat> vat, boolean areVouchersTender) {
    /** As the settings write them. */
    public static GiftCardRules of(String vat, String creditVouchers) {
        return new GiftCardRules(GiftCardVat.of(vat), creditVouchers.equals("tender"));
    }
}
