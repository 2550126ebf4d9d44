package centrasage.flow;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an allocation is called here: {@code 10234/A1001-1002}, the order's number and Sage's numbers of the credit and of the debit. Each
 * pair is allocated once.
 *
 * @param order Centra's number of it
 * @param credit urn of the receipt or credit note
 * @param debit urn of the invoice or refund
 */
public record AllocationNumber(String order, String credit, String debit) {
    private static final Pattern NUMBER = Pattern.compile("([^/]+)/A(\\d+)-(\\d+)");

    /** @throws IllegalArgumentException where it is no such number */
    public static AllocationNumber parse(String sourceKey) {
        Matcher matcher = NUMBER.matcher(sourceKey);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(sourceKey + " is no number of an allocation");
        }
        return new AllocationNumber(matcher.group(1), matcher.group(2), matcher.group(3));
    }

    public static boolean is(String sourceKey) {
        return NUMBER.matcher(sourceKey).matches();
    }

    @Override
    public String toString() {
        return order + "/A" + credit + "-" + debit;
    }
}
