package centrasage.sage200;

import centrasage.flow.ShipmentNumber;
import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * What stands in the notes of a despatch: the shipment's number, by which it is found again, and behind it the carrier that Sage 200 does
 * not have. What people write there besides is theirs, and stays.
 */
final class DespatchNotes {
    /** Of Sage's field. */
    private static final int LENGTH_MAX = 256;

    private DespatchNotes() {}

    /** @param carrier empty where Sage has it among its couriers, or nobody says who it is */
    static String of(String number, String carrier) {
        return with(number, carrier, "");
    }

    /**
     * The notes that Sage shows, with this carrier behind the number instead of an earlier one.
     *
     * @param notes in which the number stands
     * @param carrier as in {@link #of}
     * @param before carriers that the program may have written there
     */
    static String amended(String notes, String number, String carrier, Collection<String> before) {
        int end = ShipmentNumber.endIn(notes, number);
        String rest = notes.substring(end);
        String others = Stream.concat(before.stream(), Stream.of(carrier))
                .sorted(Comparator.comparing(String::length).reversed())
                .filter(known -> begins(rest, known))
                .findFirst()
                .map(known -> rest.substring(1 + known.length()))
                .orElse(rest);
        return with(notes.substring(0, end), carrier, others);
    }

    /** A blank and the carrier, and no longer word of which that is a part. */
    private static boolean begins(String rest, String carrier) {
        int length = 1 + carrier.length();
        return !carrier.isEmpty()
                && rest.regionMatches(true, 0, " " + carrier, 0, length)
                && (rest.length() == length || !Character.isLetterOrDigit(rest.charAt(length)));
    }

    private static String with(String start, String carrier, String others) {
        int room = Math.max(0, LENGTH_MAX - start.length() - others.length() - 1);
        String written = carrier.substring(0, Math.min(room, carrier.length())).stripTrailing();
        return written.isEmpty() ? start + others : start + " " + written + others;
    }
}
