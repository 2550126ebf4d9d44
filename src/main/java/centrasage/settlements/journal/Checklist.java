package centrasage.settlements.journal;

import java.util.ArrayList;
import java.util.List;

/**
 * What a person does with the file of a journal.
 *
 * @param where in Sage 200 it is imported
 * @param totals what it comes to
 * @param checks what to look at before and after
 * @param then what happens by itself
 */
public record Checklist(String where, String totals, List<String> checks, String then) {
    public static Checklist of(Journal journal, JournalSettings settings) {
        Journal.Content content = journal.content();
        List<String> checks = new ArrayList<>();
        checks.add("The company in Sage 200 is " + content.company() + ".");
        checks.add("The nominal ledger's period of " + content.date() + " is open.");
        checks.add("The columns are those of your version's import (they changed in 2024 R2): " + settings.layout()
                + ". They are the setting settlements.journal-layout.");
        for (int i = 0; i < content.lines().size(); i++) {
            JournalLine line = content.lines().get(i);
            if (line.isSuspense()) {
                checks.add(
                        "Line " + (i + 1) + ", " + line + ", was meant for " + line.askedFor()
                                + ", which Sage 200 does not have: it goes to the suspense account. Move it by a journal of its own once the account is there.");
            }
        }
        checks.add("Import it once: Sage 200 takes the same file again.");
        checks.add("Every line shows the reference " + journal.reference()
                + " in the nominal ledger afterwards. Where Sage 200 keeps waiting postings, update them.");
        return new Checklist(
                "Sage 200 Professional: Nominal Ledger > Utilities > Import and Export > Import Ledger File."
                        + " Sage 200 Standard: Import Records > Nominal.",
                content.lines().size() + " lines, debits " + content.total() + ", credits " + content.total() + ", of "
                        + content.date() + ".",
                List.copyOf(checks),
                "The job settlement-post looks for the reference each time it runs. The journal is SEEN when every line is there"
                        + " with its account, its amount and its date. What differs is told at once, what is not there, after "
                        + "settlements.journal-within (" + settings.within()
                        + "). If it is not imported after all, withdraw it.");
    }
}
