package centrasage.console.clearing;

import centrasage.console.frame.Address;
import centrasage.console.frame.Asked;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * The clearing bank that an address names.
 *
 * @param day as of which it is looked at; null for now
 * @param show what is listed of it
 */
record Account(String company, String bank, @Nullable LocalDate day, Show show, Address here) {
    /** What can be listed. */
    enum Show {
        /** Receipts and refunds that no payout has settled. */
        OPEN,
        /** Lines of payouts that settle nothing known. */
        LINES,
        /** Receipts and refunds of which people have said what became. */
        EXPLAINED,
        /** Batches that have to do with its value in the company's own currency. */
        BATCHES
    }

    static Account asked() {
        Asked asked = Asked.now();
        return new Account(
                asked.text("company").orElse(""),
                asked.text("bank").orElse(""),
                day(asked),
                asked.one("show", Show.class).orElse(Show.OPEN),
                asked.address("clearing-account.xhtml", "company", "bank", "day", "show"));
    }

    private static @Nullable LocalDate day(Asked asked) {
        try {
            return asked.text("day").map(LocalDate::parse).orElse(null);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
