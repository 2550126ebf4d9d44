package centrasage.flow;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a payment is called here: {@code 10234/P55}, the order's number and Centra's id of the entry. No despatch is called so. */
public final class PaymentNumber {
    /** What kind of source document the payments of an order are, under the order's number. */
    public static final String DOCUMENT = "payments";

    /** What kind of source document the refunds of an order are that are for no return, under the order's number. */
    public static final String REFUNDS = "refunds";

    private static final Pattern NUMBER = Pattern.compile("(\\d+)/P\\d+");

    private PaymentNumber() {}

    public static String of(String order, long entry) {
        return order + "/P" + entry;
    }

    /** The payments of an order of which none can be read. */
    public static String unreadable(String order) {
        return of(order, 0);
    }

    /** {@code 10234} for {@code 10234/P55}; of what is no such number, all of it. */
    public static String order(String sourceKey) {
        Matcher matcher = NUMBER.matcher(sourceKey);
        return matcher.matches() ? matcher.group(1) : sourceKey;
    }

    public static boolean is(String sourceKey) {
        return NUMBER.matcher(sourceKey).matches();
    }
}
