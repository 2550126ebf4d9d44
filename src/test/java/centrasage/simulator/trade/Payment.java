package centrasage.simulator.trade;

import java.time.Instant;

/** An entry of the payment history. */
public record Payment(
        int id, Instant createdAt, Type type, Status status, long minor, String externalReference, Gateway gateway) {

    /** The types the generator uses, by their names in Centra. */
    public enum Type {
        AUTH,
        AUTH_PENDING,
        AUTH_GIFT_CARD,
        CAPTURE,
        CAPTURE_FAILED,
        CANCEL
    }

    public enum Status {
        SUCCESS,
        PENDING,
        FAILED
    }

    /** Money promised by a card, an account or a gift card. */
    public boolean authorises() {
        return status == Status.SUCCESS && (type == Type.AUTH || type == Type.AUTH_GIFT_CARD);
    }

    /** Money taken. */
    public boolean captures() {
        return status == Status.SUCCESS && type == Type.CAPTURE;
    }
}
