/**
 * Variances that are no cash: {@link centrasage.settlements.journal.ProposeJournal} takes a nominal journal from finance and checks its accounts
 * in Sage 200, {@link centrasage.settlements.journal.JournalLayout} writes the file that people import there, because Sage's API takes no
 * journals, and {@link centrasage.settlements.journal.WatchJournals} is the step that looks for it until it is seen.
 */
@NullMarked
package centrasage.settlements.journal;

import org.jspecify.annotations.NullMarked;
