package centrasage.payments.plan;

import centrasage.centra.OrderPayments;
import centrasage.sage200.ledger.PaymentReference;
import java.util.Locale;

/**
 * The second reference by which a payment is found again in Sage 200: Centra's id of the entry in base 36, and as much of the end of the
 * payment provider's own reference as there is room for. The provider's alone is not unique: an authorisation and its captures often
 * share it.
 */
final class PaymentKey {
    private static final int LENGTH_MAX = 20;
    private static final int BASE = 36;

    private PaymentKey() {}

    static String of(OrderPayments.Entry entry) {
        return of("", entry);
    }

    /** Of what follows from it in the same bank, where the entry itself has its own key. */
    static String ofGiftCard(OrderPayments.Entry entry) {
        return of(PaymentReference.GIFT_CARD, entry);
    }

    private static String of(String prefix, OrderPayments.Entry entry) {
        String id = prefix + Long.toString(entry.id(), BASE).toUpperCase(Locale.ROOT);
        String reference = entry.reference().replaceAll("[^A-Za-z0-9]", "");
        int room = LENGTH_MAX - id.length() - 1;
        return reference.isEmpty() ? id : id + "-" + reference.substring(Math.max(0, reference.length() - room));
    }
}
