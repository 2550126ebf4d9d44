package centrasage.orders;

/** The remedy of last resort, with the key under which the order is found in Sage 200 however it came there. */
final class ByHand {
    private static final String KEY =
            " in Sage 200 by hand, with C and its Centra number as customer order number (customer_document_no), and"
                    + " resolve this";

    static final String ENTER = "Enter the order" + KEY;
    static final String OR_ENTER = ", or enter the order" + KEY;

    private ByHand() {}

    /** After a condition that names the order. */
    static String enterIt(String condition) {
        return condition + " enter it" + KEY;
    }
}
