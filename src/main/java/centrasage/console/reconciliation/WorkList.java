package centrasage.console.reconciliation;

import centrasage.reconcile.worklist.Worklist;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The lists of what is open between the two systems, for people to work through. */
public enum WorkList {
    DESPATCHED_NOT_INVOICED(
            "Despatched, not invoiced",
            "Orders of which goods have left and that nobody has invoiced in Sage 200",
            Worklist.DESPATCHED_NOT_INVOICED),
    PENDING_NOT_POSTED(
            "Printed, not posted",
            "Invoices that are printed in Sage 200 and not in its sales ledger",
            Worklist.PENDING_NOT_POSTED),
    RETURNED_NOT_CREDITED(
            "Returned, not credited",
            "Orders with sales returns that are not credited in Sage 200, or with another amount",
            Worklist.RETURNED_NOT_CREDITED),
    RETURNS_AWAITING_BOOKING_IN(
            "Returns to book in",
            "Units that Centra has put back on stock, and that nobody has booked in in Sage 200",
            null),
    OPEN_ITEMS(
            "Open items",
            "Entries of the customer accounts of the shops that are not wholly allocated, as they are known here",
            null),
    OTHER_DAYS(
            "Other days", "Documents whose day in Sage 200 is not their true one, because its period was closed", null),
    CAPTURED_NOT_DESPATCHED(
            "Cut-off: captured, not despatched", "Captured until the end of the day, and not despatched by then", null),
    NOT_INVOICED_AT_CUT_OFF(
            "Cut-off: despatched, not invoiced", "Despatched until the end of the day, and not invoiced by then", null),
    INVOICED_NOT_CAPTURED(
            "Cut-off: invoiced, not captured", "Invoiced until the end of the day, and not captured by then", null);

    private final String title;
    private final String meaning;
    private final @Nullable Worklist kept;

    WorkList(String title, String meaning, @Nullable Worklist kept) {
        this.title = title;
        this.meaning = meaning;
        this.kept = kept;
    }

    public String title() {
        return title;
    }

    public String meaning() {
        return meaning;
    }

    /** What the job worklist-check reads of it; empty where it is known here, or asked for. */
    Optional<Worklist> kept() {
        return Optional.ofNullable(kept);
    }

    /** Whether it is read from Sage 200 at the moment at which somebody asks for it. */
    boolean isCutOff() {
        return this == CAPTURED_NOT_DESPATCHED || this == NOT_INVOICED_AT_CUT_OFF || this == INVOICED_NOT_CAPTURED;
    }

    /** {@code despatched-not-invoiced}. */
    public String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<WorkList> named(String path) {
        return Arrays.stream(values()).filter(list -> list.path().equals(path)).findFirst();
    }
}
