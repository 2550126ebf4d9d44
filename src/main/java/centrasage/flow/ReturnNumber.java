package centrasage.flow;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a return is called here: {@code 10234/R12}, the order's number and Centra's id of the return. No payment is called so. Where it
 * stands in Sage 200 as a sales return, that has it as customer_document_no: {@code C10234-R12}.
 */
public final class ReturnNumber {
    /** What kind of source document a return is. */
    public static final String DOCUMENT = "returns";

    private static final Pattern NUMBER = Pattern.compile("(\\d+)/R(\\d{1,18})");

    private static final Pattern NAME = Pattern.compile("C(\\d+)-R(\\d{1,18})");

    private ReturnNumber() {}

    public static String of(long order, long id) {
        return order + "/R" + id;
    }

    public static boolean is(String sourceKey) {
        return NUMBER.matcher(sourceKey).matches();
    }

    /** {@code 10234} for {@code 10234/R12}; of what is no such number, all of it. */
    public static String order(String sourceKey) {
        Matcher matcher = NUMBER.matcher(sourceKey);
        return matcher.matches() ? matcher.group(1) : sourceKey;
    }

    /** {@code 12} for {@code 10234/R12}; empty for what is no such number. */
    public static OptionalLong id(String sourceKey) {
        Matcher matcher = NUMBER.matcher(sourceKey);
        return matcher.matches() ? OptionalLong.of(Long.parseLong(matcher.group(2))) : OptionalLong.empty();
    }

    /** {@code C10234-R12} for {@code 10234/R12}. */
    public static String name(String sourceKey) {
        return OrderName.of(sourceKey.replace('/', '-'));
    }

    /** {@code 10234/R12} for {@code C10234-R12}, in either case; empty for what no return is called. */
    public static Optional<String> ofName(String name) {
        Matcher matcher = NAME.matcher(name.strip().toUpperCase(Locale.ROOT));
        return matcher.matches() ? Optional.of(matcher.group(1) + "/R" + matcher.group(2)) : Optional.empty();
    }
}
