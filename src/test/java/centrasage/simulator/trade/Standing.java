package centrasage.simulator.trade;

import org.jspecify.annotations.Nullable;

/** How far an order has come, and what stops it. */
public record Standing(
        Status status, boolean onHold, @Nullable HoldReason holdReason, boolean waitingForPayment, boolean internal) {

    public static final Standing CONFIRMED = new Standing(Status.CONFIRMED, false, null, false, false);

    public enum Status {
        PENDING,
        CONFIRMED,
        PROCESSING,
        SHIPPED,
        ARCHIVED,
        CANCELLED
    }

    public enum HoldReason {
        PAYMENT_MISMATCH,
        WAITING_FOR_PAYMENT,
        WAITING_FOR_FRAUD_CHECK,
        WAITING_FOR_CHECK_FIRST_ALLOCATION,
        WAITING_FOR_GIFT_CARD_AUTHORIZATION
    }

    static Standing of(Status status) {
        return new Standing(status, false, null, false, false);
    }

    static Standing held(@Nullable HoldReason reason) {
        return new Standing(Status.CONFIRMED, true, reason, false, false);
    }

    public Standing withStatus(Status newStatus) {
        return new Standing(newStatus, onHold, holdReason, waitingForPayment, internal);
    }

    /** Releasing the hold also clears its reason. */
    public Standing withHold(boolean held, @Nullable HoldReason reason) {
        return new Standing(status, held, held ? reason : null, waitingForPayment, internal);
    }

    public Standing withWaitingForPayment(boolean waiting) {
        return new Standing(status, onHold, waiting ? HoldReason.WAITING_FOR_PAYMENT : null, waiting, internal);
    }

    public Standing withInternal(boolean isInternal) {
        return new Standing(status, onHold, holdReason, waitingForPayment, isInternal);
    }
}
