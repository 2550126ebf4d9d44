package centrasage.sage200.ledger;

import java.util.Locale;

/**
 * The second reference of a payment: Centra's id of it, and after a hyphen as much of the payment provider's own reference as there is room
 * for. That is there for people, and Centra may tell it only after the payment was sent once: the id alone says which payment it is.
 */
public final class PaymentReference {
    /** Before the id of what follows from a payment in the same bank. */
    public static final String GIFT_CARD = "G-";

    private static final String REST = "(-[A-Z0-9]*)?";

    private PaymentReference() {}

    /** Whether both are of the same payment; Sage does not see case. */
    static boolean isSame(String ours, String other) {
        String whole = ours.toUpperCase(Locale.ROOT);
        String prefix = whole.startsWith(GIFT_CARD) ? GIFT_CARD : "";
        String id = whole.substring(prefix.length()).split("-", 2)[0];
        return other.toUpperCase(Locale.ROOT).matches(prefix + id + REST);
    }
}
