package centrasage.orders.check;

import static centrasage.flow.Owner.CX;
import static centrasage.flow.Owner.OPERATIONS;

import centrasage.centra.Order;
import centrasage.flow.Reason;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether an order is one that Sage 200 should hear of now: where it stands in Centra, before anything it contains. */
public final class Standing {
    private static final Set<String> KNOWN_STATUSES =
            Set.of("PENDING", "CONFIRMED", "PROCESSING", "SHIPPED", "ARCHIVED", "CANCELLED");

    /** Centra's {@code OrderHoldReason}, in words. */
    private static final Map<String, String> HOLD_REASONS = Map.of(
            "PAYMENT_MISMATCH", "the payment differs from the order",
            "WAITING_FOR_PAYMENT", "the payment is awaited",
            "WAITING_FOR_FRAUD_CHECK", "the fraud check is awaited",
            "WAITING_FOR_CHECK_FIRST_ALLOCATION", "the stock check is awaited",
            "WAITING_FOR_GIFT_CARD_AUTHORIZATION", "the gift card's authorisation is awaited");

    private static final String NOTHING = "Nothing to do";
    private static final String ONCE_CONFIRMED =
            "Nothing to do: the order follows by itself once it has a status that is posted (orders.statuses)";
    private static final String CANCELLED = "Nothing to do: a cancelled order does not go to Sage 200";
    private static final String CENTRA_FIRST =
            "Nothing to do here: the order follows by itself once Centra releases it";

    private final Order order;
    private final OrderRules rules;

    public Standing(Order order, OrderRules rules) {
        this.order = order;
        this.rules = rules;
    }

    /** Why the order is nobody's business here; empty when it may be. What is unknown is left to {@link #complain}. */
    public Optional<Reason> skip() {
        return Optional.ofNullable(cancelled())
                .or(() -> Optional.ofNullable(outside()))
                .or(() -> Optional.ofNullable(unwantedStatus()))
                .or(() -> Optional.ofNullable(heldInCentra()));
    }

    /** A status or a reason that nobody has told us about is never taken for a harmless one. */
    public void complain(Complaints complaints) {
        if (!statusIsKnown()) {
            complaints.add(
                    "UNKNOWN_STATUS",
                    OPERATIONS,
                    "Centra gives the order the status " + order.status() + ", which is not known here",
                    "Report the status. " + ByHand.ENTER);
        }
        String reason = order.holdReason();
        if (reason != null && !HOLD_REASONS.containsKey(reason)) {
            complaints.add(
                    "UNKNOWN_HOLD_REASON",
                    OPERATIONS,
                    "Centra holds the order back for " + reason + ", which is not known here",
                    "Release the order in Centra, or report the reason");
        }
    }

    /** Before anything else, because a posted order that is cancelled must be told whatever the settings say of it by now. */
    private @Nullable Reason cancelled() {
        return order.status().equals("CANCELLED") && !rules.statuses().contains(order.status())
                ? new Reason("ORDER_CANCELLED", CX, "The order is cancelled in Centra", CANCELLED)
                : null;
    }

    private @Nullable Reason outside() {
        LocalDate date = order.createdAt().atZone(rules.zone()).toLocalDate();
        if (rules.from().isAfter(order.number(), date)) {
            String what = "The order is from before the cut-over (orders.from = " + rules.from() + ")";
            return new Reason("BEFORE_CUT_OVER", OPERATIONS, what, NOTHING);
        }
        if (!rules.isOurs(order.store())) {
            String what = "The store " + order.store() + " is not one that Sage 200 is kept for (orders.stores)";
            return new Reason("OTHER_STORE", OPERATIONS, what, NOTHING);
        }
        return order.internal()
                ? new Reason("INTERNAL", OPERATIONS, "The order is internal (a test or marketing order)", NOTHING)
                : null;
    }

    private @Nullable Reason unwantedStatus() {
        if (!statusIsKnown() || rules.statuses().contains(order.status())) {
            return null;
        }
        String what = "The order is " + order.status().toLowerCase(Locale.ROOT) + " in Centra";
        return new Reason("STATUS", CX, what, ONCE_CONFIRMED);
    }

    private @Nullable Reason heldInCentra() {
        String reason = order.holdReason();
        if (!statusIsKnown()) {
            return null;
        }
        if (reason != null) {
            String words = HOLD_REASONS.get(reason);
            return words == null ? null : onHold(words);
        }
        return order.onHold() ? onHold("no reason is given, so a person did it") : null;
    }

    private static Reason onHold(String why) {
        return new Reason("ON_HOLD", CX, "Centra holds the order back: " + why, CENTRA_FIRST);
    }

    private boolean statusIsKnown() {
        return KNOWN_STATUSES.contains(order.status());
    }
}
