package centrasage.orders.check;

import static centrasage.flow.Owner.CX;
import static centrasage.flow.Owner.FINANCE;
import static centrasage.flow.Owner.OPERATIONS;

import centrasage.centra.Order;
import centrasage.centra.PaymentEntry;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/** Whether somebody has promised or paid the whole of an order: only SUCCESS entries count. */
public final class PaymentCover {
    private static final Set<String> AUTHORISING = Set.of("AUTH", "AUTH_GIFT_CARD");
    private static final Set<String> RELEASING = Set.of("CANCEL", "CANCEL_GIFT_CARD");
    private static final Set<String> PAYING = Set.of("CAPTURE", "CAPTURE_GIFT_CARD", "MARKED_AS_PAID", "PREPAID");
    private static final Set<String> UNPAYING = Set.of("MARKED_AS_UNPAID");

    /** Known, and neither a promise nor money for this question: a refunded order was paid before. */
    private static final Set<String> OTHERS = Set.of(
            "CAPTURE_PENDING",
            "CAPTURE_FAILED",
            "CAPTURE_REQUEST",
            "REFUND",
            "REFUND_REQUEST",
            "REFUND_FAILED",
            "REFUND_GIFT_CARD",
            "CANCEL_REQUEST",
            "AUTH_PENDING",
            "ADDITIONAL_ORDER_PAYMENT",
            "INVOICE",
            "OTHER");

    private final Order order;
    private final Complaints complaints;
    private final List<PaymentEntry> facts;

    public PaymentCover(Order order, Complaints complaints) {
        this.order = order;
        this.complaints = complaints;
        this.facts = order.payments().stream()
                .filter(entry -> entry.status().equals("SUCCESS"))
                .toList();
    }

    /** Resellers pay an invoice later. */
    public void run() {
        if (OrderChecks.isWholesale(order)) {
            return;
        }
        facts.forEach(this::known);
        cover();
    }

    private void known(PaymentEntry entry) {
        String type = entry.entryType();
        if (!entry.currency().equals(order.currency())) {
            complaints.add(
                    "PAYMENT_CURRENCY",
                    FINANCE,
                    "A payment entry is in " + entry.currency() + " and the order in " + order.currency(),
                    "Compare the payments of the order in Centra");
        }
        if (!isKnown(type)) {
            complaints.add(
                    "UNKNOWN_PAYMENT_ENTRY",
                    OPERATIONS,
                    "A payment entry is of the type " + type + ", which is not known here",
                    "Report the type");
        }
    }

    private static boolean isKnown(String type) {
        return AUTHORISING.contains(type)
                || RELEASING.contains(type)
                || PAYING.contains(type)
                || UNPAYING.contains(type)
                || OTHERS.contains(type);
    }

    private void cover() {
        // A capture spends an authorisation, so the two are never added up.
        BigDecimal authorised = sum(AUTHORISING).subtract(sum(RELEASING));
        BigDecimal paid = sum(PAYING).subtract(sum(UNPAYING));
        BigDecimal covered = authorised.max(paid);
        if (covered.compareTo(order.grandTotal()) < 0) {
            complaints.add(
                    "NOT_PAID",
                    CX,
                    (covered.signum() == 0 ? "Nothing" : "Only " + AmountChecks.written(order, covered)) + " of "
                            + AmountChecks.written(order, order.grandTotal()) + " is authorised or paid",
                    "Obtain the payment, or cancel the order in Centra");
        }
    }

    /** Without their signs, which Centra writes differently from plug-in to plug-in. */
    private BigDecimal sum(Set<String> types) {
        return facts.stream()
                .filter(entry -> types.contains(entry.entryType()))
                .filter(entry -> entry.currency().equals(order.currency()))
                .map(entry -> entry.value().abs())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
