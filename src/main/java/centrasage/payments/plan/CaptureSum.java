package centrasage.payments.plan;

import centrasage.centra.OrderPayments;
import centrasage.flow.Owner;
import centrasage.flow.Reason;
import centrasage.money.Money;
import centrasage.money.ShownAmount;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether what was taken for an order is what the order comes to. Too much is told at once, and less only once all of it was shipped, or it
 * was archived, and no gateway is still to answer: until then more may follow. An order without any entry, such as a reseller's on account, is paid elsewhere.
 * What was given back for goods that came back leaves as much less sold as it leaves less money, and tells nothing of either.
 *
 * @param difference how much more or less was taken, above zero
 */
record CaptureSum(Reason reason, Money difference) {
    /** Centra's statuses of orders that get no more shipments, and their words. */
    private static final Map<String, String> COMPLETE = Map.of("SHIPPED", "shipped", "ARCHIVED", "archived");

    /** @param types of the entries that are money taken, besides gift cards */
    static Optional<CaptureSum> of(OrderPayments payments, Set<String> types) {
        List<OrderPayments.Entry> taken = payments.taken(types);
        BigDecimal due =
                payments.isCancelled() ? BigDecimal.ZERO : payments.grandTotal().max(BigDecimal.ZERO);
        BigDecimal all = OrderPayments.sum(taken);
        BigDecimal kept = all.subtract(OrderPayments.sum(payments.givenBack().stream()
                .filter(entry -> payments.isCancelled() || entry.isRefundWithoutReturn())
                .toList()));
        if (kept.compareTo(due) > 0) {
            return Optional.of(new CaptureSum(above(payments, kept, due), shown(payments, kept.subtract(due))));
        }
        boolean isPaidHere = !payments.entries().isEmpty();
        boolean isComplete = isPaidHere && COMPLETE.containsKey(payments.status()) && !isAnswerAwaited(payments, taken);
        return isComplete && all.compareTo(due) < 0
                ? Optional.of(new CaptureSum(below(payments, all, due), shown(payments, due.subtract(all))))
                : Optional.empty();
    }

    /** A gateway that answers later leaves a request first, and its capture or its failure beside it. */
    private static boolean isAnswerAwaited(OrderPayments payments, List<OrderPayments.Entry> taken) {
        long asked = payments.entries().stream()
                .filter(entry -> entry.type().startsWith("CAPTURE") && !entry.isOfGiftCard())
                .filter(entry ->
                        entry.status().equals("PENDING") || entry.type().equals("CAPTURE_REQUEST"))
                .count();
        long answered = taken.stream().filter(entry -> !entry.isOfGiftCard()).count();
        long failed = payments.entries().stream()
                .filter(entry -> entry.type().equals("CAPTURE_FAILED")
                        || (entry.type().equals("CAPTURE") && entry.status().equals("FAILED")))
                .count();
        return asked > answered + failed;
    }

    private static Money shown(OrderPayments payments, BigDecimal amount) {
        return ShownAmount.of(amount, payments.currency());
    }

    private static Reason above(OrderPayments payments, BigDecimal kept, BigDecimal due) {
        return new Reason(
                "CAPTURED_ABOVE_ORDER",
                Owner.FINANCE,
                "For order " + payments.order() + " " + shown(payments, kept)
                        + " were taken and not given back, but for what came back, and it comes to "
                        + shown(payments, due)
                        + (payments.isCancelled() ? " because it is cancelled" : ""),
                "Find out in Centra what was charged. Give back what is too much there: its refund is posted and this closes itself");
    }

    private static Reason below(OrderPayments payments, BigDecimal taken, BigDecimal due) {
        return new Reason(
                "CAPTURED_BELOW_ORDER",
                Owner.FINANCE,
                "For order " + payments.order() + " " + shown(payments, taken)
                        + " were taken, it is " + COMPLETE.get(payments.status()) + ", and it comes to "
                        + shown(payments, due),
                "Find out in Centra and at the payment provider why the rest was not taken, and take it there: its receipt is posted and"
                        + " this closes itself");
    }
}
