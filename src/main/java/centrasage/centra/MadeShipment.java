package centrasage.centra;

import centrasage.money.Money;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A shipment as far as it has come in Centra, which has no status for it but these flags.
 *
 * @param message what is written about it; empty where nothing
 * @param externalId what we called it; empty where nothing
 * @param total what the customer pays for it
 * @param capturedTotal what was taken for it; null where nothing was
 * @param quantities by the ids of the order's lines
 */
public record MadeShipment(
        long id,
        String number,
        boolean goodToGo,
        boolean paid,
        boolean captured,
        boolean shipped,
        String message,
        String externalId,
        Money total,
        @Nullable Money capturedTotal,
        Map<Long, Integer> quantities) {
    private static final String MARK = "Sage 200 despatch ";

    public MadeShipment {
        quantities = Map.copyOf(quantities);
    }

    /** What stands in the message of a shipment that was made of a despatch. */
    public static String message(String despatch) {
        return MARK + despatch;
    }

    /** Whether a message or an external id says that the shipment was made of a despatch of Sage's. */
    public static boolean isOfSage(String message, String externalId) {
        return message.contains(MARK) || Pattern.matches("\\w+/\\S+", externalId);
    }

    public boolean isOfSage() {
        return isOfSage(message, externalId);
    }

    /** Whether it is the shipment of this despatch, whatever else somebody has written about it. */
    public boolean isOf(String despatch) {
        return externalId.equals(despatch)
                || Pattern.compile("(?<![\\w/])" + Pattern.quote(despatch) + "(?!\\w)")
                        .matcher(message)
                        .find();
    }
}
