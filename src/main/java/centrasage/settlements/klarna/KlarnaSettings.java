package centrasage.settlements.klarna;

import centrasage.settlements.file.LineKind;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What Klarna's Report Configurator lets each merchant change, and a file does not say of itself.
 *
 * @param signed whether amounts that are taken carry a minus sign; when false a sign may still be there, and must agree with the type
 * @param withoutTotals whether a file without its block of totals may be taken, though nothing proves it
 * @param fileName where the name of such a file says its merchant id and payment reference, by the groups {@code account} and {@code batch}
 * @param types what people have said of types that are not known here, by the type in lower case; their amounts need signs of their own
 */
public record KlarnaSettings(boolean signed, boolean withoutTotals, Pattern fileName, Map<String, LineKind> types) {
    /** {@code klarna_K123456_XISA93DJ.csv}. */
    public static final Pattern FILE_NAME =
            Pattern.compile("klarna_(?<account>[A-Z0-9]+)_(?<batch>[A-Z0-9-]+)\\.csv", Pattern.CASE_INSENSITIVE);

    /** As Klarna's files are unless somebody has changed them: without signs, with totals. */
    public static final KlarnaSettings DEFAULT = new KlarnaSettings(false, false, FILE_NAME, Map.of());

    public KlarnaSettings {
        types = Map.copyOf(types);
        if (!fileName.pattern().contains("(?<account>") || !fileName.pattern().contains("(?<batch>")) {
            throw new IllegalArgumentException(
                    "\"" + fileName + "\" needs the groups (?<account>...) and (?<batch>...)");
        }
    }
}
