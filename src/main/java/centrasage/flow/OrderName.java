package centrasage.flow;

import java.util.Optional;

/**
 * What an order of Centra's is called outside of Centra: {@code C} and its number. Sage 200 has it as customer_document_no; here
 * it names what lanes own, what personal data is kept under, and what people did to the order.
 */
public final class OrderName {
    /** What kind of source document an order is. */
    public static final String DOCUMENT = "order";

    /** The watermark of the moment up to which Centra's orders were read. */
    public static final String READ_TO = "centra-orders";

    private OrderName() {}

    /** {@code C10234} for {@code 10234}. */
    public static String of(String number) {
        return "C" + number;
    }

    /** {@code 10234} for {@code C10234}; empty where it is no such name. */
    public static Optional<String> number(String name) {
        return name.startsWith("C") && name.length() > 1 ? Optional.of(name.substring(1)) : Optional.empty();
    }

    /** What lanes own: {@code 33/C10234}, the order C10234 of company 33 with all that follows from it. */
    public static String object(String company, String name) {
        return company + "/" + name;
    }

    /** {@code 33} for {@code 33/C10234}. */
    public static String company(String object) {
        return object.substring(0, Math.max(0, object.indexOf('/')));
    }

    /** {@code C10234} for {@code 33/C10234}. */
    public static String ofObject(String object) {
        return object.substring(object.indexOf('/') + 1);
    }

    public static String of(long number) {
        return of(Long.toString(number));
    }
}
