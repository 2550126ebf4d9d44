package centrasage.orders.check;

import java.util.Set;

/** The remedy of last resort, with the key under which the order is found in Sage 200 however it came there. */
public final class ByHand {
    /** What this version has no rule for: nothing that is mended in Centra, in Sage or in a mapping makes it plannable. */
    private static final Set<String> WITHOUT_A_RULE =
            Set.of("GIFT_CARD_SPENT", "CURRENCY", "PRICE_NOT_EXACT", "UNKNOWN_LINE_TYPE", "UNKNOWN_DISCOUNT");

    private static final String KEY =
            " in Sage 200 by hand, with C and its Centra number as customer order number (customer_document_no), and"
                    + " resolve this";

    public static final String ENTER = "Enter the order" + KEY;
    public static final String OR_ENTER = ", or enter the order" + KEY;

    private ByHand() {}

    /** Whether an order that is held for this code comes into Sage 200 by hand and in no other way. */
    public static boolean isTheOnlyWay(String code) {
        return WITHOUT_A_RULE.contains(code);
    }

    /** After a condition that names the order. */
    public static String enterIt(String condition) {
        return condition + " enter it" + KEY;
    }
}
