package centrasage.simulator.trade;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the payment history. Entries are added and never changed: what came of a request is an entry of its own.
 *
 * @param minor never negative, whatever sign Centra shows
 */
public record Payment(
        int id,
        Instant createdAt,
        Type type,
        Status status,
        long minor,
        String externalReference,
        Gateway gateway,
        Origin origin) {

    /** Complete, by their names in Centra. */
    public enum Type {
        AUTH,
        CAPTURE,
        CAPTURE_PENDING,
        CAPTURE_FAILED,
        CAPTURE_REQUEST,
        REFUND,
        REFUND_REQUEST,
        REFUND_FAILED,
        CANCEL,
        CANCEL_REQUEST,
        MARKED_AS_PAID,
        MARKED_AS_UNPAID,
        PREPAID,
        AUTH_PENDING,
        ADDITIONAL_ORDER_PAYMENT,
        INVOICE,
        OTHER,
        AUTH_GIFT_CARD,
        CAPTURE_GIFT_CARD,
        CANCEL_GIFT_CARD,
        REFUND_GIFT_CARD;

        /** Of a payment back to the customer, come or not. */
        public boolean isOfRefund() {
            return this == REFUND || this == REFUND_REQUEST || this == REFUND_FAILED || this == REFUND_GIFT_CARD;
        }
    }

    public enum Status {
        SUCCESS,
        PENDING,
        FAILED
    }

    /**
     * Where an entry came from.
     *
     * @param source the API or system, as Centra shows it
     * @param returned the id of the return whose refund it is, else null
     * @param answers the id of the entry that it settles or takes back, else null; Centra does not show it
     * @param note why, in the words of whoever made it; Centra does not show it
     */
    public record Origin(
            String source,
            @Nullable Integer returned,
            @Nullable Integer answers,
            @Nullable String note) {
        public static final Origin CHECKOUT = new Origin("Checkout API", null, null, null);
        /** Money that came back, because the customer's bank would not have it. */
        public static final String REVERSAL = "reversal";

        public static Origin of(String source) {
            return new Origin(source, null, null, null);
        }

        public Origin forReturn(@Nullable Integer id) {
            return new Origin(source, id, answers, note);
        }

        public Origin answering(int entry) {
            return new Origin(source, returned, entry, note);
        }

        public Origin noted(@Nullable String text) {
            return new Origin(source, returned, answers, text);
        }
    }

    private static final Set<Type> MONEY_IN =
            EnumSet.of(Type.CAPTURE, Type.CAPTURE_GIFT_CARD, Type.MARKED_AS_PAID, Type.PREPAID);

    public Payment {
        origin = origin == null ? Origin.CHECKOUT : origin;
    }

    /** An entry of the checkout. */
    public Payment(int id, Instant createdAt, Type type, Status status, long minor, String reference, Gateway gateway) {
        this(id, createdAt, type, status, minor, reference, gateway, Origin.CHECKOUT);
    }

    /** Money promised by a card, an account or a gift card. */
    public boolean authorises() {
        return status == Status.SUCCESS && (type == Type.AUTH || type == Type.AUTH_GIFT_CARD);
    }

    /** Money taken; a refund that came back is not taken again. */
    public boolean captures() {
        return status == Status.SUCCESS
                && (type == Type.CAPTURE || type == Type.CAPTURE_GIFT_CARD)
                && !origin.source().equals(Origin.REVERSAL);
    }

    /** What the customer has paid more by this entry, or less, in minor units; requests count for nothing. */
    public long movedMinor() {
        if (status != Status.SUCCESS) {
            return 0;
        }
        boolean out = type == Type.REFUND || type == Type.REFUND_GIFT_CARD || type == Type.MARKED_AS_UNPAID;
        return out ? -minor : MONEY_IN.contains(type) ? minor : 0;
    }

    public boolean byGiftCard() {
        return type == Type.AUTH_GIFT_CARD
                || type == Type.CAPTURE_GIFT_CARD
                || type == Type.CANCEL_GIFT_CARD
                || type == Type.REFUND_GIFT_CARD;
    }
}
