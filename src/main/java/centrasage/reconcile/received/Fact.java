package centrasage.reconcile.received;

import centrasage.centra.OrderPayments;
import centrasage.centra.OrderPaymentsJson;
import centrasage.centra.OrderReturn;
import centrasage.flow.PaymentNumber;
import centrasage.flow.PostingKind;
import centrasage.flow.ReturnNumber;
import centrasage.money.Money;
import centrasage.money.ShownAmount;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Money that was taken or given back in Centra, or goods that came back there.
 *
 * @param number such as {@code 10234/P55} or {@code 10234/R12}
 * @param kind of what is posted of it
 */
record Fact(String number, PostingKind kind, Money value, Instant happenedAt) {
    /** All that a site may take for money: {@code payments.money}. */
    private static final Set<String> MONEY = Set.of("CAPTURE", "MARKED_AS_PAID", "PREPAID");

    /** What was paid of an order; nothing where its text cannot be read, which is planned as that once it is staged. */
    static List<Fact> ofPayments(String text) {
        return OrderPaymentsJson.parse(text)
                .match(
                        readable -> readable.document().money(MONEY).stream()
                                .map(entry -> of(readable.document().order(), entry))
                                .toList(),
                        unreadable -> List.of());
    }

    private static Fact of(long order, OrderPayments.Entry entry) {
        return new Fact(
                PaymentNumber.of(Long.toString(order), entry.id()),
                entry.isRefund() ? PostingKind.CUSTOMER_REFUND : PostingKind.RECEIPT,
                ShownAmount.of(entry.value(), entry.currency()).abs(),
                entry.createdAt());
    }

    static Fact of(OrderReturn made) {
        return new Fact(
                ReturnNumber.of(made.order(), made.id()),
                PostingKind.CREDIT_NOTE,
                ShownAmount.of(made.total(), made.currency()),
                made.createdAt());
    }
}
