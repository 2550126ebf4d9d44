package centrasage.centra.client;

import java.util.OptionalInt;

/**
 * Something that Centra says has happened, and says again until it is confirmed. It may come twice, late and in any order.
 *
 * @param objectType such as {@code Order}; empty where it is not said
 * @param reference of an order its number, of anything else its id
 */
public record QueuedEvent(int id, String objectType, long reference) {
    private static final String ORDER = "Order";

    /** The order that it is about; empty where it is about something else, or about a number that no order can have. */
    public OptionalInt orderNumber() {
        boolean possible = objectType.equals(ORDER) && reference > 0 && reference <= Integer.MAX_VALUE;
        return possible ? OptionalInt.of((int) reference) : OptionalInt.empty();
    }
}
