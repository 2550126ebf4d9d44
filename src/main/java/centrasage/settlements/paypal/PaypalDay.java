package centrasage.settlements.paypal;

import centrasage.settlements.read.BadCell;
import centrasage.settlements.read.Cells;
import centrasage.settlements.read.Column;
import java.time.LocalDate;

/** The day of {@code 2026/11/23 18:05:11 -0800}, as the file has it: by the clock of the account's reports. */
final class PaypalDay {
    private PaypalDay() {}

    static LocalDate of(Cells cells, Column column) throws BadCell {
        return cells.day(column, '/');
    }
}
