package centrasage.console.api.settlements;

import centrasage.console.api.json.Amount;
import centrasage.settlements.journal.Journal;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A nominal journal.
 *
 * @param reference by which it is found in Sage 200
 * @param about what it explains
 * @param state OPEN, SEEN (in Sage 200) or WITHDRAWN
 * @param total all debits, which are all credits
 * @param since when it came into its state
 * @param note Sage's numbers of it, or why it was withdrawn
 */
@Schema(name = "Journal")
public record JournalJson(
        long id,
        String reference,
        String company,

        @Schema(type = SchemaType.STRING, format = "date") LocalDate date,

        String about,
        String narrative,
        String state,
        Amount total,
        String proposedBy,
        Instant proposedAt,
        Instant since,
        String note) {
    static JournalJson of(Journal journal) {
        Journal.Content content = journal.content();
        return new JournalJson(
                journal.id(),
                journal.reference(),
                content.company(),
                content.date(),
                content.about(),
                content.narrative(),
                journal.state().name(),
                Amount.of(content.total()),
                journal.proposedBy(),
                journal.proposedAt(),
                journal.since(),
                journal.note());
    }
}
