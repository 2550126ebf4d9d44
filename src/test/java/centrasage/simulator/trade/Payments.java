package centrasage.simulator.trade;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the payment history of an order holds at the end of the checkout. */
final class Payments {
    private final Dice dice;
    private final int firstEntryId;
    private final Instant at;
    private final Gateway gateway;
    private final String reference;

    Payments(Dice dice, int orderNumber, Instant at) {
        this.dice = dice;
        this.firstEntryId = orderNumber * 10;
        this.at = at;
        this.gateway = Shop.GATEWAYS.get(dice.weighted(60, 25, 8, 7));
        this.reference = reference();
    }

    List<Payment> of(OrderKind kind, long grandMinor) {
        return switch (kind) {
            case UNPAID, ZERO_TOTAL, WHOLESALE, WHOLESALE_UNMAPPED -> List.of();
            case PENDING, WAITING_FOR_PAYMENT, HOLD_WAITING_FOR_PAYMENT ->
                List.of(entry(0, Payment.Type.AUTH_PENDING, Payment.Status.PENDING, grandMinor));
            case UNDER_AUTHORISED, HOLD_PAYMENT_MISMATCH ->
                List.of(authorised(0, Math.max(1, grandMinor - dice.between(1, 500))));
            case GIFT_CARD_PAID -> giftCard(grandMinor, Payment.Status.SUCCESS);
            case GIFT_CARD_ONLY -> List.of(entry(0, Payment.Type.AUTH_GIFT_CARD, Payment.Status.SUCCESS, grandMinor));
            case HOLD_GIFT_CARD_AUTHORIZATION -> giftCard(grandMinor, Payment.Status.PENDING);
            case GIFT_CERTIFICATE_SALE ->
                List.of(authorised(0, grandMinor), entry(1, Payment.Type.CAPTURE, Payment.Status.SUCCESS, grandMinor));
            case CANCELLED ->
                List.of(authorised(0, grandMinor), entry(1, Payment.Type.CANCEL, Payment.Status.SUCCESS, grandMinor));
            default -> usual(grandMinor);
        };
    }

    /** Now and then the first card was refused. */
    private List<Payment> usual(long grandMinor) {
        List<Payment> entries = new ArrayList<>();
        if (dice.chance(3)) {
            entries.add(entry(0, Payment.Type.AUTH, Payment.Status.FAILED, grandMinor));
        }
        entries.add(authorised(entries.size(), grandMinor));
        return entries;
    }

    private List<Payment> giftCard(long grandMinor, Payment.Status cardStatus) {
        long onCard = Math.max(1, grandMinor * dice.between(20, 80) / 100);
        return List.of(entry(0, Payment.Type.AUTH_GIFT_CARD, cardStatus, onCard), authorised(1, grandMinor - onCard));
    }

    private Payment authorised(int index, long minor) {
        return entry(index, Payment.Type.AUTH, Payment.Status.SUCCESS, minor);
    }

    private Payment entry(int index, Payment.Type type, Payment.Status status, long minor) {
        return new Payment(firstEntryId + index, at.plusSeconds(index), type, status, minor, reference, gateway);
    }

    /** Each provider's own form. */
    private String reference() {
        if (gateway.equals(Shop.ADYEN)) {
            return dice.letters("BCDFGHJKLMNPQRSTVWXZ23456789", 16);
        }
        if (gateway.equals(Shop.PAYPAL)) {
            return dice.letters("0123456789ABCDEFGHJKLMNPRSTUVWXY", 17);
        }
        if (gateway.equals(Shop.STRIPE)) {
            return "pi_" + dice.letters("0123456789ABCDEFGHJKLMNPRSTUVWXYabcdefghjk", 17);
        }
        String hex = "0123456789abcdef";
        return dice.letters(hex, 8) + "-" + dice.letters(hex, 4) + "-4" + dice.letters(hex, 3) + "-a"
                + dice.letters(hex, 3) + "-" + dice.letters(hex, 12);
    }
}
