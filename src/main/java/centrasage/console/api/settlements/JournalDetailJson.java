package centrasage.console.api.settlements;

import centrasage.console.api.json.Amount;
import centrasage.settlements.journal.Checklist;
import centrasage.settlements.journal.Journal;
import centrasage.settlements.journal.JournalLine;
import centrasage.settlements.journal.JournalSettings;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A nominal journal with its lines, and what a person does with its file. */
@Schema(name = "JournalDetail")
public record JournalDetailJson(JournalJson journal, List<LineJson> lines, ChecklistJson checklist) {

    /**
     * A line of a journal.
     *
     * @param askedFor the account that was meant, where Sage 200 has none of its codes and this is the suspense account; else empty
     */
    @Schema(name = "JournalLine")
    public record LineJson(
            String nominal,
            String costCentre,
            String department,
            Amount debit,
            Amount credit,
            String narrative,
            String askedFor) {
        static LineJson of(JournalLine line) {
            return new LineJson(
                    line.account().code(),
                    line.account().costCentre(),
                    line.account().department(),
                    Amount.of(line.debit()),
                    Amount.of(line.credit()),
                    line.narrative(),
                    line.askedFor());
        }
    }

    /**
     * What a person does with the file of a journal.
     *
     * @param where in Sage 200 it is imported
     * @param totals what it comes to
     * @param checks what to look at before and after
     * @param then what happens by itself
     */
    @Schema(name = "JournalChecklist")
    public record ChecklistJson(String where, String totals, List<String> checks, String then) {
        static ChecklistJson of(Checklist checklist) {
            return new ChecklistJson(checklist.where(), checklist.totals(), checklist.checks(), checklist.then());
        }
    }

    static JournalDetailJson of(Journal journal, JournalSettings settings) {
        return new JournalDetailJson(
                JournalJson.of(journal),
                journal.content().lines().stream().map(LineJson::of).toList(),
                ChecklistJson.of(Checklist.of(journal, settings)));
    }
}
