package centrasage.settlements.journal;

import centrasage.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * A nominal journal, as it was proposed and as far as it is.
 *
 * @param reference by which it is found in Sage 200; no other journal has it
 * @param since when it came into its state
 * @param note where Sage 200 has it, or why it was withdrawn
 */
public record Journal(
        long id,
        String reference,
        Content content,
        JournalState state,
        String proposedBy,
        Instant proposedAt,
        Instant since,
        String note) {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuMMddHHmm", Locale.ROOT);
    private static final int BASE = 36;

    /**
     * What is to be in Sage 200.
     *
     * @param about what it explains, such as a batch or a clearing bank
     * @param lines at least two, which come to nothing together
     */
    public record Content(String company, LocalDate date, String about, String narrative, List<JournalLine> lines) {
        public Content {
            lines = List.copyOf(lines);
        }

        /** All debits, which are all credits. */
        public Money total() {
            return lines.stream().map(JournalLine::debit).reduce(Money::plus).orElseThrow();
        }
    }

    /**
     * {@code CSJ2611301030-RS}: by its minute and its id no other has it, nor one that is forgotten here because the store was put back. Sage
     * has 20 characters for it.
     */
    static String reference(LocalDateTime minute, long id) {
        return "CSJ" + MINUTE.format(minute) + "-" + Long.toString(id, BASE).toUpperCase(Locale.ROOT);
    }
}
