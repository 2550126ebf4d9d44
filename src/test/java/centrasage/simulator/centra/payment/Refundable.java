package centrasage.simulator.centra.payment;

import centrasage.simulator.trade.Payment;
import centrasage.simulator.trade.TradeOrder;

/** What of the customer's money the shop still holds, refunds under way taken off, in minor units. */
record Refundable(long card, long giftCard) {
    static Refundable of(TradeOrder order) {
        long card = 0;
        long giftCard = 0;
        for (Payment entry : order.payments()) {
            card += entry.byGiftCard() ? 0 : entry.movedMinor();
            giftCard += entry.byGiftCard() ? entry.movedMinor() : 0;
        }
        return new Refundable(card - order.outstandingMinor(Payment.Type.REFUND_REQUEST), giftCard);
    }

    long all() {
        return card + giftCard;
    }

    /** The gift card's part of a refund: in proportion, so that each gets back what it paid once all is refunded. */
    long onGiftCard(long minor) {
        return giftCard <= 0 || card <= 0 && minor <= giftCard
                ? Math.min(Math.max(0, giftCard), minor)
                : Math.min(giftCard, Math.multiplyExact(giftCard, minor) / all());
    }
}
