package centrasage.flow;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Centra calls a shipment: the number of its order, a dash and a count, such as {@code 10234-1}. By it a despatch in Sage 200 is
 * known, whatever else people write into its notes.
 */
public final class ShipmentNumber {
    private static final String BEFORE = "(?<![\\w-])";
    private static final String AFTER = "(?![\\w-])";

    private ShipmentNumber() {}

    /** {@code 10234} for {@code 10234-1}. */
    public static String order(String shipment) {
        int dash = shipment.lastIndexOf('-');
        return dash < 0 ? shipment : shipment.substring(0, dash);
    }

    /** Whether the notes carry this number, and not only one that it is a part of. */
    public static boolean isIn(String notes, String shipment) {
        return in(notes, shipment).find();
    }

    /**
     * Where this number ends in the notes.
     *
     * @throws IllegalArgumentException when the notes do not carry it
     */
    public static int endIn(String notes, String shipment) {
        Matcher found = in(notes, shipment);
        if (!found.find()) {
            throw new IllegalArgumentException("the notes do not carry " + shipment);
        }
        return found.end();
    }

    private static Matcher in(String notes, String shipment) {
        return Pattern.compile(BEFORE + Pattern.quote(shipment) + AFTER).matcher(notes);
    }

    /** The numbers of this order's shipments that the notes carry. */
    public static List<String> allIn(String notes, String order) {
        return Pattern.compile(BEFORE + Pattern.quote(order) + "-\\d+" + AFTER)
                .matcher(notes)
                .results()
                .map(MatchResult::group)
                .toList();
    }
}
