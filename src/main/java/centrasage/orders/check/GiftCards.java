package centrasage.orders.check;

import static centrasage.flow.Owner.FINANCE;

import centrasage.centra.Order;
import centrasage.orders.check.OrderRules.GiftCardVat;

/**
 * Gift cards, sold or spent, in Centra's old form (a certificate that becomes a voucher for credit) or its new one (a payment).
 * When VAT is due on them is a decision of the customer's adviser: {@code gift-card.vat}. Until it is made they are held.
 */
public final class GiftCards {
    private final Order order;
    private final GiftCardRules rules;
    private final Complaints complaints;

    public GiftCards(Order order, OrderRules rules, Complaints complaints) {
        this.order = order;
        this.rules = rules.giftCards();
        this.complaints = complaints;
    }

    public void run() {
        boolean sells = OrderChecks.liveLines(order).stream().anyMatch(OrderChecks::isGiftCertificate);
        boolean spends = isPaidWithGiftCard() || (rules.areVouchersTender() && isPaidWithCredit());
        if (rules.vat().isEmpty() && (sells || spends)) {
            complaints.add(
                    "GIFT_CARD_VAT",
                    FINANCE,
                    "The order " + (sells ? "sells a gift card" : "is partly or wholly paid with a gift card")
                            + ", and nobody has decided when VAT is due on gift cards (gift-card.vat is not set)",
                    "Ask your VAT adviser, set gift-card.vat and restart");
        }
        if (spends && rules.vat().filter(GiftCardVat.SINGLE_PURPOSE::equals).isPresent()) {
            complaints.add(
                    "GIFT_CARD_SPENT",
                    FINANCE,
                    "The order is partly or wholly paid with a gift card whose VAT was paid when it was sold"
                            + " (gift-card.vat = single-purpose), so VAT must not be charged on that part again",
                    ByHand.ENTER + ", without VAT on what the gift card paid");
        }
    }

    private boolean isPaidWithGiftCard() {
        return order.payments().stream()
                .anyMatch(entry -> entry.entryType().endsWith("_GIFT_CARD")
                        && !entry.status().equals("FAILED"));
    }

    private boolean isPaidWithCredit() {
        return order.discounts().stream()
                .anyMatch(discount -> discount.type().equals("AppliedVoucherCredit")
                        && discount.value().signum() != 0);
    }
}
