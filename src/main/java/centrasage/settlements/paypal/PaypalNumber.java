package centrasage.settlements.paypal;

import centrasage.settlements.read.Cells;
import centrasage.settlements.read.Column;
import centrasage.settlements.read.UnreadableFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which of the files of its day a file is, by its record FH and its name {@code STL-yyyymmdd.number.version.format}; the first, unless one
 * of them says else.
 */
final class PaypalNumber {
    private static final Pattern NAME = Pattern.compile("(?i)STL-\\d{8}\\.(\\d{1,3})\\..*");
    private static final Pattern DIGITS = Pattern.compile("\\d{1,3}");
    private static final Column SAID = new Column(1, "number of the file");

    private final boolean isNamed;
    private int number;

    private PaypalNumber(boolean isNamed, int number) {
        this.isNamed = isNamed;
        this.number = number;
    }

    static PaypalNumber ofName(String name) {
        Matcher matcher = NAME.matcher(name);
        return matcher.matches()
                ? new PaypalNumber(true, Integer.parseInt(matcher.group(1)))
                : new PaypalNumber(false, 1);
    }

    /** @throws UnreadableFile when it says another than the name: a batch has one name for ever */
    void isSaid(Cells cells) throws UnreadableFile {
        String text = cells.text(SAID);
        boolean isNumber = DIGITS.matcher(text).matches();
        if (!isNumber || (isNamed && Integer.parseInt(text) != number)) {
            throw new UnreadableFile(cells.bad(
                            SAID,
                            isNumber ? "is another number than that of the file's name, " + number : "is no number",
                            "Download the file from PayPal again, and leave its name as it is")
                    .fault());
        }
        number = Integer.parseInt(text);
    }

    boolean isFirst() {
        return number <= 1;
    }

    /** {@code 2026-11-23} of the first file, {@code 2026-11-23.02} of the second. */
    String behind(String day) {
        return isFirst() ? day : day + (number > 9 ? "." : ".0") + number;
    }
}
