package centrasage.settlements.paypal;

import centrasage.settlements.file.Fault;
import centrasage.settlements.read.Cells;
import centrasage.settlements.read.Column;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How many rows there are, in words of the file.
 *
 * @param record SC of a section, FF of a file, RC of a report
 * @param said as the file has it
 */
record PaypalCount(long line, String record, String said) {
    private static final Pattern DIGITS = Pattern.compile("\\d{1,18}");
    private static final Column RECORD = new Column(0, "record");
    private static final Column COUNT = new Column(1, "count");

    static PaypalCount of(Cells cells) {
        return new PaypalCount(cells.line(), cells.text(RECORD).toUpperCase(Locale.ROOT), cells.text(COUNT));
    }

    /** None where it is so, or where it is not asked. */
    List<Fault> faults(long rows, Set<String> uncounted) {
        boolean isSo = DIGITS.matcher(said).matches() && Long.parseLong(said) == rows;
        return isSo || uncounted.contains(record)
                ? List.of()
                : List.of(new Fault(
                        line,
                        "count of " + record,
                        said,
                        "is not the number of its rows, " + rows,
                        "Rows are missing or were added: download the file from PayPal again"));
    }
}
