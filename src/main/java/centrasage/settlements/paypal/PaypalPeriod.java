package centrasage.settlements.paypal;

import centrasage.settlements.file.Fault;
import centrasage.settlements.read.BadCell;
import centrasage.settlements.read.Cells;
import centrasage.settlements.read.Column;
import java.time.LocalDate;
import java.util.List;

/** Of which days a section is by its first record, and whether its rows are: nothing in its footers says it again. */
final class PaypalPeriod {
    private static final Column START = new Column(1, "start of the section");
    private static final Column END = new Column(2, "end of the section");

    private final Cells head;
    private final LocalDate first;
    private final LocalDate last;
    private boolean hasRows;
    private boolean hasRowsOfItsDays;

    private PaypalPeriod(Cells head, LocalDate first, LocalDate last) {
        this.head = head;
        this.first = first;
        this.last = last;
    }

    /** Where it does not say when it ends, it is of one day. */
    static PaypalPeriod of(Cells head) throws BadCell {
        LocalDate first = PaypalDay.of(head, START);
        return new PaypalPeriod(head, first, head.text(END).isEmpty() ? first : PaypalDay.of(head, END));
    }

    LocalDate first() {
        return first;
    }

    /** A row that was begun or completed on its days is of them; one with neither day says so itself. */
    void take(Cells cells, PaypalColumns columns) {
        for (Column column : List.of(columns.completed(), columns.initiated())) {
            hasRowsOfItsDays = hasRowsOfItsDays || isWithin(cells, column);
        }
    }

    private boolean isWithin(Cells cells, Column column) {
        try {
            LocalDate day = PaypalDay.of(cells, column);
            hasRows = true;
            return !day.isBefore(first) && !day.isAfter(last);
        } catch (BadCell e) {
            return false;
        }
    }

    /** A row of another day among others may be right; a section without one of its own is another section's. */
    List<Fault> faults() {
        return hasRows && !hasRowsOfItsDays
                ? List.of(head.bad(
                                START,
                                "none of the rows of the section is of its days, " + first + " to " + last,
                                "Download the file from PayPal again; if it says the same, ask PayPal about this"
                                        + " section")
                        .fault())
                : List.of();
    }
}
